// SPDX-License-Identifier: GPL-2.0-or-later

import assert from "node:assert/strict";
import { test } from "node:test";

import { clickWhileAnswered, compose, hostileArticles, hurry, made, nothing, serving, startBrowser, staysInside, violations } from "./support.js";

const its = serving({ articles: hostileArticles });

const hits = (page) => page.locator(".hit");

/** The front page, when its box has the focus. */
const front = async () => {
  const tab = await its.browser.open(its.recap.url);
  await tab.page.locator("#q:focus").waitFor();
  return tab;
};

test("shows results while typing, keeps the focus, and the address has the query", async () => {
  const { page, seen } = await front();
  await page.keyboard.type("monitoring");
  await page.locator(".hit mark").first().waitFor();
  await page.waitForURL("**/?q=monitoring");
  assert.equal(await page.evaluate(() => document.activeElement.id), "q");
  await page.reload();
  assert.equal(await page.locator("#q").inputValue(), "monitoring");
  assert.ok(await page.locator(".hit mark").count());
  assert.deepEqual(seen.errors, []);
});

test("a filter narrows, its chip takes it off, and the back button goes step by step", async () => {
  const { page } = await its.browser.open(`${its.recap.url}/?q=onboarding`);
  const all = await hits(page).count();
  await page.getByRole("checkbox", { name: "2022" }).check();
  await page.waitForURL("**year=2022**");
  await page.locator(".chip.on").waitFor();
  assert.ok((await hits(page).count()) < all);
  assert.equal(await page.evaluate(() => document.activeElement.id), "filter-year-2022");
  await page.locator(".chip.on").click();
  await page.waitForURL("**/?q=onboarding");
  await page.goBack();
  await page.locator(".chip.on").waitFor();
  await page.goBack();
  await page.locator(".chip.on").waitFor({ state: "detached" });
  assert.equal(await hits(page).count(), all);
});

test("the back button leads from one submitted search to the previous one, skipping typed states", async () => {
  const { page } = await front();
  for (const query of ["onboarding", "monitoring"]) {
    await page.locator("#q").fill("");
    await page.locator("#q").pressSequentially(query);
    await page.waitForURL(`**/?q=${query}`);
    await page.locator(".hit mark").first().waitFor();
    await page.keyboard.press("Enter");
  }
  await page.goBack();
  await page.waitForURL("**/?q=onboarding");
  assert.equal(await page.locator("#q").inputValue(), "onboarding");
  await page.locator(".hit mark", { hasText: /onboarding/i }).first().waitFor();
  await page.goBack();
  await page.waitForURL(`${its.recap.url}/`);
  await page.goForward();
  await page.goForward();
  await page.waitForURL("**/?q=monitoring");
});

test("the back button leads to a submitted search after another was typed over it", async () => {
  const { page } = await front();
  await page.keyboard.type("onboarding");
  await page.keyboard.press("Enter");
  await page.locator(".hit mark", { hasText: /onboarding/i }).first().waitFor();
  await page.locator("#q").fill("monitoring");
  await page.locator(".hit mark", { hasText: /monitoring/i }).first().waitFor();
  await page.locator(".hit .chip").first().click();
  await page.waitForURL("**/?topic=*");
  for (const query of ["?q=monitoring", "?q=onboarding", ""]) {
    await page.goBack();
    await page.waitForURL(`${its.recap.url}/${query}`);
  }
});

test("typing changes only the results", async () => {
  const { page } = await front();
  const places = () => page.evaluate(() => ["q", "filters", "results"].map((id) => {
    const { x, y, width } = document.getElementById(id).getBoundingClientRect();
    return [x, y, width].join();
  }));
  const before = await places();
  await page.keyboard.type("monitoring");
  await page.waitForURL("**/?q=monitoring");
  assert.deepEqual(await places(), before);
});

test("Korean is searched while it is composed", async () => {
  const { page, seen } = await front();
  const composition = await compose(page, ["ㅇ", "이", "인", "인ㅌ", "인터", "인턴"]);
  await page.locator(".hit mark").first().waitFor();
  await composition.commit();
  await page.keyboard.type("십");
  await page.waitForURL(`**/?q=${encodeURIComponent("인턴십")}`);
  assert.deepEqual(seen.errors, []);
});

test("a correction is announced, can be undone, and returns with the next key", async () => {
  const { page, seen } = await front();
  await page.keyboard.type("monitering");
  const said = page.locator(".note", { hasText: "Showing results for monitoring." });
  await said.waitFor();
  assert.match(await page.locator("#spoken").textContent(), /1 article.*monitoring/);
  await said.getByRole("link", { name: "Search instead for “monitering”" }).click();
  await page.waitForURL("**/?q=monitering&typo=off");
  await page.locator(".note", { hasText: "Did you mean monitoring?" }).waitFor();
  assert.equal(await hits(page).count(), 0);
  assert.deepEqual(await violations(page), []);
  await page.locator("#q").press("End");
  await page.keyboard.type("s");
  await page.waitForURL("**/?q=moniterings");
  await page.locator("#q").press("Backspace");
  await said.waitFor();
  await said.getByRole("link", { name: "monitoring", exact: true }).click();
  await page.waitForURL("**/?q=monitoring");
  assert.equal(await page.locator("#q").inputValue(), "monitoring");
  assert.deepEqual(seen.errors, []);
});

test("a click counts though an answer arrives between press and release", async () => {
  const { page } = await its.browser.open(`${its.recap.url}/?q=monitering`);
  await clickWhileAnswered(page, page.locator(".note a").first(), "q=moniterings", async () => {
    await page.locator("#q").press("End");
    await page.keyboard.type("s");
  });
  await page.waitForURL("**/?q=monitoring");
  assert.equal(await page.locator("#q").inputValue(), "monitoring");
});

test("a result gives its reasons in a sentence", async () => {
  const { page } = await its.browser.open(`${its.recap.url}/?q=monitering`);
  await page.getByText("Why this result").click();
  await page.locator(".why p", { hasText: "It has monitoring (for monitering) among its topics" }).waitFor();
});

test("articles are sorted and paged, and the address has both", async () => {
  const { page } = await front();
  await page.getByLabel("Sort by").selectOption("oldest");
  await page.waitForURL("**/?sort=oldest");
  const first = await page.locator(".hit h2").first().textContent();
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Next" }).click();
  await page.waitForURL("**/?sort=oldest&page=2");
  assert.notEqual(await page.locator(".hit h2").first().textContent(), first);
  await page.locator("[aria-current=page]", { hasText: "2" }).waitFor();
  await page.goBack();
  await page.waitForURL("**/?sort=oldest");
  await page.locator(".hit h2", { hasText: first }).first().waitFor();
});

test("following a link in the results by keyboard keeps the focus there", async () => {
  const { page } = await its.browser.open(`${its.recap.url}/?sort=oldest`);
  await page.getByRole("link", { name: "Next" }).press("Enter");
  await page.waitForURL("**/?sort=oldest&page=2");
  await page.locator("#results:focus").waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.getElementById("results").contains(document.activeElement)), true);
  await page.getByLabel("Sort by").focus();
  await page.getByLabel("Sort by").selectOption({ label: "newest first" });
  await page.waitForURL(`${its.recap.url}/`);
  await page.getByLabel("Sort by").and(page.locator(":focus")).waitFor();
});

test("a phone shows no more than fits its width, and filters on demand", async () => {
  const { page } = await its.browser.open("about:blank");
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${its.recap.url}/?q=onboarding`);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true);
  assert.equal(await page.locator("#filters").isVisible(), false);
  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByRole("checkbox", { name: "2022" }).check();
  await page.locator(".chip.on").waitFor();
  assert.equal(await page.locator("#filters").isVisible(), true);
  assert.deepEqual(await violations(page), []);
});

test("on paper there are results and nothing to click", async () => {
  const { page } = await its.browser.open(`${its.recap.url}/?q=onboarding`);
  await page.emulateMedia({ media: "print" });
  for (const part of [".filters", ".box", ".sort", ".why"]) assert.equal(await page.locator(part).first().isVisible(), false, part);
  assert.equal(await hits(page).first().isVisible(), true);
});

test("a page says where to add its search and how to follow it", async () => {
  const { page } = await its.browser.open(`${its.recap.url}/?q=onboarding`);
  const linked = (selector) => page.locator(selector).evaluate((link) => link.href);
  assert.equal(await linked("link[rel=search][type='application/opensearchdescription+xml']"), `${its.recap.url}/opensearch.xml`);
  assert.equal(await linked("link[rel=alternate][type='application/atom+xml']"), `${its.recap.url}/feed.atom?q=onboarding`);
});

test("without JavaScript a form, links and reloads do the same", async () => {
  const plain = await startBrowser({ javaScriptEnabled: false });
  try {
    const { page } = await plain.open(its.recap.url);
    await page.locator("#q").fill("onboarding");
    await page.keyboard.press("Enter");
    await page.locator(".hit mark").first().waitFor();
    await page.getByRole("checkbox", { name: "2022" }).check();
    await page.getByRole("button", { name: "Apply" }).click();
    await page.locator(".chip.on").waitFor();
    assert.match(page.url(), /q=onboarding.*year=2022/);
  } finally {
    await plain.stop();
  }
});

test("reports an unavailable server", async () => {
  const { page } = await front();
  await page.route("**/?q=*", (route) => route.abort());
  await page.keyboard.type("a");
  await page.getByRole("alert").filter({ hasText: "not responding" }).waitFor();
});

test("reports a silent server", async () => {
  const { page } = await front();
  await hurry(page);
  await page.route("**/?q=*", () => {}); // never answered
  await page.keyboard.type("a");
  await page.getByRole("alert").filter({ hasText: "not responding" }).waitFor();
});

test("reports a proxy's error page, and continues when the server is back", async () => {
  const { page } = await its.browser.open(`${its.recap.url}/?q=ab`);
  const away = page.getByRole("alert").filter({ hasText: "not responding" });
  await page.locator("#q").press("End");
  for (const [contentType, body] of [["application/json", '{"status":503}'], ["text/html", "<title>502 Bad Gateway</title>"]]) {
    await page.route("**/?q=*", (route) => route.fulfill({ status: 503, contentType, body }));
    await page.keyboard.type("c");
    await away.waitFor();
    assert.equal(await page.title(), "ab – Recap");
    await page.unroute("**/?q=*");
    await page.keyboard.press("Backspace");
    await away.waitFor({ state: "detached" });
  }
});

test("markup and addresses of articles are inert", async () => {
  const { page, seen } = await its.browser.open(`${its.recap.url}/?q=evil`);
  assert.equal(await hits(page).count(), 3);
  assert.ok(await staysInside(page, ".section", "heading"));
  for (const why of await page.getByText("Why this result").all()) await why.click();
  assert.deepEqual(await made(page), nothing);
  await page.locator("#q").fill('"><img src=/hostile onerror=alert(1)>');
  await page.waitForURL("**hostile**");
  await page.locator(".state, .hit").first().waitFor();
  assert.deepEqual(await made(page), nothing);
  assert.deepEqual([seen.dialogs, seen.strange, seen.errors], [[], [], []]);
});

for (const [what, path] of Object.entries({
  "the front page": "/", "results": "/?q=onboarding&year=2022", "a bad query": "/?q=year:abc", "no result": "/?q=qqqqzzzz", "a correction": "/?q=monitering",
})) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing on ${what}, ${colorScheme}`, async () => {
      const { page } = await its.browser.open("about:blank");
      await page.emulateMedia({ colorScheme });
      await page.goto(its.recap.url + path);
      assert.deepEqual(await violations(page), []);
    });
  }
}
