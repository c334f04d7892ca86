// SPDX-License-Identifier: GPL-2.0-or-later
// The filters of the search page: their values, and their place for the keyboard.

import assert from "node:assert/strict";
import { test } from "node:test";

import { serving, startBrowser, violations } from "./support.js";

const its = serving();
const hits = (page) => page.locator(".hit");

test("filters have counts for year, season, topic, author and language", async () => {
  const { page } = await its.browser.open(its.recap.url);
  assert.deepEqual(await page.locator("#filters legend").allTextContents(), ["Year", "Season", "Topic", "Author", "Language"]);
  const count = Number(await page.locator("label[for=filter-lang-ko] .count").textContent());
  await page.getByRole("checkbox", { name: "Korean" }).check();
  await page.locator(".status", { hasText: `${count} articles` }).waitFor();
  assert.equal(await hits(page).count(), count);
});

test("one value among many is found by its letters, and stays so after a tick", async () => {
  const { page, seen } = await its.browser.open(its.recap.url);
  assert.equal(await page.getByRole("checkbox", { name: "kubernetes" }).count(), 0);
  await page.locator("#more-topic").click();
  const field = page.getByRole("searchbox", { name: "Find a topic" });
  await field.fill("kuber");
  const values = page.locator("details:has(#more-topic) .value:visible");
  assert.deepEqual(await values.locator(".name").allTextContents(), ["kubernetes"]);
  await field.press("Enter");
  assert.equal(page.url(), `${its.recap.url}/`);
  await page.getByRole("checkbox", { name: "kubernetes" }).check();
  await page.waitForURL("**/?topic=kubernetes");
  await page.getByRole("checkbox", { name: "kubernetes" }).and(page.locator(":focus")).waitFor();
  assert.equal(await field.inputValue(), "kuber");
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(seen.errors, []);
});

test("the first result is at most eight stops of the keyboard away, and the filters follow the results", async () => {
  const { page } = await its.browser.open(`${its.recap.url}/?q=onboarding`);
  await page.getByRole("checkbox").first().waitFor();
  await page.evaluate(() => document.activeElement.blur());
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
  const stops = [];
  while (stops.length < 20 && !(await page.locator(".hit h2 a").first().evaluate((title) => title === document.activeElement))) {
    await page.keyboard.press("Tab");
    stops.push(await focused());
  }
  assert.deepEqual(stops.slice(0, 2), ["Skip to the results", "Skip to the filters"]);
  assert.equal(stops.length <= 8, true, stops.join(" | "));
  await page.keyboard.press("Control+Home");
  await page.locator(".skip.to-filters").press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.matches("#filters input[type=checkbox]")), true);
});

test("further values of a filter keep the focus, and close without the server", async () => {
  const { page } = await its.browser.open(its.recap.url);
  await page.locator("a#more-topic").press("Enter");
  await page.locator("summary#more-topic:focus").waitFor();
  assert.equal(page.url(), `${its.recap.url}/`);
  await page.keyboard.press("Enter");
  assert.equal(await page.getByRole("checkbox", { name: "kubernetes" }).isVisible(), false);
});

test("without JavaScript a link shows the further values of a filter", async () => {
  const plain = await startBrowser({ javaScriptEnabled: false });
  try {
    const { page } = await plain.open(`${its.recap.url}/?year=2022`);
    await page.locator("a#more-topic").click();
    await page.waitForURL("**/?year=2022&more=topic");
    const value = page.locator("details[open] input[name=topic]").first();
    const topic = await value.getAttribute("value");
    await value.check();
    await page.getByRole("button", { name: "Apply" }).click();
    await page.waitForURL((url) => url.searchParams.get("topic") === topic && url.searchParams.get("more") === "topic");
  } finally {
    await plain.stop();
  }
});
