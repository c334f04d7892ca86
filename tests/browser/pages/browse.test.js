// SPDX-License-Identifier: GPL-2.0-or-later
// The list of all articles.

import assert from "node:assert/strict";
import { test } from "node:test";

import { hostileArticles, made, nothing, serving, violations } from "./support.js";

const its = serving({ articles: hostileArticles });

test("from the front page to all articles, to a topic, and to a search", async () => {
  const { page, seen } = await its.browser.open(its.recap.url);
  await page.getByRole("link", { name: "All articles by year and topic" }).click();
  await page.waitForURL("**/browse");
  await page.getByRole("navigation", { name: "Topic" }).getByRole("link", { name: "onboarding" }).click();
  await page.waitForURL("**/browse/topic/onboarding");
  await page.getByRole("heading", { name: "Articles about onboarding" }).waitFor();
  await page.getByRole("navigation", { name: "Topic" }).locator("[aria-current=page]", { hasText: "onboarding" }).waitFor();
  await page.locator("#q").fill("monitoring");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${its.recap.url}/?q=monitoring`);
  assert.deepEqual(seen.errors, []);
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing, it fits a phone, and markup of articles is inert, ${colorScheme}`, async () => {
    const { page, seen } = await its.browser.open("about:blank");
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    for (const target of ["/browse", "/browse/year/2022"]) {
      await page.goto(its.recap.url + target);
      assert.deepEqual(await violations(page), [], target);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true);
      assert.deepEqual(await made(page), nothing);
    }
    assert.deepEqual([seen.dialogs, seen.strange, seen.errors], [[], [], []]);
  });
}
