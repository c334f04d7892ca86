// SPDX-License-Identifier: GPL-2.0-or-later
// The full clients of both generations, without a browser.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { startRecap } from "./support.js";

describe("algoliasearch", () => {
  let recap, v5, v4;

  before(async () => {
    recap = await startRecap();
    const { algoliasearch } = await import("algoliasearch");
    v5 = algoliasearch("recap", "key",
      { hosts: [{ url: recap.host, port: recap.port, accept: "readWrite", protocol: "http" }] });
    const { default: four } = await import("algoliasearch-v4");
    v4 = four("recap", "key", { hosts: [{ url: `${recap.host}:${recap.port}`, accept: 3, protocol: "http" }] });
  });
  after(() => recap?.stop());

  it("v5 searches one index and several", async () => {
    const one = await v5.searchSingleIndex({ indexName: "recap", searchParams: { query: "monitoring" } });
    assert.equal(one.nbHits, 1);
    const { results } = await v5.search({ requests: [{ indexName: "recap", query: "monitoring" },
      { indexName: "recap", query: "", facets: ["year"], hitsPerPage: 0 }] });
    assert.deepEqual(results[0].hits, one.hits);
    assert.ok(results[1].facets.year["2022"] > 0);
  });

  it("v4 searches one index and several", async () => {
    const index = v4.initIndex("recap");
    const one = await index.search("monitoring", { facets: ["year"], filters: "year:2022 AND lang:en" });
    assert.equal(one.nbHits, 1);
    assert.deepEqual(one.facets, { year: { 2022: 1 } });
    const { results } = await v4.multipleQueries([{ indexName: "recap", query: "monitoring", params: { hitsPerPage: 1 } }]);
    assert.equal(results[0].hits[0].objectID, one.hits[0].objectID);
  });

  it("both search the values of a facet", async () => {
    const five = await v5.searchForFacetValues(
      { indexName: "recap", facetName: "topics", searchForFacetValuesRequest: { facetQuery: "onb" } });
    const four = await v4.initIndex("recap").searchForFacetValues("topics", "onb");
    for (const { facetHits } of [five, four]) assert.equal(facetHits[0].value, "onboarding");
  });

  it("both get the reason of an error", async () => {
    const unknownIndex = { name: "ApiError", status: 404, message: /unknown index other/ };
    await assert.rejects(v5.searchSingleIndex({ indexName: "other" }), unknownIndex);
    await assert.rejects(v4.initIndex("other").search(""), unknownIndex);
  });
});
