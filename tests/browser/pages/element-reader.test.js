// SPDX-License-Identifier: GPL-2.0-or-later
// What Chromium tells a screen reader about the search box, held against the pattern of an editable
// combobox with a list (ARIA Authoring Practices Guide).

import assert from "node:assert/strict";
import { test } from "node:test";

import { accessible, answered, serving } from "./support.js";

const its = serving({ body: "<recap-search></recap-search>" });

const opened = async (lang = "en") => {
  const { page } = await its.browser.open(its.site.url);
  await page.waitForFunction(() => customElements.get("recap-search"));
  await page.evaluate((tag) => {
    const element = document.createElement("recap-search");
    element.lang = tag;
    document.querySelector("recap-search").replaceWith(element);
  }, lang);
  await page.keyboard.press("/");
  return page;
};
const asked = async (q) => {
  const page = await opened();
  await page.keyboard.type(q);
  await answered(page, q);
  return page;
};
const spoken = (page, text) => page.locator("recap-search [role=status]", { hasText: text }).waitFor({ state: "attached" });

test("closed it is a button that opens a dialog, and nothing else", async () => {
  const page = await opened();
  await page.keyboard.press("Escape");
  await page.locator("recap-search dialog").waitFor({ state: "hidden" });
  const { of } = await accessible(page);
  const [button, ...others] = of("button");
  assert.deepEqual([button.name, button.hasPopup, others], ["Search", "dialog", []]);
  for (const role of ["dialog", "combobox", "listbox", "status", "alert"]) assert.deepEqual(of(role), [], role);
});

test("opened, it is a modal dialog with a focused combobox and initial entries", async () => {
  const page = await opened();
  await page.locator("recap-search [role=option]").first().waitFor();
  const { of } = await accessible(page);
  assert.deepEqual(of("group").map(({ name }) => name), ["Topics", "Newest articles"]);
  assert.deepEqual(of("dialog").map(({ name, modal }) => [name, modal]), [["Search", true]]);
  const [box] = of("combobox");
  assert.deepEqual([box.name, box.focused, box.expanded, box.autocomplete, box.activedescendant], ["Search", true, true, "list", undefined]);
  assert.ok(of("button").some(({ name }) => name.startsWith("Close")));
  assert.deepEqual(of("RootWebArea")[0].name, "Site");
  assert.deepEqual(of("heading"), [], "the page behind is out of reach");
});

test("results are a list that the combobox controls, in named groups, none chosen", async () => {
  const page = await asked("onb");
  await spoken(page, "results");
  const { of } = await accessible(page);
  const [box] = of("combobox");
  const [list] = of("listbox");
  assert.deepEqual([box.expanded, list.name, box.controls], [true, "Search", [list]]);
  assert.deepEqual(of("group").map(({ name }) => name), ["Suggestions", "Articles"]);
  const options = of("option");
  assert.ok(options.length > 3);
  assert.deepEqual(options.filter(({ selected }) => selected), []);
  assert.equal(options[0].name, "onboarding");
  for (const { name } of options) assert.match(name, /\S/);
  assert.equal(box.activedescendant, undefined, "what was typed stays what Enter asks for");
});

test("the arrows move the chosen option, and the focus stays in the box", async () => {
  const page = await asked("onboarding");
  const count = (await accessible(page)).of("option").length;
  for (const [key, at] of [["ArrowDown", 0], ["ArrowDown", 1], ["ArrowUp", 0], ["ArrowUp", null], ["ArrowUp", count - 1], ["ArrowDown", null]]) {
    await page.keyboard.press(key);
    const { of } = await accessible(page);
    const [box] = of("combobox");
    const expected = at === null ? undefined : [of("option")[at]];
    assert.deepEqual(box.activedescendant, expected);
    assert.deepEqual(of("option").filter(({ selected }) => selected), expected ?? []);
    assert.equal(box.focused, true);
  }
});

test("all announcements come from one polite region: counts, corrections, no results, mistakes, an unavailable server", async () => {
  const page = await opened();
  const heard = async (text) => {
    await spoken(page, text);
    const { of } = await accessible(page);
    const regions = of("status");
    assert.deepEqual(regions.map(({ live, atomic }) => [live, atomic]), [["polite", true]]);
    assert.deepEqual(of("alert"), []);
    return regions[0].text;
  };
  await page.keyboard.type("monitoring");
  assert.equal(await heard("1 result"), "1 result");
  await page.locator("recap-search input").fill("monitering");
  assert.match(await heard("Showing results"), /^Showing results for monitoring\. .*1 result$/);
  await page.locator("recap-search input").fill("qqqqzzzz");
  assert.match(await heard("Nothing found"), /^Nothing found for “qqqqzzzz”/);
  assert.deepEqual((await accessible(page)).of("group").map(({ name }) => name), ["Topics"]);
  await page.locator("recap-search input").fill("year:abc");
  assert.match(await heard("year"), /year: takes a year/);
  await page.route("**/v1/*", (route) => route.abort());
  await page.keyboard.type(" ");
  await page.keyboard.type("x");
  assert.match(await heard("currently unavailable"), /Please try again/);
});

test("Korean: every label and announcement", async () => {
  const page = await opened("ko");
  await page.keyboard.type("인턴십");
  await spoken(page, "검색 결과");
  const { of } = await accessible(page);
  assert.deepEqual([of("dialog")[0].name, of("combobox")[0].name, of("listbox")[0].name], ["검색", "검색", "검색"]);
  assert.deepEqual(of("group").map(({ name }) => name), ["추천 검색어", "글"]);
  assert.match(of("status")[0].text, /^검색 결과 \d+건$/);
  assert.ok(of("button").some(({ name }) => name.startsWith("닫기")));
});
