# SPDX-License-Identifier: GPL-2.0-or-later
"""No request ends the daemon, or makes it work or respond without limit."""

import json
import signal
import unittest
import urllib.parse

from tests.end_to_end import programs

QUERY = "/1/indexes/recap/query"
ROUTES = (QUERY, "/1/indexes/*/queries", "/1/indexes/*/recommendations", "/1/indexes/recap/facets/topics/query")
DEEP = 66_000


class HostileRequestsTest(programs.CorpusTest):
    def post(self, target, body, content_type=None):
        headers = {"Content-Type": content_type} if content_type else {}
        body = body if isinstance(body, (str, bytes)) else json.dumps(body)
        status, _, content = self.daemon.fetch(target, "POST", headers, body)
        return status, json.loads(content)

    def check_refused(self, target, body, content_type=None):
        status, answer = self.post(target, body, content_type)
        self.assertEqual(status, 400, answer)
        self.assertEqual(self.daemon.request("/healthz")[0], 200)
        return answer

    def test_endlessly_nested_json_is_refused(self):
        bodies = ("[" * DEEP, '{"a":' * DEEP, '{"requests":' + "[" * DEEP + "]" * DEEP + "}",
                  '{"query":"a","x":' + "[" * DEEP + "]" * DEEP + "}",
                  '{"requests":[{"indexName":"recap","params":{"a":' + '{"a":' * DEEP + "1" + "}" * DEEP + "}}]}")
        for route in ROUTES:
            for body in bodies:
                with self.subTest(route=route, body=body[:20]):
                    self.check_refused(route, body)
        for body in bodies:
            self.check_refused("/v1/related", body, "application/json")

    def test_endlessly_nested_json_in_a_parameter_is_refused(self):
        for name in ("facetFilters", "tagFilters", "numericFilters", "optionalFilters", "facets", "attributesToRetrieve"):
            with self.subTest(name):
                self.check_refused(QUERY, {name: "[" * DEEP + "]" * DEEP})
                self.check_refused(QUERY, {"params": name + "=" + "[" * DEEP + "]" * DEEP})

    def test_endlessly_nested_parentheses_are_refused(self):
        self.check_refused(QUERY, {"filters": "(" * DEEP + "a" + ")" * DEEP})
        self.check_refused(QUERY, {"facetFilters": "(" * DEEP})

    def test_countless_conditions_are_refused(self):
        many = ["topics:a"] * 30_000
        for name, value in {"tagFilters": ["a"] * 105_000, "facetFilters": many, "optionalFilters": many,
                            "numericFilters": [[f"date_timestamp:0 TO {day * 86_400}" for day in range(200)]],
                            "filters": " OR ".join(many), "facets": ["year"] * 100_000}.items():
            with self.subTest(name):
                self.assertIn(name if name != "numericFilters" else "filters", self.check_refused(QUERY, {name: value})["message"])
        self.check_refused(QUERY, {"facetFilters": [many]})
        self.check_refused("/1/indexes/*/queries", {"requests": [{"indexName": "recap"}] * 51})
        query = urllib.parse.urlencode([("year", year) for year in range(1000, 2000)])
        self.assertEqual(self.daemon.request("/v1/search?" + query)[0], 400)
        self.assertEqual(self.daemon.fetch("/?" + query)[0], 400)

    def test_as_many_conditions_as_clients_send_are_answered(self):
        self.assertEqual(self.post(QUERY, {"facetFilters": [[f"topics:{number}" for number in range(200)]],
                                           "numericFilters": ["year>=2020", "year<=2022"]})[0], 200)

    def test_endless_tags_are_refused(self):
        for name in ("highlightPreTag", "highlightPostTag", "snippetEllipsisText"):
            self.assertIn(name, self.check_refused(QUERY, {"query": "the", "hitsPerPage": 1000, name: "x" * 1000})["message"])

    def test_a_number_that_exceeds_a_double_is_refused(self):
        self.check_refused("/v1/related", '{"year":1e999}', "application/json")
        self.check_refused("/v1/related", '{"title":' + "9" * 100_000 + "e999}", "application/json")
        self.check_refused(QUERY, '{"page":1e999}')

    def test_drafts_and_targets_that_are_not_utf8_or_not_an_address_are_refused(self):
        for content_type in ("text/plain", "text/markdown"):
            self.check_refused("/v1/related", b"a \xff b", content_type)
        self.check_refused(QUERY, {"params": "query=%ff"})

    def test_signals_of_terminals_and_of_log_rotation_do_not_end_it(self):
        for sent in (signal.SIGHUP, signal.SIGUSR1, signal.SIGUSR2, signal.SIGPIPE):
            self.daemon.process.send_signal(sent)
            self.assertEqual(self.daemon.request("/healthz")[0], 200)


class LongArticlesTest(programs.ProgramTest):
    def test_an_answer_does_not_exceed_its_limit(self):
        for number in range(60):
            self.write(f"{number}.md", f"# Article {number}\n\n" + "word " * 5_000)
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        daemon = self.start()
        body = {"query": "word", "hitsPerPage": 60, "highlightPreTag": "<" + "x" * 120 + ">"}
        status, _, answer = daemon.request(QUERY, "POST", body=json.dumps(body))
        self.assertEqual(status, 400)
        self.assertIn("hitsPerPage", answer["message"])
        body = {"query": "word", "hitsPerPage": 10, "attributesToRetrieve": ["title"], "attributesToHighlight": []}
        status, _, answer = daemon.request(QUERY, "POST", body=json.dumps(body))
        self.assertEqual((status, len(answer["hits"])), (200, 10))


if __name__ == "__main__":
    unittest.main()
