// SPDX-License-Identifier: GPL-2.0-or-later
// The ways through the search box: keyboard, screen reader, completions, looks.

import assert from "node:assert/strict";
import { test } from "node:test";

import { answered, serving, violations } from "./support.js";

const its = serving({ body: "<recap-search></recap-search>" });

const box = (page) => page.locator("recap-search input");
const rows = (page) => page.locator("recap-search [role=option]");
const opened = async () => {
  const { page } = await its.browser.open(its.site.url);
  await page.waitForFunction(() => customElements.get("recap-search"));
  return page;
};
const asked = async (q) => {
  const page = await opened();
  await page.keyboard.press("/");
  await page.keyboard.type(q);
  await answered(page, q);
  return page;
};

test("a combobox points at its listbox and at one option, and the arrows go round through the box", async () => {
  const page = await asked("onboarding");
  assert.equal(await box(page).getAttribute("role"), "combobox");
  const list = page.locator(`recap-search #${await box(page).getAttribute("aria-controls")}`);
  assert.equal(await list.getAttribute("role"), "listbox");
  const ids = await rows(page).evaluateAll((all) => all.map((row) => row.id));
  assert.equal(new Set(ids).size, ids.length);
  const pointed = () => box(page).getAttribute("aria-activedescendant");
  const seen = [];
  for (let press = 0; press <= ids.length; press += 1) {
    await page.keyboard.press("ArrowDown");
    seen.push(await pointed());
  }
  assert.deepEqual(seen, [...ids, null]);
  await page.keyboard.press("ArrowUp");
  assert.equal(await pointed(), ids.at(-1));
  assert.equal(await page.locator("recap-search [aria-selected=true]").count(), 1);
  assert.equal(await box(page).evaluate((input) => input.getRootNode().activeElement === input), true, "the focus stays in the box");
  await page.keyboard.type("s");
  await page.waitForFunction(() => !document.querySelector("recap-search").shadowRoot.querySelector("input").hasAttribute("aria-activedescendant"));
});

test("groups have names, and the number of results is announced", async () => {
  const page = await asked("onb");
  assert.deepEqual(await page.locator("recap-search [role=group]").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label"))), ["Suggestions", "Articles"]);
  await page.locator("recap-search [role=status]", { hasText: /^\s*\d+ results?$/ }).waitFor({ state: "attached" });
});

test("a completion becomes the query", async () => {
  const page = await asked("onb");
  await page.getByRole("option", { name: "onboarding", exact: true }).click();
  await page.waitForFunction(() => document.querySelector("recap-search").shadowRoot.querySelector("input").value === "onboarding");
  await page.locator("recap-search mark").first().waitFor();
  assert.equal(page.url(), its.site.url);
});

test("Escape and a click outside close it, and the focus returns to the button", async () => {
  const page = await opened();
  const button = page.locator("recap-search .trigger");
  await button.click();
  await box(page).waitFor();
  await page.keyboard.type("m");
  await page.keyboard.press("Escape"); // alone, a browser's box of this type would only lose its text
  await box(page).waitFor({ state: "hidden" });
  assert.equal(await button.evaluate((one) => one.getRootNode().activeElement === one), true);
  await button.click();
  await page.mouse.click(5, 5);
  await box(page).waitFor({ state: "hidden" });
});

test("Ctrl-K and Cmd-K are keys, not letters: they open on a Korean keyboard too", async () => {
  const page = await opened();
  for (const held of [{ ctrlKey: true }, { metaKey: true }]) {
    await page.evaluate((keys) => document.dispatchEvent(new KeyboardEvent("keydown", { key: "ㅏ", code: "KeyK", bubbles: true, ...keys })), held);
    await box(page).waitFor();
    await page.keyboard.press("Escape");
    await box(page).waitFor({ state: "hidden" });
  }
});

test("Enter without a choice opens the search page, which is as corrected or uncorrected as the box", async () => {
  const page = await asked("onboarding");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${its.recap.url}/?q=onboarding`);
});

test("attributes set server, query, number and language", async () => {
  const page = await opened();
  const asked = page.waitForRequest((request) => request.url().includes("/v1/search"));
  await page.evaluate((src) => {
    const element = document.createElement("recap-search");
    for (const [name, value] of Object.entries({ src, filter: "lang=ko", limit: 2, all: "none", lang: "ko", placeholder: "글", hotkeys: "off" })) element.setAttribute(name, value);
    document.querySelector("recap-search").replaceWith(element);
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "/", code: "Slash", bubbles: true }));
    if (element.shadowRoot.querySelector("dialog").open) throw new Error("hotkeys are off");
    element.open("인턴십");
  }, its.recap.url);
  const { origin, pathname, searchParams } = new URL((await asked).url());
  assert.deepEqual([origin, pathname, Object.fromEntries(searchParams)], [its.recap.url, "/v1/search", { lang: "ko", q: "인턴십", limit: "2", more_sections: "1" }]);
  await rows(page).first().waitFor();
  assert.equal(await page.locator("recap-search .footer a").count(), 0);
  assert.equal(await box(page).getAttribute("aria-label"), "글");
  await page.locator("recap-search [role=listbox][aria-label=글]").waitFor();
});

test("properties and parts style it", async () => {
  const page = await opened();
  const background = await page.locator("recap-search").evaluate((element) => {
    element.style.setProperty("--recap-background", "rgb(1, 2, 3)");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("recap-search::part(button) { border-color: rgb(4, 5, 6); }");
    document.adoptedStyleSheets = [sheet];
    const style = getComputedStyle(element.shadowRoot.querySelector("button"));
    return [style.backgroundColor, style.borderTopColor];
  });
  assert.deepEqual(background, ["rgb(1, 2, 3)", "rgb(4, 5, 6)"]);
});

for (const theme of ["light", "dark"]) {
  test(`axe finds nothing in a ${theme} box, by the reader's choice or the site's`, async () => {
    const page = await asked("monitering");
    await page.evaluate(() => { document.documentElement.style.colorScheme = "light dark"; });
    const other = theme === "dark" ? "light" : "dark";
    for (const [chosen, reader] of [[null, theme], [theme, other]]) {
      await page.emulateMedia({ colorScheme: reader });
      await page.locator("recap-search").evaluate((element, value) => value && element.setAttribute("theme", value), chosen);
      const dialog = page.locator("recap-search dialog");
      await dialog.evaluate((one) => Promise.all(one.getAnimations().map((each) => each.finished)));
      const light = await dialog.evaluate((one) => Number(getComputedStyle(one).backgroundColor.match(/\d+/)[0]) > 128);
      assert.equal(light, theme === "light");
      assert.deepEqual(await violations(page), []);
    }
  });
}
