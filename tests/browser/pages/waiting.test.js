// SPDX-License-Identifier: GPL-2.0-or-later
// The search page while one types and the server takes its time.

import assert from "node:assert/strict";
import { test } from "node:test";

import { hurry, serving, violations } from "./support.js";

const its = serving();

const front = async () => {
  const { page, seen } = await its.browser.open(its.recap.url);
  await page.locator("#q:focus").waitFor();
  return { page, seen };
};

test("a slow response has a visible sign of waiting", async () => {
  const { page } = await front();
  let answer;
  const held = new Promise((resolve) => { answer = resolve; });
  await page.route("**/?q=*", async (route) => {
    await held;
    await route.continue();
  });
  await page.locator(".hit").first().waitFor();
  await page.keyboard.type("monitoring");
  await page.locator("#results[aria-busy=true]").waitFor();
  await page.locator("#search.waiting").waitFor();
  assert.deepEqual(await violations(page), []); // the last results are still readable
  answer();
  await page.locator(".hit mark").first().waitFor();
  await page.locator("#search.waiting").waitFor({ state: "detached" });
  assert.equal(await page.locator("#results").getAttribute("aria-busy") ?? "false", "false");
});

test("when the server is back, the page sends its request again", async () => {
  const { page } = await front();
  await hurry(page);
  await page.route("**/?q=*", (route) => route.abort());
  await page.keyboard.type("monitoring");
  const away = page.getByRole("alert").filter({ hasText: "not responding" });
  await away.waitFor();
  await page.unroute("**/?q=*");
  await page.locator(".hit mark").first().waitFor();
  await away.waitFor({ state: "detached" });
  await page.waitForURL("**/?q=monitoring");
});

test("an unfinished operator is not shown as a mistake while the reader types", async () => {
  const { page } = await front();
  const announced = [];
  await page.exposeFunction("announced", (text) => announced.push(text));
  await page.evaluate(() => new MutationObserver(() => {
    const state = document.querySelector(".state h2");
    if (state) globalThis.announced(state.textContent);
  }).observe(document.getElementById("search"), { childList: true, subtree: true }));
  const refused = page.waitForResponse((response) => response.status() === 400);
  await page.keyboard.type("onboarding OR");
  await refused;
  await page.keyboard.type(" monitoring", { delay: 20 });
  await page.waitForURL(/monitoring$/);
  await page.locator(".hit mark", { hasText: /monitoring/i }).first().waitFor();
  assert.deepEqual(announced, []);
});

test("the unfinished name of an author does not report that nothing is found", async () => {
  const { page } = await its.browser.open(`${its.recap.url}/?q=internship`);
  const announced = page.locator(".state h2");
  const answered = page.waitForResponse((response) => response.url().includes("author%3Ako"));
  await page.locator("#q").fill("author:ko");
  await (await answered).finished();
  assert.equal(await announced.count(), 0);
  await page.locator("#q").pressSequentially("o");
  await page.locator(".status", { hasText: "author:koo" }).waitFor();
  assert.equal(await announced.count(), 0);
  await page.locator("#q").fill("author:nobody");
  await announced.filter({ hasText: "Nothing found" }).waitFor();
});

for (const [whole, unfinished] of [['"code review"', '"code rev'], ["code NEAR/3 review", "code NEAR/3 rev"]]) {
  test(`the unfinished ${unfinished} does not report that nothing is found`, async () => {
    const { page } = await its.browser.open(`${its.recap.url}/?q=internship`);
    const announced = page.locator(".state h2");
    const answered = page.waitForResponse((response) => new URL(response.url()).searchParams.get("q") === unfinished);
    await page.locator("#q").fill(unfinished);
    await (await answered).finished();
    await page.locator("#q").pressSequentially(whole.slice(unfinished.length));
    await page.locator(".status", { hasText: whole }).waitFor();
    assert.equal(await announced.count(), 0);
    await page.locator("#q").fill(unfinished);
    await announced.filter({ hasText: "Nothing found" }).waitFor();
  });
}

test("an operator that stays unfinished is reported, immediately on Enter", async () => {
  const { page } = await front();
  await page.keyboard.type("year:");
  await page.locator(".state h2").waitFor();
  await page.waitForURL(/q=year%3A$/);
  await page.locator("#q").fill("");
  await page.locator(".hit").first().waitFor();
  const refused = page.waitForResponse((response) => response.status() === 400);
  await page.keyboard.type("(a");
  await refused;
  await page.evaluate(() => { globalThis.setTimeout = () => 0; }); // from now on, timers never fire
  await page.keyboard.press("Enter");
  await page.locator(".state h2").waitFor();
});
