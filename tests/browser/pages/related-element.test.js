// SPDX-License-Identifier: GPL-2.0-or-later
// <recap-related> below an article.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { made, nothing, root, serving, startSite, violations } from "./support.js";

const its = serving();

const text = readFileSync(`${root}/corpus/08-fall-2022.md`, "utf8").replace(/^---[^]*?\n---\n/, "");
const url = "https://www.backend.ai/blog/2023-01-lablup-fall-internship";

/** Opens a page of an article with the two lines of docs/embedding.md, then calls `test` with it. */
async function onSite(body, lines, check) {
  const site = await startSite(`<article><h2>Fall 2022 internship</h2><p>${body}</p></article>${lines}<script type="module" src="${its.recap.url}/assets/recap-related.js"></script>`, its.recap);
  const { page, seen } = await its.browser.open(site.url);
  try {
    await check(page, seen);
  } finally {
    await page.close();
    await site.stop();
  }
}
const stories = (page) => page.locator("recap-related li");

test("it shows stories similar to the article with its id", () => onSite("short", '<recap-related article="2023-summer-internship"></recap-related>', async (page, seen) => {
  await stories(page).first().waitFor();
  const { hits } = await (await fetch(`${its.recap.url}/v1/articles/2023-summer-internship/related?limit=3`)).json();
  assert.deepEqual(await page.locator("recap-related a").allTextContents(), hits.map(({ title }) => title));
  await page.getByRole("heading", { name: "Related stories" }).waitFor();
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(seen.errors, []);
}));

test("without an id it compares the text of the page, and leaves the page itself out", () => onSite(text, '<recap-related limit="4" heading="More"></recap-related>', async (page) => {
  await stories(page).first().waitFor();
  await page.getByRole("heading", { name: "More" }).waitFor();
  const shown = await page.locator("recap-related a").evaluateAll((all) => all.map(({ href }) => href));
  assert.ok(shown.length > 1 && shown.length <= 4, shown.join());
  assert.ok(!shown.includes(url), shown.join());
}));

test("on a Korean page it is Korean, dates included", () => onSite("short", '<recap-related lang="ko" article="2023-summer-internship"></recap-related>', async (page) => {
  await page.getByRole("heading", { name: "관련 글" }).waitFor();
  await page.locator("recap-related .meta", { hasText: /\d{4}년 \d+월 \d+일/ }).first().waitFor();
}));

test("without stories, only the content of the tag is shown", () => onSite("short", '<recap-related article="nowhere"><a href="/all">All</a></recap-related>', async (page) => {
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("/related?")));
  assert.equal(await page.getByRole("link", { name: "All" }).isVisible(), true);
  assert.equal(await page.locator("recap-related").getByRole("heading").count(), 0);
}));

test("markup and addresses of stories are inert", () => onSite("short", '<p>before</p>', async (page, seen) => {
  const story = { id: "a", title: "<img src=/hostile onerror=alert(1)>", url: "https://example.org/a", author: ["<b>x</b>"], lang: '"><img>', date: "2024-01-01", topics: [], reasons: { topics: ["<script>alert(2)</script>"], words: [] } };
  await page.route("**/related?*", (route) => route.fulfill({ json: { hits: [story, { ...story, url: "javascript:alert(3)" }] }, headers: { "access-control-allow-origin": "*" } }));
  await page.evaluate(() => {
    const element = document.createElement("recap-related");
    element.setAttribute("article", "a");
    document.body.append(element);
  });
  await stories(page).first().waitFor();
  assert.equal(await stories(page).count(), 1);
  assert.deepEqual(await made(page), nothing);
  assert.deepEqual([seen.dialogs, seen.strange], [[], []]);
}));
