// SPDX-License-Identifier: GPL-2.0-or-later

import assert from "node:assert/strict";
import { test } from "node:test";

import { answered, clickWhileAnswered, compose, hostileArticles, hurry, made, nothing, serving, startBrowser, startSite, staysInside, violations } from "./support.js";

const its = serving({ articles: hostileArticles, body: '<input id="other" aria-label="other"><recap-search></recap-search>' });

const hits = (page) => page.locator("recap-search [role=option]:has(.title)");
const box = (page) => page.locator("recap-search input");
const opened = async () => {
  const tab = await its.browser.open(its.site.url);
  await tab.page.waitForFunction(() => customElements.get("recap-search"));
  return tab;
};

test("opens with / and Ctrl-K, not while typing elsewhere, and Escape closes", async () => {
  const { page } = await opened();
  await page.keyboard.press("/");
  await box(page).waitFor({ state: "visible" });
  assert.equal(await box(page).inputValue(), "");
  await page.keyboard.press("Escape");
  await box(page).waitFor({ state: "hidden" });
  await page.locator("#other").focus();
  await page.keyboard.press("/");
  assert.equal(await page.locator("#other").inputValue(), "/");
  await page.keyboard.press("Control+k");
  await box(page).waitFor({ state: "visible" });
});

test("shows results while typing, with highlights and sections, and the keyboard opens one", async () => {
  const { page, seen } = await opened();
  await page.keyboard.press("/");
  await page.keyboard.type("monitoring");
  await hits(page).first().waitFor();
  assert.ok(await page.locator("recap-search mark").count());
  assert.equal(await box(page).getAttribute("aria-expanded"), "true");
  const rows = await page.locator("recap-search [role=option]").evaluateAll((all) => all.map((row) => row.href ?? ""));
  const wanted = rows.findIndex((href) => href.endsWith("#monitoring"));
  assert.notEqual(wanted, -1, rows.join());
  for (let press = 0; press <= wanted; press += 1) await page.keyboard.press("ArrowDown");
  const active = page.locator("recap-search [aria-selected=true]");
  assert.equal(await box(page).getAttribute("aria-activedescendant"), await active.getAttribute("id"));
  await page.evaluate(() => document.addEventListener("recap-select", (event) => {
    event.preventDefault();
    globalThis.chosen = event.detail.href;
  }));
  await page.keyboard.press("Enter");
  assert.match(await page.evaluate(() => globalThis.chosen), /#monitoring$/);
  assert.deepEqual(seen.errors, []);

  await page.keyboard.press("/");
  await page.locator("recap-search input").fill("");
  const recent = page.getByRole("group", { name: "Recent searches" });
  await recent.getByRole("option", { name: "monitoring" }).waitFor();
  await page.getByRole("button", { name: "Clear recent searches" }).click();
  assert.equal(await recent.count(), 0);
});

test("a late response does not replace that of a later request", async () => {
  const { page } = await opened();
  const held = [];
  await page.route("**/v1/search?*", async (route) => {
    if (new URL(route.request().url()).searchParams.get("q") === "onboarding") held.push(route);
    else await route.continue();
  });
  await page.keyboard.press("/");
  await box(page).fill("onboarding");
  await box(page).fill("monitoring");
  await answered(page, "monitoring");
  const shown = await hits(page).allTextContents();
  for (const route of held) await route.continue().catch(() => {}); // aborted by the page
  await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve); }));
  assert.deepEqual(await hits(page).allTextContents(), shown);
});

test("Korean is searched while a syllable is composed, each state once, and Enter then opens nothing", async () => {
  const { page, seen } = await opened();
  await page.keyboard.press("/");
  await box(page).waitFor({ state: "visible" });
  const composition = await compose(page, ["ㅇ", "이", "인", "인ㅌ", "인터", "인턴"]);
  await hits(page).first().waitFor();
  const before = page.url();
  await page.keyboard.press("Enter");
  assert.equal(page.url(), before);
  await composition.commit();
  assert.equal(await box(page).inputValue(), "인턴");
  // What is marked before may be an answer to the word without its last syllable.
  const asked = page.waitForResponse((response) => new URL(response.url()).searchParams.get("q") === "인턴십" && response.url().includes("/v1/search"));
  await page.keyboard.type("십");
  await asked;
  await page.locator("recap-search mark", { hasText: "인턴십" }).first().waitFor();
  assert.equal(seen.searches.at(-1), "인턴십");
  assert.equal(new Set(seen.searches).size, seen.searches.length, `asked twice: ${seen.searches}`);
  assert.ok(seen.searches.includes("인턴"));
});

test("a correction is announced and can be undone, and so are relaxed results", async () => {
  const { page, seen } = await opened();
  await page.keyboard.press("/");
  await page.keyboard.type("monitering");
  const note = page.locator("recap-search .note");
  await note.filter({ hasText: "Showing results for monitoring." }).waitFor();
  await page.locator("recap-search [role=status]", { hasText: "Showing results for monitoring. Search instead for “monitering” 1 result" }).waitFor({ state: "attached" });
  assert.deepEqual(await violations(page), []);
  await note.getByRole("button", { name: "Search instead" }).click();
  await note.filter({ hasText: "Did you mean monitoring?" }).waitFor();
  assert.equal(await hits(page).count(), 0);
  assert.equal(await page.locator("recap-search .footer a").count(), 0);
  await note.getByRole("button", { name: "monitoring" }).click();
  await hits(page).first().waitFor();
  assert.equal(await box(page).inputValue(), "monitoring");
  assert.equal(await note.textContent(), "");
  await box(page).fill("onboarding zanzibar");
  await note.filter({ hasText: "No article has all of these words." }).waitFor();
  assert.match(await page.locator("recap-search .footer a").textContent(), /\([1-9]/);
  assert.deepEqual(seen.errors, []);
});

test("a click counts though an answer arrives between press and release", async () => {
  const { page } = await opened();
  await page.keyboard.press("/");
  await page.keyboard.type("monitorin");
  await hits(page).first().waitFor();
  await page.evaluate(() => document.addEventListener("recap-select", (event) => {
    event.preventDefault();
    globalThis.chosen = event.detail.href;
  }));
  await clickWhileAnswered(page, hits(page).first(), "/v1/search?q=monitoring", () => page.keyboard.type("g"));
  assert.ok(await page.evaluate(() => globalThis.chosen));
});

test("the script's address determines the server, below a path too", async () => {
  const { page } = await its.browser.open("about:blank");
  await page.route("**/search/**", async (route) => {
    const response = await route.fetch({ url: route.request().url().replace("/search/", "/") });
    await route.fulfill({ response });
  });
  const below = await startSite(`<recap-search></recap-search><script type="module" src="${its.recap.url}/search/assets/recap-search.js"></script>`, its.recap);
  await page.goto(below.url);
  await page.waitForFunction(() => customElements.get("recap-search"));
  const asked = page.waitForRequest("**/search/v1/search?*");
  await page.keyboard.press("/");
  await page.keyboard.type("monitoring");
  await asked;
  await hits(page).first().waitFor();
  await below.stop();
});

test("reports an unavailable server, and continues when it is back", async () => {
  const { page } = await opened();
  await page.route("**/v1/*", (route) => route.abort());
  await page.keyboard.press("/");
  await page.keyboard.type("monitoring");
  const message = page.locator("recap-search .message");
  await message.filter({ hasText: "currently unavailable" }).waitFor();
  await page.unroute("**/v1/*");
  await page.keyboard.type(" ");
  await hits(page).first().waitFor();
  assert.equal(await message.textContent(), "");
});

test("reports a silent server", async () => {
  const { page } = await opened();
  await hurry(page);
  await page.route("**/v1/*", () => {}); // never answered
  await page.keyboard.press("/");
  await page.keyboard.type("m");
  await page.locator("recap-search .message", { hasText: "currently unavailable" }).waitFor();
});

test("the content of the tag is shown only without scripts", async () => {
  const link = '<recap-search><a href="https://example.org/">Search at example.org</a></recap-search>';
  const fallback = await startSite(link, its.recap);
  const plain = await startBrowser({ javaScriptEnabled: false });
  try {
    const shown = async (tab) => tab.page.getByRole("link", { name: "Search at example.org" }).isVisible();
    assert.equal(await shown(await plain.open(fallback.url)), true);
    const tab = await its.browser.open(fallback.url);
    await tab.page.locator("recap-search .trigger").waitFor();
    assert.equal(await shown(tab), false);
  } finally {
    await plain.stop();
    await fallback.stop();
  }
});

test("shows what is wrong with a query", async () => {
  const { page } = await opened();
  await page.keyboard.press("/");
  await page.keyboard.type("year:abc");
  const said = page.locator("recap-search .message", { hasText: "year" });
  await said.waitFor();
  assert.equal(await said.getAttribute("lang"), "en");
});

test("markup and addresses of articles are inert", async () => {
  const { page, seen } = await opened();
  await page.keyboard.press("/");
  await page.keyboard.type("evil");
  await hits(page).nth(2).waitFor();
  assert.deepEqual(await made(page), nothing);
  for (const [part, text] of [[".title > :first-child", "direction"], [".heading", "heading"]]) assert.ok(await staysInside(page, `recap-search ${part}`, text), part);
  // Even if a server did not escape.
  const hit = { title_html: "<img src=/hostile onerror=alert(1)><mark>evil</mark>", url: "javascript:alert(2)", snippet_html: "<mark><script>alert(3)</script>" };
  await page.route("**/v1/search?*", (route) => route.fulfill({ json: { total: 1, hits: [hit] }, headers: { "access-control-allow-origin": "*" } }));
  await page.keyboard.type(" again");
  await hits(page).filter({ hasText: "<img src=/hostile onerror=alert(1)>evil" }).click();
  assert.deepEqual(await made(page), nothing);
  assert.deepEqual([seen.dialogs, seen.strange, seen.errors], [[], [], []]);
});

test("works under a strict policy, is Korean on a Korean page, and axe finds nothing", async () => {
  const { page } = await opened();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press("/");
  await page.keyboard.type("onboarding");
  await hits(page).first().waitFor();
  await page.locator("recap-search dialog").evaluate((dialog) => Promise.all(dialog.getAnimations().map((one) => one.finished)));
  assert.deepEqual(await violations(page), []);
  const text = await page.evaluate(() => {
    const element = document.createElement("recap-search");
    element.lang = "ko";
    document.body.append(element);
    return element.shadowRoot.querySelector("button").textContent;
  });
  assert.match(text, /검색/);
});
