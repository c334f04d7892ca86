// SPDX-License-Identifier: GPL-2.0-or-later
// DocSearch, its last three major versions, by the example of docs/embedding.md.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { documented, hostileArticles, made, nothing, openBrowser, openPage, startRecap, startSite } from "./support.js";

for (const version of ["v3", "v4", "v5"]) {
  describe(`@docsearch/js ${version}`, () => {
    let recap, site, browser, opened;
    const at = (selector) => opened.page.locator(selector);
    const ask = async (query) => {
      await at(".DocSearch-Input").fill(query);
      await at(".DocSearch-Hit").first().waitFor();
    };

    before(async () => {
      recap = await startRecap(hostileArticles);
      const packages = { "@docsearch/js": `docsearch-${version}`, "@docsearch/css": "@docsearch/css" };
      const example = documented("DocSearch", recap, packages);
      const page = version === "v3" ? example.replace('indices: ["recap_sections"]', 'indexName: "recap_sections"') : example;
      site = await startSite({ "/": page });
      browser = await openBrowser();
      opened = await openPage(browser, site.url);
      await at(".DocSearch-Button").click();
      await at(".DocSearch-Input").waitFor();
    });
    after(async () => {
      await browser?.close();
      await site?.stop();
      await recap?.stop();
    });

    it("shows the section that matches, under its article", async () => {
      await ask("monitoring");
      assert.match(await at(".DocSearch-Hit-source").first().innerText(), /\S/);
      assert.match(await at(".DocSearch-Hit mark").first().innerText(), /monitoring/i);
      assert.match(await at(".DocSearch-Hit a").first().getAttribute("href"), /#monitoring$/);
    });

    it("names an article once above its rows, and not again in a path", async () => {
      await ask("internship");
      await at(".DocSearch-Hit-source").nth(3).waitFor();
      const groups = await at(".DocSearch-Hits").evaluateAll((all) => all.map((group) => ({
        article: group.querySelector(".DocSearch-Hit-source").innerText,
        rows: [...group.querySelectorAll(".DocSearch-Hit")].map((row) => ({
          title: row.querySelector(".DocSearch-Hit-title").innerText,
          path: row.querySelector(".DocSearch-Hit-path")?.innerText ?? "",
        })),
      })));
      const articles = groups.map(({ article }) => article);
      assert.ok(articles.every(Boolean), articles.join(" | "));
      assert.deepEqual([...new Set(articles)], articles);
      for (const { article, rows } of groups) {
        for (const { title, path } of rows) {
          assert.notEqual(title, "");
          assert.ok(!path.startsWith(`${article} > ${article}`), path);
          assert.ok(version !== "v5" || title !== article || path === "", `${title}: ${path}`);
        }
      }
    });

    it("finds Korean", async () => {
      await at(".DocSearch-Input").fill("인턴십");
      await opened.page.waitForFunction(
        () => [...document.querySelectorAll(".DocSearch-Hit mark")].some((mark) => mark.innerText === "인턴십"));
    });

    it("says so when there is nothing", async () => {
      await at(".DocSearch-Input").fill("zzzzqqqq");
      await at(".DocSearch-NoResults").waitFor();
    });

    it("shows markup of articles as text", async () => {
      await ask("evil");
      const hits = ".DocSearch-Dropdown";
      assert.match(await at(hits).innerText(), /<(img|svg|script)/);
      assert.deepEqual(await made(opened.page, hits), nothing);
    });

    it("has no error, no dialog, and no request to another host", () => {
      assert.deepEqual(opened.seen.errors, []);
      assert.deepEqual(opened.seen.dialogs, []);
      assert.deepEqual(opened.seen.strange, []);
    });

    it("opens the section when its row is clicked", async () => {
      await ask("monitoring");
      const row = at(".DocSearch-Hit a[href$='#monitoring']").first();
      const address = await row.getAttribute("href");
      await opened.page.route(address.split("#")[0], (route) => route.fulfill({ body: "the article" }));
      await row.click();
      await opened.page.waitForURL(address);
    });
  });
}
