// SPDX-License-Identifier: GPL-2.0-or-later
// InstantSearch.js with both generations of its client, as a reader uses it.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { documented, hostileArticles, made, nothing, openBrowser, openPage, startRecap, startSite } from "./support.js";

const clients = {
  v5: {
    script: "/node_modules/algoliasearch/dist/lite/builds/browser.umd.js",
    make: (recap) => `window["algoliasearch/lite"].liteClient("recap", "key",
      {hosts: [{url: "${recap.host}", port: ${recap.port}, accept: "readWrite", protocol: "http"}]})`,
  },
  v4: {
    script: "/node_modules/algoliasearch-v4/dist/algoliasearch-lite.umd.js",
    make: (recap) => `algoliasearch("recap", "key",
      {hosts: [{url: "${recap.host}:${recap.port}", accept: 3, protocol: "http"}]})`,
  },
};

/** Of corpus/ and hostileArticles. */
const articles = 17;

const widgets = ["searchbox", "stats", "topics", "season", "year", "dynamic", "hits", "pagination", "related"];

function page(client, recap) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title><body>
    ${widgets.map((id) => `<div id="${id}"></div>`).join("")}
    <script src="${client.script}"></script>
    <script src="/node_modules/instantsearch.js/dist/instantsearch.production.min.js"></script>
    <script>
      const search = instantsearch({indexName: "recap", searchClient: ${client.make(recap)}});
      const w = instantsearch.widgets;
      const item = (hit, {html, components}) => html\`<a href="\${hit.url}">\${components.Highlight({hit, attribute: "title"})}</a>
        <i>\${components.Highlight({hit, attribute: "author"})}</i>
        <p>\${components.Snippet({hit, attribute: "content"})}</p>\`;
      search.addWidgets([
        w.configure({hitsPerPage: 4, attributesToSnippet: ["content:20"]}),
        w.searchBox({container: "#searchbox"}),
        w.stats({container: "#stats"}),
        w.refinementList({container: "#topics", attribute: "topics", searchable: true}),
        w.menu({container: "#season", attribute: "season"}),
        w.rangeInput({container: "#year", attribute: "year"}),
        w.hits({container: "#hits", templates: {item}}),
        w.pagination({container: "#pagination"}),
        w.relatedProducts({container: "#related", objectIDs: ["2023-01-lablup-fall-internship"], limit: 3,
          templates: {item: (hit, {html}) => html\`<b>\${hit.title}</b>\`}}),
      ]);
      search.start();
      const other = instantsearch({indexName: "recap", searchClient: ${client.make(recap)}});
      other.addWidgets([w.dynamicWidgets({container: "#dynamic", facets: ["*"], widgets: [],
        fallbackWidget: ({container, attribute}) => w.panel({templates: {header: () => attribute}})(w.menu)({container, attribute})})]);
      other.start();
    </script></body></html>`;
}

for (const [version, client] of Object.entries(clients)) {
  describe(`instantsearch.js with algoliasearch ${version}`, () => {
    let recap, site, browser, opened;
    const at = (selector) => opened.page.locator(selector);
    const total = async () => Number((await at("#stats").innerText()).match(/^(No|[\d,]+)/)[0].replace("No", "0"));
    const settled = (expected) => opened.page.waitForFunction(
      (text) => document.querySelector("#stats").innerText.startsWith(text), expected);

    before(async () => {
      recap = await startRecap(hostileArticles);
      site = await startSite({ "/": page(client, recap) });
      browser = await openBrowser();
      opened = await openPage(browser, site.url);
      await at(".ais-Hits-item").first().waitFor();
    });
    after(async () => {
      await browser?.close();
      await site?.stop();
      await recap?.stop();
    });

    it("shows all articles, their facets and their pages", async () => {
      assert.equal(await total(), articles);
      assert.equal(await at(".ais-Hits-item").count(), 4);
      assert.equal(await at(".ais-Pagination-item--page").count(), 5);
      assert.ok(await at("#topics .ais-RefinementList-item").count() > 3);
      const low = await at("#year .ais-RangeInput-input--min").getAttribute("placeholder");
      assert.match(low, /^20\d\d$/);
    });

    it("goes to another page", async () => {
      const first = await at(".ais-Hits-item").first().innerText();
      await at(".ais-Pagination-item--page >> text=2").click();
      await opened.page.waitForFunction((text) => document.querySelector(".ais-Hits-item").innerText !== text, first);
      await at(".ais-Pagination-item--page >> text=1").click();
      await opened.page.waitForFunction((text) => document.querySelector(".ais-Hits-item").innerText === text, first);
    });

    it("finds and highlights what is typed", async () => {
      await at("#searchbox .ais-SearchBox-input").pressSequentially("monitoring");
      await settled("1 result");
      assert.match(await at(".ais-Hits-item .ais-Snippet-highlighted").first().innerText(), /monitoring/i);
      await at("#searchbox .ais-SearchBox-reset").click();
      await settled(`${articles} results`);
    });

    it("narrows by lists, menus and ranges, and widens again", async () => {
      await at("#season .ais-Menu-link >> text=winter").click();
      await settled("2 results");
      const before = await at("#season .ais-Menu-item").count();
      assert.ok(before > 1, "a menu counts its other values without itself");
      await at("#season .ais-Menu-link >> text=winter").click();
      await settled(`${articles} results`);
      const label = at("#topics .ais-RefinementList-item").first();
      const count = Number(await label.locator(".ais-RefinementList-count").innerText());
      await label.locator("input").click();
      await settled(`${count} result`);
      await at("#topics .ais-RefinementList-item--selected input").click();
      await settled(`${articles} results`);
      await at("#year .ais-RangeInput-input--min").fill("2022");
      await at("#year .ais-RangeInput-submit").click();
      await opened.page.waitForFunction(() => !document.querySelector("#stats").innerText.startsWith("17"));
      const expected = await (await fetch(`${recap.url}/1/indexes/recap/query`,
        { method: "POST", body: JSON.stringify({ numericFilters: ["year>=2022"] }) })).json();
      assert.equal(await total(), expected.nbHits);
      await at("#year .ais-RangeInput-input--min").fill("");
      await at("#year .ais-RangeInput-submit").click();
      await settled(`${articles} results`);
    });

    it("searches the values of a facet", async () => {
      await at("#topics .ais-SearchBox-input").fill("onb");
      await opened.page.waitForFunction(
        () => document.querySelector("#topics .ais-RefinementList-labelText")?.innerText === "onboarding");
      assert.equal(await at("#topics .ais-RefinementList-labelText mark").innerText(), "onb");
      await at("#topics .ais-SearchBox-input").fill("");
    });

    it("shows a widget for each facet that has values", async () => {
      await at("#dynamic .ais-Menu-item").first().waitFor();
      const shown = await at("#dynamic .ais-Panel-header").allInnerTexts();
      assert.deepEqual([...shown].sort(), ["author", "lang", "season", "topics", "year"]);
      assert.ok(await at("#dynamic .ais-Menu-item").count() > 5);
    });

    it("shows related stories", async () => {
      const shown = await at("#related b").allInnerTexts();
      const { hits } = await (await fetch(`${recap.url}/v1/articles/2023-01-lablup-fall-internship/related?limit=3`)).json();
      assert.deepEqual(shown, hits.map((hit) => hit.title));
    });

    it("shows markup of articles as text", async () => {
      await at("#searchbox .ais-SearchBox-input").fill("evil");
      await settled("3 results");
      const text = await at("#hits").innerText();
      assert.match(text, /evil <img src="\/hostile" onerror="alert\(1\)">/);
      assert.match(text, /<img src=\/hostile onerror=alert\(14\)>/);
      assert.match(await at("#topics").innerText(), /<svg onload=alert\(3\)>/);
      assert.deepEqual(await made(opened.page, "#hits, #topics, #season, #stats"), nothing);
    });

    it("has no error, no dialog, and no request to another host", () => {
      assert.deepEqual(opened.seen.errors, []);
      assert.deepEqual(opened.seen.dialogs, []);
      assert.deepEqual(opened.seen.strange, []);
      assert.ok(opened.seen.posts.some((body) => JSON.parse(body).requests.length > 1), "several searches in a call");
    });
  });
}

describe("the InstantSearch example of docs/embedding.md", () => {
  it("finds what is typed", async (test) => {
    const recap = await startRecap();
    test.after(() => recap.stop());
    const html = documented("InstantSearch", recap,
      { "algoliasearch": "algoliasearch", "instantsearch.js": "instantsearch.js", "instantsearch.css": "instantsearch.css" });
    const site = await startSite({ "/": html });
    test.after(() => site.stop());
    const browser = await openBrowser();
    test.after(() => browser.close());
    const { page, seen } = await openPage(browser, site.url);
    await page.locator("#searchbox input").fill("monitoring");
    await page.locator("#hits mark").first().waitFor();
    assert.match(await page.locator("#hits a").first().getAttribute("href"), /#monitoring$/);
    assert.deepEqual(seen, { ...seen, dialogs: [], errors: [], strange: [] });
  });
});
