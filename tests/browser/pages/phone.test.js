// SPDX-License-Identifier: GPL-2.0-or-later
// The search page on a phone: filters in a sheet, a keyboard that makes room.

import assert from "node:assert/strict";
import { test } from "node:test";

import { hurry, serving, startBrowser, violations } from "./support.js";

const phone = { viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true };
const its = serving(phone);

const sheet = (page) => page.getByRole("dialog", { name: "Filters" });
const opener = (page) => page.locator("#open-filters");
const opened = async (target) => {
  const { page, seen } = await its.browser.open(`${its.recap.url}/${target}`);
  await opener(page).click();
  await sheet(page).waitFor();
  return { page, seen };
};
const settled = (page) => sheet(page).evaluate((one) => Promise.all(one.getAnimations().map((each) => each.finished)));

test("filters are a sheet that a tick leaves open, and its button says how many articles it shows", async () => {
  const { page, seen } = await opened("?q=internship");
  await settled(page);
  assert.ok((await sheet(page).boundingBox()).height <= 0.9 * 667);
  await sheet(page).getByRole("checkbox", { name: "2022" }).check();
  await page.waitForURL("**year=2022**");
  const { total } = await (await fetch(`${its.recap.url}/v1/search?q=internship&year=2022`)).json();
  const show = sheet(page).getByRole("button", { name: `Show ${total} articles`, exact: true });
  await show.waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "filter-year-2022");
  assert.deepEqual(await violations(page), []);
  await show.click();
  await sheet(page).waitFor({ state: "hidden" });
  assert.equal(await page.locator(".hit").count(), total);
  assert.equal((await opener(page).textContent()).trim(), "Filters 1 chosen");
  assert.deepEqual(seen.errors, []);
});

test("the sheet says that the server is not responding until it is back", async () => {
  const { page } = await opened("?q=internship");
  await hurry(page);
  await page.route("**/?q=*", (route) => route.abort());
  await sheet(page).getByRole("checkbox", { name: "2022" }).check();
  const alert = sheet(page).getByRole("alert");
  await alert.filter({ hasText: "not responding" }).waitFor();
  await page.unroute("**/?q=*");
  await alert.waitFor({ state: "detached" });
  await page.waitForURL("**year=2022**");
  assert.equal(await page.locator(".away").count(), 0);
});

test("the sheet is closed by Escape, its cross and a touch outside it, and the focus returns", async () => {
  const { page } = await opened("?q=internship");
  const ways = [() => page.keyboard.press("Escape"), () => sheet(page).getByRole("button", { name: "Close" }).click(), () => page.mouse.click(180, 20)];
  for (const close of ways) {
    await close();
    await sheet(page).waitFor({ state: "hidden" });
    assert.equal(await page.evaluate(() => document.activeElement.id), "open-filters");
    assert.equal(await page.locator("#filters").isVisible(), false);
    await opener(page).click();
    await sheet(page).waitFor();
  }
});

test("all filters can be cleared in the sheet, and the page behind does not scroll", async () => {
  const { page } = await opened("?q=internship&year=2022&lang=en");
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).overflowY), "hidden");
  await sheet(page).getByRole("link", { name: "Clear all filters" }).click();
  await page.waitForURL("**/?q=internship");
  await sheet(page).getByRole("button", { name: "Close" }).and(page.locator(":focus")).waitFor();
  assert.equal(await page.locator(".filter-count").textContent(), "");
});

test("wider again, the filters are next to the results", async () => {
  const { page } = await opened("?q=internship");
  await page.setViewportSize({ width: 1200, height: 800 });
  await sheet(page).waitFor({ state: "hidden" });
  await page.getByRole("checkbox", { name: "2022" }).waitFor();
});

test("without filters, there is no button for them", async () => {
  for (const target of ["?q=zzzzqqqq", "?q=year:abc"]) {
    const { page } = await its.browser.open(`${its.recap.url}/${target}`);
    await page.locator(".state").waitFor();
    assert.equal(await opener(page).isVisible(), false);
    await page.locator("#q").fill("internship");
    await opener(page).waitFor();
  }
  const { page } = await its.browser.open(`${its.recap.url}/?q=zzzzqqqq&year=2022`);
  await opener(page).waitFor(); // takes the filter off
});

test("the keyboard closes on Enter and on scrolling, not while typing", async () => {
  const { page } = await its.browser.open(its.recap.url);
  const box = page.locator("#q");
  const focused = () => box.evaluate((input) => document.activeElement === input);
  await box.tap();
  await box.pressSequentially("monitoring");
  await page.locator(".hit mark").first().waitFor();
  assert.equal(await focused(), true);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement !== document.getElementById("q"));
  await box.tap();
  await page.locator(".hit").first().dispatchEvent("touchmove");
  assert.equal(await focused(), false);
});

test("without JavaScript the filters unfold, and a button applies them", async () => {
  const plain = await startBrowser({ ...phone, javaScriptEnabled: false });
  try {
    const { page } = await plain.open(`${its.recap.url}/?q=internship`);
    await page.getByText("Filters", { exact: true }).and(page.locator("label")).click();
    await page.getByRole("checkbox", { name: "2022" }).check();
    await page.getByRole("button", { name: "Apply" }).click();
    await page.waitForURL("**year=2022**");
  } finally {
    await plain.stop();
  }
});
