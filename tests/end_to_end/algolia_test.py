# SPDX-License-Identifier: GPL-2.0-or-later
"""The search protocol of Algolia's clients, from outside."""

import json
import unittest
import urllib.parse

from tests.end_to_end import programs

FALL_2022 = "2023-01-lablup-fall-internship"


class Client:
    """Sends what the clients send: JSON under a content type that needs no preflight."""

    def __init__(self, daemon):
        self.daemon = daemon

    def post(self, path, body, headers=None, content_type="text/plain"):
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        fields = {"Content-Type": content_type, **(headers or {})}
        return self.daemon.request(path, method="POST", body=content, headers=fields)

    def one(self, query="", index="recap", **parameters):
        return self.all({"indexName": index, "query": query, **parameters})[0]

    def all(self, *items):
        status, _, body = self.post("/1/indexes/*/queries?x-algolia-agent=a", {"requests": list(items)})
        if status != 200:
            raise AssertionError(body)
        return body["results"]

    def refusal(self, path, body):
        status, fields, answer = self.post(path, body)
        assert fields["Content-Type"] == "application/json", fields
        assert answer["status"] == status and answer["message"], answer
        return status


def ids(result):
    return [hit["objectID"] for hit in result["hits"]]


class AlgoliaCorpusTest(programs.CorpusTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.client = Client(cls.daemon)


class AlgoliaTest(AlgoliaCorpusTest):
    options = ("--cors-origin", "*")

    def test_a_search_finds_what_the_native_one_finds(self):
        result = self.client.one("monitoring")
        native = self.daemon.search("monitoring", limit=20)
        self.assertEqual(ids(result), [hit["id"] for hit in native["hits"]])
        self.assertEqual((result["nbHits"], result["page"], result["nbPages"], result["hitsPerPage"]), (1, 0, 1, 20))
        self.assertEqual((result["index"], result["query"], result["params"]), ("recap", "monitoring", "query=monitoring"))
        self.assertIsInstance(result["processingTimeMS"], int)
        hit = result["hits"][0]
        self.assertEqual((hit["year"], hit["section"]["anchor"]), (2022, "monitoring"))
        self.assertIn("<em>", hit["_highlightResult"]["content"]["value"])
        self.assertEqual(hit["_highlightResult"]["content"]["matchLevel"], "full")
        self.assertEqual(hit["_highlightResult"]["content"]["matchedWords"], ["monitoring"])
        self.assertIn("<em>", hit["_snippetResult"]["content"]["value"])

    def test_the_routes_for_one_search_return_the_same(self):
        many = self.client.one("onboarding", facets=["year"])
        status, _, one = self.client.post("/1/indexes/recap/query", {"query": "onboarding", "facets": ["year"]})
        self.assertEqual(status, 200)
        params = {"params": urllib.parse.urlencode({"query": "onboarding", "facets": '["year"]'})}
        _, _, encoded = self.client.post("/1/indexes/recap/query", params,
                                         content_type="application/x-www-form-urlencoded")
        for answer in (one, encoded):
            self.assertEqual(answer["hits"], many["hits"])
            self.assertEqual(answer["facets"], many["facets"])

    def test_facets_are_counted_under_all_filters(self):
        native = self.daemon.search("onboarding", facets="year,topic")
        result = self.client.one("onboarding", facets=["*"], hitsPerPage=0)
        self.assertEqual(result["facets"]["year"], {one["value"]: one["count"] for one in native["facets"]["year"]})
        self.assertEqual(result["nbHits"], native["total"])
        self.assertEqual(sorted(result["facets"]), ["author", "lang", "season", "topics", "year"])
        self.assertEqual(result["renderingContent"]["facetOrdering"]["facets"]["order"], list(result["facets"]))
        self.assertNotIn("renderingContent", self.client.one("onboarding"))
        years = [int(year) for year, count in result["facets"]["year"].items() for _ in range(count)]
        self.assertEqual(result["facets_stats"]["year"],
                         {"min": min(years), "max": max(years), "avg": sum(years) / len(years), "sum": sum(years)})
        filtered = self.client.one("onboarding", facets=["year"], facetFilters=[["year:2022"]])
        self.assertEqual(list(filtered["facets"]["year"]), ["2022"])
        few = self.client.one("", facets=["topics"], maxValuesPerFacet=2)
        self.assertEqual(len(few["facets"]["topics"]), 2)

    def test_filters_of_each_kind_agree(self):
        expected = ids(self.client.one("", facetFilters=["year:2022"], hitsPerPage=100))
        self.assertTrue(expected)
        for parameters in [{"filters": "year:2022"}, {"filters": "year = 2022"}, {"numericFilters": ["year=2022"]},
                           {"numericFilters": ["year>=2022", "year<=2022"]}, {"facetFilters": "year:2022"},
                           {"filters": "year:2022 TO 2022"}, {"facetFilters": [["year:2022", "year:1901"]]}]:
            with self.subTest(parameters):
                self.assertEqual(ids(self.client.one("", hitsPerPage=100, **parameters)), expected)
        rest = ids(self.client.one("", facetFilters=["year:-2022"], hitsPerPage=100))
        self.assertEqual(len(rest) + len(expected), 14)
        self.assertFalse(set(rest) & set(expected))
        self.assertEqual(ids(self.client.one("", filters=f"objectID:{FALL_2022}")), [FALL_2022])

    def test_alternatives_reach_across_attributes(self):
        either = set(ids(self.client.one("", facetFilters=[["year:2022", "lang:ko"]], hitsPerPage=100)))
        year = set(ids(self.client.one("", facetFilters=["year:2022"], hitsPerPage=100)))
        korean = set(ids(self.client.one("", facetFilters=["lang:ko"], hitsPerPage=100)))
        self.assertEqual(either, year | korean)
        both = set(ids(self.client.one("", facetFilters=["year:2022", "lang:ko"], hitsPerPage=100)))
        self.assertEqual(both, year & korean)

    def test_days_of_publication_can_be_compared(self):
        hits = self.client.one("", hitsPerPage=100)["hits"]
        dates = sorted(hit["date_timestamp"] for hit in hits if "date_timestamp" in hit)
        middle = dates[len(dates) // 2]
        later = self.client.one("", numericFilters=[f"date_timestamp>={middle}"], hitsPerPage=100)["hits"]
        self.assertEqual(sorted(hit["date_timestamp"] for hit in later), [date for date in dates if date >= middle])

    def test_values_of_a_facet_can_be_searched(self):
        status, _, body = self.client.post("/1/indexes/recap/facets/topics/query", {"facetQuery": "Onb"})
        self.assertEqual(status, 200)
        self.assertEqual(body["facetHits"][0]["value"], "onboarding")
        self.assertEqual(body["facetHits"][0]["highlighted"], "<em>onb</em>oarding")
        for signs in ("\U0001f600", '"', "?!"):
            _, _, none = self.client.post("/1/indexes/recap/facets/topics/query", {"facetQuery": signs})
            self.assertEqual(none["facetHits"], [], signs)
        _, _, other = self.client.post("/1/indexes/recap/facets/topics/query", {"params": "facetQuery=zzz"})
        self.assertEqual(other["facetHits"], [])

    def test_operators_are_words_unless_enabled(self):
        for query in ["year:abc", "author:", "((((", "a OR", "-", '"', "c++", "NOT", "인턴십 year:", "x" * 512]:
            with self.subTest(query):
                self.client.one(query)
                self.client.one(query, advancedSyntax=True)
        self.assertEqual(ids(self.client.one('"good first issue"', advancedSyntax=True)), [FALL_2022])

    def test_words_that_no_article_has_are_dropped(self):
        self.assertGreater(self.client.one("onboarding zanzibar")["nbHits"], 0)
        self.assertEqual(self.client.one("onboarding zanzibar", removeWordsIfNoResults="none")["nbHits"], 0)

    def test_pages_join_and_end(self):
        whole = ids(self.client.one("internship", hitsPerPage=100))
        pages = [self.client.one("internship", hitsPerPage=3, page=page) for page in range(len(whole) // 3 + 1)]
        self.assertEqual(sum((ids(page) for page in pages), []), whole)
        self.assertEqual({page["nbPages"] for page in pages}, {(len(whole) + 2) // 3})
        beyond = self.client.one("internship", page=999, hitsPerPage=20)
        self.assertEqual((beyond["hits"], beyond["nbHits"]), ([], len(whole)))
        window = self.client.one("internship", offset=2, length=3)
        self.assertEqual(ids(window), whole[2:5])
        self.assertNotIn("nbPages", window)

    def test_newest_is_sorted_by_date(self):
        dates = [hit.get("date", "") for hit in self.client.one("internship", "recap_newest")["hits"]]
        self.assertEqual(dates, sorted(dates, reverse=True))
        self.assertGreater(len(dates), 3)

    def test_only_requested_attributes_are_retrieved(self):
        hit = self.client.one("monitoring", attributesToRetrieve=["title"], attributesToHighlight=["title"],
                              attributesToSnippet=[])["hits"][0]
        self.assertEqual(sorted(hit), ["_highlightResult", "objectID", "title"])
        self.assertEqual(list(hit["_highlightResult"]), ["title"])
        hit = self.client.one("monitoring", attributesToRetrieve=["*", "-content"])["hits"][0]
        self.assertNotIn("content", hit)
        self.assertIn("title", hit)
        self.assertEqual(sorted(self.client.one("a", responseFields=["nbHits", "hits"])), ["hits", "nbHits"])

    def test_docsearch_gets_sections(self):
        levels = [f"hierarchy.lvl{level}" for level in range(7)]
        result = self.client.one("monitoring", attributesToRetrieve=[*levels, "content", "type", "url"],
                                 attributesToSnippet=["hierarchy.lvl1:10", "content:10"], highlightPreTag="<mark>",
                                 highlightPostTag="</mark>", hitsPerPage=20, facetFilters=["language:en"])
        hit = result["hits"][0]
        self.assertEqual(hit["objectID"], FALL_2022 + "#monitoring")
        self.assertTrue(hit["url"].endswith("#monitoring"))
        self.assertEqual([hit["hierarchy"]["lvl1"], hit["hierarchy"]["lvl2"]], ["Tasks", "Monitoring"])
        self.assertIsNone(hit["hierarchy"]["lvl6"])
        self.assertEqual(hit["type"], "content")
        self.assertIn("<mark>", hit["_snippetResult"]["content"]["value"])
        self.assertIn("lvl0", hit["_snippetResult"]["hierarchy"])
        self.assertIn("lvl0", hit["_highlightResult"]["hierarchy"])
        self.assertNotIn("lvl6", hit["_highlightResult"]["hierarchy"])
        every = self.client.one("onboarding", "recap_sections", hitsPerPage=20)
        self.assertLessEqual(len(every["hits"]), 20)
        self.assertGreater(len(every["hits"]), len(set(hit["url_without_anchor"] for hit in every["hits"])))
        whole = self.client.one("", "recap_sections")["hits"]
        self.assertTrue(all(hit["type"] == "lvl1" for hit in whole))
        for hit in whole:  # the title is written once, and still groups
            self.assertEqual(hit["hierarchy"]["lvl0"], "")
            self.assertEqual(hit["hierarchy"]["lvl1"], hit["_highlightResult"]["hierarchy"]["lvl0"]["value"])

    def test_a_long_query_is_cut_and_the_response_says_so(self):
        for long in ("onboarding monitoring " + "words " * 60, "https://example.org/" + "onboarding/" * 60, "인턴십 " * 200):
            asked = [{"indexName": "recap", "query": q} for q in (long, "monitoring ")]
            status, _, body = self.client.post("/1/indexes/*/queries", {"requests": asked})
            self.assertEqual(status, 200, long[:30])
            cut, short = body["results"]
            self.assertEqual(cut["message"], "the query is too long; only its beginning was searched")
            self.assertEqual(cut["query"], long)
            self.assertGreater(cut["nbHits"], 0)
            self.assertNotIn("message", short)
            self.assertEqual(short["hits"], self.client.one("monitoring ")["hits"])

    def test_recommendations_are_related_stories(self):
        path = "/1/indexes/*/recommendations"
        request = {"indexName": "recap", "model": "related-products", "objectID": FALL_2022, "threshold": 0}
        status, _, body = self.client.post(path, {"requests": [request]})
        self.assertEqual(status, 200)
        _, _, native = self.daemon.request(f"/v1/articles/{FALL_2022}/related?limit=20")
        hits = body["results"][0]["hits"]
        self.assertEqual([hit["objectID"] for hit in hits], [hit["id"] for hit in native["hits"]])
        self.assertTrue(all(0 <= hit["_score"] <= 100 for hit in hits))
        least = hits[1]["_score"]
        for change, expected in [({"maxRecommendations": 1}, hits[:1]), ({"threshold": least}, hits[:2]),
                                 ({"objectID": "none"}, []),
                                 ({"queryParameters": {"filters": "lang:ko"}}, [hit for hit in hits if hit["lang"] == "ko"])]:
            with self.subTest(change):
                _, _, body = self.client.post(path, {"requests": [{**request, **change}]})
                self.assertEqual([hit["objectID"] for hit in body["results"][0]["hits"]], [hit["objectID"] for hit in expected])
        for change in [{"model": "trending-items"}, {"threshold": "x"}, {"queryParameters": 3}]:
            self.assertEqual(self.client.refusal(path, {"requests": [{**request, **change}]}), 400)

    def test_mistakes_are_reported_and_never_a_5xx(self):
        many = "/1/indexes/*/queries"
        for body in [b"", b"{", b"[]", b"null", b"\xff", b"[" * 100000, b'{"requests":{}}', b'{"requests":[3]}',
                     b'{"requests":[{"indexName":"recap","query":{}}]}', b'{"requests":[{"indexName":"recap","params":7}]}']:
            with self.subTest(body[:40]):
                self.assertEqual(self.client.refusal(many, body), 400)
        for item in [{"hitsPerPage": -1}, {"page": "x"}, {"filters": "(((("}, {"facetFilters": [["colour:red"]]},
                     {"hitsPerPage": 1001}, {"numericFilters": ["lang>3"]}]:
            with self.subTest(item):
                self.assertEqual(self.client.refusal(many, {"requests": [{"indexName": "recap", **item}]}), 400)
        self.assertEqual(self.client.refusal(many, {"requests": [{"indexName": "other"}]}), 404)
        self.assertEqual(self.client.refusal("/1/indexes/%ED%95%9C/query", {}), 404)
        self.assertEqual(self.client.refusal("/1/indexes/recap/settings", {}), 404)
        self.assertEqual(self.client.refusal("/1/indexes/recap/facets/title/query", {}), 400)
        _, _, refused = self.client.post("/1/indexes/recap/facets/title/query", {})
        for facet in ("year", "topics", "series"):
            self.assertIn(f"{facet}, ", refused["message"])
        self.assertEqual(self.client.refusal(many, b"x" * (2 << 20)), 413)
        status, fields, body = self.daemon.request("/1/indexes/recap/query")
        self.assertEqual((status, body["status"], fields["Allow"]), (405, 405, "POST, OPTIONS"))

    def test_pages_of_other_origins_may_search(self):
        status, fields, _ = self.client.post("/1/indexes/recap/query", {}, headers={"Origin": "https://example.org"})
        self.assertEqual((status, fields["Access-Control-Allow-Origin"]), (200, "*"))
        status, fields, _ = self.daemon.request("/1/indexes/recap/query", method="OPTIONS",
                                                headers={"Origin": "https://example.org"})
        self.assertEqual(status, 204)
        self.assertIn("*", fields["Access-Control-Allow-Headers"])


class AlgoliaOptionsTest(programs.ProgramTest):
    def test_a_search_key_must_be_sent_if_one_is_set(self):
        self.write("a.md", "# One\nalpha\n")
        programs.index(self.db, self.site)
        (self.folder / "key").write_text("s3cret\n")
        daemon = self.start("--search-key-file", str(self.folder / "key"), "--index-name", "블로그")
        client = Client(daemon)
        path = "/1/indexes/" + urllib.parse.quote("블로그") + "/query"
        for given, expected in [({}, 403), ({"X-Algolia-API-Key": "wrong"}, 403), ({"X-Algolia-API-Key": "s3cret"}, 200)]:
            status, _, body = client.post(path, {"query": "alpha"}, headers=given)
            self.assertEqual(status, expected, body)
        self.assertEqual(client.post(path + "?x-algolia-api-key=s3cret", {})[0], 200)
        self.assertEqual(client.refusal(path + "?x-algolia-api-key=s3cre", {}), 403)
        self.assertEqual(daemon.search("alpha")["total"], 1)

    def test_an_unreadable_key_file_is_reported(self):
        self.write("a.md", "# One\nalpha\n")
        programs.index(self.db, self.site)
        with self.assertRaisesRegex(AssertionError, "--search-key-file"):
            self.start("--search-key-file", str(self.folder / "none"))

    def test_markup_of_an_article_is_escaped_if_the_tags_are_markup(self):
        self.write("a.md", '---\ntitle: "evil <img src=x onerror=alert(1)>"\n---\n'
                           "## evil <b>bold</b>\nevil `<script>` & text\n")
        programs.index(self.db, self.site)
        client = Client(self.start())
        escaped = client.one("evil")["hits"][0]
        self.assertEqual(escaped["_highlightResult"]["title"]["value"],
                         "<em>evil</em> &lt;img src=x onerror=alert(1)&gt;")
        plain = client.one("evil", highlightPreTag="__ais-highlight__", highlightPostTag="__/ais-highlight__")["hits"][0]
        self.assertEqual(plain["_highlightResult"]["title"]["value"],
                         "__ais-highlight__evil__/ais-highlight__ <img src=x onerror=alert(1)>")
        section = client.one("evil", "recap_sections", attributesToSnippet=[])["hits"][0]
        for value in [section["_snippetResult"]["content"], *section["_snippetResult"]["hierarchy"].values()]:
            self.assertNotRegex(value["value"], "<(?!/?em>)")


if __name__ == "__main__":
    unittest.main()
