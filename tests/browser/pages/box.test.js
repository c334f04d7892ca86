// SPDX-License-Identifier: GPL-2.0-or-later
// What a search box shows before, during and after a search.

import assert from "node:assert/strict";
import { test } from "node:test";

import { answered, hurry, serving, violations } from "./support.js";

/** An article with a title longer than a phone shows. */
const longTitle = { "long.md": "---\nauthor: Somebody Whose Name Takes Another Line\ndate: 2019-01-02\n---\n# Internship titles that are long enough for five lines of the search box on a phone, and then for another one, which nobody reads while typing\nText.\n" };
const its = serving({ articles: longTitle, body: '<p style="height: 3000px">long</p><recap-search></recap-search>' });

const box = (page) => page.locator("recap-search input");
const hits = (page) => page.locator("recap-search [role=option]:has(.title)");
const groups = (page) => page.locator("recap-search [role=group]").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
const settled = (page) => page.locator("recap-search dialog").evaluate((one) => Promise.all(one.getAnimations().map((each) => each.finished)));
const opened = async (options = {}) => {
  const { page, seen } = await its.browser.open("about:blank");
  if (options.viewport) await page.setViewportSize(options.viewport);
  await page.goto(its.site.url);
  await page.locator("recap-search .trigger").waitFor();
  await page.keyboard.press("/");
  await box(page).waitFor();
  return { page, seen };
};

/** The number of articles that are wholly visible without scrolling. */
const inSight = (page) => page.locator("recap-search .list").evaluate((list) => {
  const { bottom } = list.getBoundingClientRect();
  return [...list.querySelectorAll("[role=option]:has(.title)")].filter((row) => row.getBoundingClientRect().bottom <= bottom).length;
});

for (const [device, viewport, least] of [["desktop", { width: 1280, height: 800 }, 4], ["phone", { width: 375, height: 667 }, 3]]) {
  test(`on a ${device} ${least} articles or more are in sight, with two lines of each passage`, async () => {
    const { page } = await opened({ viewport });
    await page.keyboard.type("internship");
    await answered(page, "internship");
    await settled(page);
    assert.ok(await inSight(page) >= least, `${await inSight(page)}`);
    const lines = await page.locator("recap-search .text").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight)));
    assert.ok(Math.max(...lines) < 2.1, `${lines}`);
  });
}

test("it opens with topics and the newest articles, and after a search with recent searches", async () => {
  const { page, seen } = await opened();
  await hits(page).first().waitFor();
  assert.deepEqual(await groups(page), ["Topics", "Newest articles"]);
  const newest = await (await fetch(`${its.recap.url}/v1/search?limit=3`)).json();
  assert.deepEqual(await page.locator("recap-search .own").allTextContents(), newest.hits.map(({ title }) => title));
  await settled(page);
  assert.deepEqual(await violations(page), []);
  await page.getByRole("option", { name: "internship", exact: true }).click();
  await answered(page, "internship");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/?q=internship");
  await page.goBack();
  await page.keyboard.press("/");
  await hits(page).first().waitFor();
  assert.deepEqual(await groups(page), ["Recent searches", "Topics", "Newest articles"]);
  assert.deepEqual(seen.errors, []);
});

test("a suggestion says whether it opens an article or a section; the others search", async () => {
  const { page } = await opened();
  await page.keyboard.type("inter");
  await answered(page, "inter");
  const rows = await page.locator("recap-search .word").evaluateAll((all) => all.map((row) => [row.matches("a[href]"), row.querySelector(".opens")?.textContent ?? null, row.querySelector("path").getAttribute("d")]));
  assert.ok(rows.some(([opens]) => opens) && rows.some(([opens]) => !opens), JSON.stringify(rows));
  for (const [opens, said] of rows) assert.equal(said !== null, opens);
  assert.equal(new Set(rows.map(([opens, , shape]) => `${opens} ${shape}`)).size, 2, "one shape each");
});

test("a long suggestion has two lines, and the text after a title is aligned with it", async () => {
  const { page } = await opened({ viewport: { width: 375, height: 667 } });
  await page.keyboard.type("titles");
  await answered(page, "titles");
  const lines = await page.locator("recap-search .word", { hasText: "long enough" }).locator("span").first().evaluate((one) => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight));
  assert.ok(lines > 1 && lines < 2.1, `${lines}`);
  const lefts = await page.locator("recap-search .title", { hasText: "Somebody" }).evaluateAll((all) => all.map((title) => {
    const [own, meta] = ["own", "meta"].map((name) => title.querySelector(`.${name}`).getBoundingClientRect());
    return meta.top >= own.bottom - 4 ? meta.left - own.left : NaN;
  }));
  assert.ok(lefts.length && lefts.every((left) => Math.abs(left) < 1), `${lefts}`);
});

test("Enter searches for the text in the box, regardless of the last response", async () => {
  for (const [first, chosen] of [["", 0], ["onboarding", 0], ["onboarding", 2]]) {
    const { page } = await opened();
    if (first) {
      await box(page).fill(first);
      await answered(page, first);
    }
    for (let row = 0; row < chosen; ++row) await page.keyboard.press("ArrowDown");
    await page.route("**/v1/**", () => {}); // never answered
    await box(page).fill("monitoring");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/?q=monitoring");
  }
});

test("Enter leaves an uncorrected search uncorrected", async () => {
  const { page } = await opened();
  await page.keyboard.type("monitering");
  await page.getByRole("button", { name: "Search instead" }).click();
  await page.locator("recap-search .note", { hasText: "Did you mean monitoring?" }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/?q=monitering&typo=off");
});

test("a slow response has a visible sign of waiting", async () => {
  const { page } = await opened();
  let answer;
  const held = new Promise((resolve) => { answer = resolve; });
  await page.route("**/v1/search?q=*", async (route) => {
    await held;
    await route.continue();
  });
  await page.keyboard.type("monitoring");
  await page.locator("recap-search [role=listbox][aria-busy=true]").waitFor();
  answer();
  await answered(page, "monitoring");
  await page.locator("recap-search [role=listbox][aria-busy=false]").waitFor();
});

test("when the server is back, the box sends its request again", async () => {
  const { page } = await opened();
  await hurry(page);
  await page.route("**/v1/**", (route) => route.abort());
  await page.keyboard.type("monitoring");
  await page.locator("recap-search .message", { hasText: "currently unavailable" }).waitFor();
  await page.unroute("**/v1/**");
  await answered(page, "monitoring");
  assert.equal(await page.locator("recap-search .message").textContent(), "");
});

test("an unfinished operator is not shown as a mistake while the reader types", async () => {
  const { page } = await opened();
  await page.keyboard.type("onboarding");
  await answered(page, "onboarding");
  const refused = page.waitForResponse((response) => response.url().includes("/v1/search") && response.status() === 400);
  await page.keyboard.type(" OR");
  await refused;
  assert.equal(await page.locator("recap-search .message").textContent(), "");
  assert.ok(await hits(page).count());
  await page.locator("recap-search .message", { hasText: "OR" }).waitFor();
});

test("an unfinished phrase does not report that nothing is found while the reader types", async () => {
  const { page } = await opened();
  await page.keyboard.type("code");
  await answered(page, "code");
  const responded = page.waitForResponse((response) => new URL(response.url()).searchParams.get("q") === '"code rev');
  await box(page).fill('"code rev');
  await (await responded).finished();
  assert.equal(await page.locator("recap-search .message").textContent(), "");
  assert.ok(await hits(page).count());
  await page.locator("recap-search .message", { hasText: "Nothing found" }).waitFor();
});

test("a long text is cut, and the box says so", async () => {
  const { page } = await opened();
  await box(page).fill(`internship onboarding ${"monitoring container ".repeat(200)}`);
  await page.locator("recap-search .note", { hasText: "Only its beginning was searched" }).waitFor();
  assert.ok(await hits(page).count());
});

test("without results there is no link to all results", async () => {
  const { page } = await opened();
  await page.keyboard.type("qqqqzzzz");
  await page.locator("recap-search .message", { hasText: "Nothing found" }).waitFor();
  assert.equal(await page.getByRole("link", { name: "All results" }).count(), 0);
});

test("without results there are topics to choose, and a button clears the box", async () => {
  const { page } = await opened();
  const clear = page.getByRole("button", { name: "Clear", exact: true });
  assert.equal(await clear.isVisible(), false);
  await page.locator("recap-search .chips .option").first().waitFor();
  await page.keyboard.type("qqqqzzzz");
  await page.locator("recap-search .message", { hasText: "Nothing found" }).waitFor();
  await clear.click();
  await page.getByRole("group", { name: "Newest articles" }).waitFor();
  assert.equal(await page.locator("recap-search input").inputValue(), "");
  assert.equal(await clear.isVisible(), false);
  await page.keyboard.type("qqqqzzzz");
  await page.locator("recap-search .message", { hasText: "Nothing found" }).waitFor();
  await page.getByRole("group", { name: "Topics" }).getByRole("option").first().click();
  await page.getByRole("group", { name: "Articles" }).waitFor();
});

test("a wrong attribute is reported to the owner, not to readers", async () => {
  const { page } = await opened();
  const consoleLines = [];
  page.on("console", (message) => consoleLines.push(message.text()));
  await page.locator("recap-search").evaluate((element) => element.setAttribute("limit", "lots"));
  await page.keyboard.type("monitoring");
  await answered(page, "monitoring");
  assert.ok(consoleLines.some((text) => text.includes("limit is a whole number")), consoleLines.join());
  await page.evaluate(() => {
    const element = document.createElement("recap-search");
    element.setAttribute("filter", "colour=red");
    document.querySelector("recap-search").replaceWith(element);
    element.open("monitoring");
  });
  await page.locator("recap-search .message", { hasText: "currently unavailable" }).waitFor();
  assert.ok(consoleLines.some((text) => text.includes("there is no parameter colour")), consoleLines.join());
});

test("the page does not scroll while the box is open", async () => {
  const { page } = await opened();
  await page.mouse.move(10, 10);
  await page.mouse.wheel(0, 500);
  const height = () => page.evaluate(() => [getComputedStyle(document.documentElement).overflowY, scrollY]);
  assert.deepEqual(await height(), ["hidden", 0]);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => getComputedStyle(document.documentElement).overflowY === "visible");
});

test("the chosen row is recognisable in forced colours", async () => {
  const { page } = await opened();
  await page.emulateMedia({ forcedColors: "active" });
  await page.keyboard.type("internship");
  await answered(page, "internship");
  await page.keyboard.press("ArrowDown");
  const outline = (selector) => page.locator(`recap-search ${selector}`).first().evaluate((row) => getComputedStyle(row).outlineStyle);
  assert.equal(await outline("[aria-selected=true]"), "solid");
  assert.equal(await outline("[role=option][aria-selected=false]"), "none");
});

test("it is as light or dark as the page, not as the system", async () => {
  const { page } = await opened();
  await page.emulateMedia({ colorScheme: "dark" });
  const light = () => page.locator("recap-search dialog").evaluate((one) => Number(getComputedStyle(one).backgroundColor.match(/\d+/)[0]) > 128);
  assert.equal(await light(), true, "a page that says nothing is light");
  await page.evaluate(() => { document.documentElement.style.colorScheme = "light dark"; });
  assert.equal(await light(), false);
  await page.emulateMedia({ colorScheme: "light" });
  assert.equal(await light(), true);
  await page.evaluate(() => { document.documentElement.style.colorScheme = "dark"; });
  assert.equal(await light(), false);
});

test("its dialog has no landmarks", async () => {
  const { page } = await opened();
  assert.equal(await page.locator("recap-search :is(footer, header, main, nav, aside)").count(), 0);
});
