# SPDX-License-Identifier: GPL-2.0-or-later
"""Parameters of Algolia's clients that change which articles are found, in which order, with which attributes."""

import collections
import datetime
import itertools
import unittest

from tests.end_to_end.algolia_test import FALL_2022, AlgoliaCorpusTest, ids


class AlgoliaParametersTest(AlgoliaCorpusTest):
    def test_words_can_be_restricted_to_attributes(self):
        for query in ["monitoring", "monitor", "monitering"]:  # whole, unfinished, mistyped
            with self.subTest(query):
                self.assertEqual(ids(self.client.one(query, restrictSearchableAttributes=["topics"])), [FALL_2022])
                self.assertEqual(ids(self.client.one(query, restrictSearchableAttributes=["title", "_tags"])), [FALL_2022])
                self.assertEqual(ids(self.client.one(query, restrictSearchableAttributes="title")), [])
        self.assertEqual(ids(self.client.one("koo", restrictSearchableAttributes=["author"])), [FALL_2022])
        self.assertEqual(ids(self.client.one("koo", restrictSearchableAttributes=["title"])), [])

    def test_attributes_without_their_own_words_restrict_nothing(self):
        for names in [["content"], ["title", "content"], ["hierarchy.lvl1"], ["no_such"], [], None]:
            with self.subTest(names):
                self.assertEqual(ids(self.client.one("monitoring", restrictSearchableAttributes=names)), [FALL_2022])

    def test_an_article_has_as_many_sections_as_distinct_allows(self):
        def sections_of_each(**parameters):
            hits = self.client.one("work", "recap_sections", hitsPerPage=50, **parameters)["hits"]
            return collections.Counter(hit["url_without_anchor"] for hit in hits)
        every = sections_of_each()
        self.assertGreater(max(every.values()), 2)
        for unbounded in (False, 0, "false", None):
            self.assertEqual(sections_of_each(distinct=unbounded), every)
        for most in (1, 2, 4):
            self.assertEqual(sections_of_each(distinct=most), {url: min(count, most) for url, count in every.items()})
        self.assertEqual(set(sections_of_each(distinct=True).values()), {1})
        self.assertEqual(set(sections_of_each(params="distinct=true").values()), {1})

    def test_optional_words_may_be_missing(self):
        strict = {"removeWordsIfNoResults": "none"}
        self.assertEqual(ids(self.client.one("monitoring zanzibar", **strict)), [])
        for words in ["zanzibar", ["zanzibar"], "Zanzibar, other"]:
            self.assertEqual(ids(self.client.one("monitoring zanzibar", optionalWords=words, **strict)), [FALL_2022])
        both = self.client.one("monitoring onboarding", optionalWords=["onboarding"])
        self.assertEqual(ids(both), [FALL_2022])
        self.assertGreater(self.client.one("monitoring onboarding", optionalWords="monitoring onboarding")["nbHits"], 1)

    def test_any_word_of_a_similar_query_is_enough(self):
        similar = self.client.one("", similarQuery="monitoring winter zanzibar")
        self.assertEqual(ids(similar)[0], FALL_2022)
        self.assertGreater(similar["nbHits"], 1)
        self.assertEqual(similar["query"], "")
        self.assertEqual(ids(self.client.one("monitoring", similarQuery="winter zanzibar")), [FALL_2022])

    def test_preferred_values_come_first_and_exclude_nothing(self):
        for query in ["", "internship"]:
            with self.subTest(query):
                plain = self.client.one(query, hitsPerPage=100)
                preferring = self.client.one(query, hitsPerPage=100, optionalFilters=["year:2021<score=2>"])
                self.assertEqual(sorted(ids(preferring)), sorted(ids(plain)))
                years = [hit["year"] == 2021 for hit in preferring["hits"]]
                self.assertEqual(years, sorted(years, reverse=True))
                self.assertTrue(years[0])
        dates = [hit["date"] for hit in self.client.one("", optionalFilters=["year:2021"])["hits"] if hit["year"] == 2021]
        self.assertEqual(dates, sorted(dates, reverse=True))

    def test_ranking_information_is_returned_on_request(self):
        info = self.client.one("monitering", getRankingInfo=True)["hits"][0]["_rankingInfo"]
        self.assertEqual((info["nbTypos"], info["nbExactWords"], info["words"]), (1, 0, 1))
        self.assertTrue(all(isinstance(value, int) for value in info.values()))
        self.assertNotIn("_rankingInfo", self.client.one("monitoring")["hits"][0])

    def test_days_have_bounds(self):
        result = self.client.one("", facets=["date_timestamp"], hitsPerPage=100)
        days = sorted(hit["date_timestamp"] for hit in result["hits"] if "date_timestamp" in hit)
        bounds = result["facets_stats"]["date_timestamp"]
        self.assertEqual((bounds["min"], bounds["max"], bounds["sum"]), (days[0], days[-1], sum(days)))
        value, count = next(iter(result["facets"]["date_timestamp"].items()))
        self.assertEqual(datetime.datetime.fromtimestamp(int(value), datetime.timezone.utc).hour, 0)
        same_day = self.client.one("", facetFilters=[f"date_timestamp:{value}"])
        self.assertEqual(same_day["nbHits"], count)

    def test_values_of_facets_come_by_count_or_by_name(self):
        topics = self.client.one("", facets=["topics"])["facets"]["topics"]
        self.assertEqual(list(topics.values()), sorted(topics.values(), reverse=True))
        topics = self.client.one("", facets=["topics"], sortFacetValuesBy="alpha", maxValuesPerFacet=5)["facets"]["topics"]
        self.assertEqual(list(topics), sorted(topics))
        self.assertEqual(len(topics), 5)
        found = self.client.one(type="facet", facet="topics", facetQuery="", sortFacetValuesBy="alpha")["facetHits"]
        self.assertEqual([one["value"] for one in found], sorted(one["value"] for one in found))

    def test_members_of_arrays_without_a_match_can_be_left_out(self):
        both = {"restrictHighlightAndSnippetArrays": True, "attributesToSnippet": ["topics:5"]}
        hit = self.client.one("monitoring", **both)["hits"][0]
        self.assertEqual([one["value"] for one in hit["_highlightResult"]["topics"]], ["<em>monitoring</em>"])
        self.assertEqual(len(hit["_snippetResult"]["topics"]), 1)
        self.assertGreater(len(hit["topics"]), 1)

    def test_a_word_counts_as_matched_in_any_form(self):
        for query in ["monit", "monitering", "monitoring"]:
            title = self.client.one(query, restrictSearchableAttributes=["topics"])["hits"][0]["_highlightResult"]
            levels = {one["matchLevel"]: one["matchedWords"] for one in title["topics"]}
            self.assertEqual(levels["full"], [query])

    def test_invalid_values_are_reported(self):
        for item in [{"optionalFilters": ["colour:red"]}, {"optionalFilters": 3}, {"optionalWords": {}},
                     {"getRankingInfo": "perhaps"}, {"similarQuery": []},
                     {"restrictSearchableAttributes": [1]}, {"sortFacetValuesBy": 1}, {"distinct": "x"}, {"synonyms": 3}]:
            with self.subTest(item):
                body = {"requests": [{"indexName": "recap", "query": "a", **item}]}
                self.assertEqual(self.client.refusal("/1/indexes/*/queries", body), 400)

    def test_no_value_of_a_parameter_causes_a_5xx(self):
        names = """indexName query params page hitsPerPage offset length facets maxValuesPerFacet sortFacetValuesBy
            filters facetFilters numericFilters tagFilters optionalFilters attributesToRetrieve attributesToHighlight
            attributesToSnippet responseFields highlightPreTag highlightPostTag snippetEllipsisText advancedSyntax
            restrictHighlightAndSnippetArrays typoTolerance queryType removeWordsIfNoResults optionalWords similarQuery
            restrictSearchableAttributes getRankingInfo type facet facetQuery maxFacetHits distinct synonyms objectID model
            threshold maxRecommendations queryParameters""".split()
        values = [None, True, -1, 0, 1.5, 1e300, 10**30, "", "x", "[", "((", "a:b", "\0", "\ud800", "%ZZ&=&", [], [[]], [[[]]],
                  [None], [1], ["-"], [":"], ["year:"], ["year>"], ["content:-1"], ["date_timestamp:1e40"], {}, {"a": []},
                  ["year:2022"]]
        related = {"indexName": "recap", "model": "related-products", "objectID": FALL_2022, "threshold": 0}
        for turn, (name, value) in enumerate(itertools.product(names, values)):
            item = {"indexName": "recap", "query": "monitoring", "type": "facet" if "acet" in name else "default",
                    "facet": "topics", name: value}
            path, body = [("*/queries", {"requests": [item]}), ("recap/query", item), ("recap/facets/year/query", item),
                          ("*/recommendations", {"requests": [{**related, name: value}]})][turn % 4]
            with self.subTest(name=name, value=value, path=path):
                status, _, answer = self.client.post("/1/indexes/" + path, body)
                self.assertIn(status, (200, 400, 404))
                if status != 200:
                    self.assertEqual(answer["status"], status)
                    self.assertTrue(answer["message"])


if __name__ == "__main__":
    unittest.main()
