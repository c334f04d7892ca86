// SPDX-License-Identifier: GPL-2.0-or-later
// The pages and the search box for readers of Korean, looked at by axe in light and in the dark.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { root, serving, violations } from "./support.js";

const its = serving({ body: '<recap-search lang="ko"></recap-search>', locale: "ko-KR" });

const draft = "# 서버 지켜보기\n\n인턴십 동안 온보딩을 마치고 컨테이너가 도는 서버의 모니터링을 맡았다.\n\n멘토가 코드 리뷰를 해 주었다.\n";

/** Checks the page in both schemes, once nothing moves any more. */
async function lookAt(page) {
  assert.equal(await page.locator("html").getAttribute("lang"), "ko");
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await violations(page), [], colorScheme);
  }
}

for (const [what, query] of Object.entries({
  "the front page": "", "results": "?q=인턴십&year=2022", "most of the words": "?q=인턴십 온보딩", "a correction": "?q=인턴쉽", "a bad query": "?q=year:abc", "no result": "?q=쀍쀍쀍쀍",
})) {
  test(`axe finds nothing on ${what}`, async () => {
    const { page } = await its.browser.open(`${its.recap.url}/${query}`);
    for (const why of await page.getByText("이 결과가 나온 이유").all()) await why.click();
    await lookAt(page);
  });
}

test("axe finds nothing on the editor's page: empty, a draft, one that is published, a published article", async () => {
  const { page } = await its.browser.open(`${its.recap.url}/editor`);
  await lookAt(page);
  await page.locator("#draft").fill(draft);
  await page.locator("#related .story").first().waitFor();
  await lookAt(page);
  await page.locator("#draft").fill(readFileSync(`${root}/corpus/03-summer-2021.ko.md`, "utf8"));
  await page.locator("#duplicates .share").first().waitFor();
  await lookAt(page);
  await page.getByText("발행된 글").click();
  await page.locator("#pick").fill("인턴십");
  await page.locator("#found button").first().click();
  await page.locator("#related .story").first().waitFor();
  await lookAt(page);
});

test("axe finds nothing in the search box: closed, results, a correction, nothing found", async () => {
  const { page } = await its.browser.open(its.site.url);
  await page.evaluate(() => { document.documentElement.lang = "ko"; });
  await page.locator("recap-search .trigger").getByText("검색").waitFor();
  await lookAt(page);
  await page.keyboard.press("/");
  const dialog = page.locator("recap-search dialog");
  await dialog.evaluate((one) => Promise.all(one.getAnimations().map((each) => each.finished)));
  for (const [q, shown] of [["인턴십", "[role=option]"], ["monitering", ".note button"], ["쀍쀍쀍쀍", ".message:not(:empty)"]]) {
    await page.locator("recap-search input").fill(q);
    await page.locator(`recap-search ${shown}`).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await lookAt(page);
  }
});

test("a mistake in a query is explained in Korean, on the page, in the search box and on the editor's page", async () => {
  const notice = "닫는 괄호가 빠졌습니다";
  const { page } = await its.browser.open(its.recap.url);
  await page.locator("#q").fill("(인턴십");
  await page.locator(".state p[lang=ko]", { hasText: notice }).waitFor();
  await page.goto(`${its.recap.url}/editor`);
  await page.getByText("발행된 글").click();
  await page.locator("#pick").fill("(인턴십");
  await page.locator("#state", { hasText: notice }).waitFor();
  await page.goto(its.site.url);
  await page.locator("recap-search .trigger").click();
  await page.locator("recap-search input").fill("(인턴십");
  const message = page.locator("recap-search .message", { hasText: notice });
  await message.waitFor();
  assert.equal(await message.getAttribute("lang"), null);
  assert.equal(await page.locator("recap-search [role=status]").textContent(), notice);
});
