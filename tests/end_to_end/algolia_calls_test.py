# SPDX-License-Identifier: GPL-2.0-or-later
"""Several searches in one call of Algolia's clients."""

import unittest

from tests.end_to_end.algolia_test import AlgoliaCorpusTest


class AlgoliaCallsTest(AlgoliaCorpusTest):
    def test_results_come_in_the_order_of_the_requests(self):
        results = self.client.all({"indexName": "recap", "query": "monitoring"},
                                  {"indexName": "recap", "query": "", "hitsPerPage": 0, "facets": "year"},
                                  {"indexName": "recap", "type": "facet", "facet": "season", "facetQuery": ""},
                                  {"indexName": "recap", "query": "zzzz"})
        self.assertEqual([len(result.get("hits", [])) for result in results], [1, 0, 0, 0])
        self.assertEqual(results[1]["nbPages"], 0)
        self.assertEqual(results[1]["nbHits"], 14)
        self.assertIn("facetHits", results[2])

    def test_searches_of_one_call_return_what_each_returns_alone(self):
        filters = [["year:2022", "year:2021"], ["lang:en"]]
        kinds = [{"facets": ["*"]}, {"facets": ["*"], "facetFilters": filters}, {"page": 1, "hitsPerPage": 2},
                 {"facets": "year", "facetFilters": filters[1:], "hitsPerPage": 0}, {"facetFilters": ["year:1901"]},
                 {"filters": "NOT season:winter"}, {"numericFilters": ["year>2021"]}, {"typoTolerance": False},
                 {"queryType": "prefixNone"}, {"advancedSyntax": True}, {"removeWordsIfNoResults": "none"},
                 {"optionalFilters": ["year:2020"], "optionalWords": ["int"], "restrictSearchableAttributes": ["title"]},
                 {"type": "facet", "facet": "topics", "facetQuery": "o", "facetFilters": filters}]
        kinds += [{"indexName": name, "facetFilters": filters} for name in ("recap_newest", "recap_sections")]
        queries = ["", "monitoring", "intrnship", "onboarding zanzibar", "인턴십", "인턴쉽 지원", "int", '"good first issue"',
                   "onboarding -winter", "year:abc", "what did the interns do in the summer of 2022", "zzzz"]
        items = [{"indexName": "recap", "query": query, "hitsPerPage": 5, **kind} for kind in kinds for query in queries]
        for begin in range(0, len(items), 50):
            some = items[begin:begin + 50]
            for item, together in zip(some, self.client.all(*some)):
                with self.subTest(item):
                    alone = self.client.all(item)[0]
                    self.assertEqual({**together, "processingTimeMS": 0}, {**alone, "processingTimeMS": 0})

    def test_fifty_searches_in_a_call_are_fine_and_a_thousand_are_not(self):
        item = {"indexName": "recap", "query": "onboarding"}
        self.assertEqual(len(self.client.all(*[item] * 50)), 50)
        self.assertEqual(self.client.refusal("/1/indexes/*/queries", {"requests": [item] * 1000}), 400)


if __name__ == "__main__":
    unittest.main()
