# SPDX-License-Identifier: GPL-2.0-or-later
"""Which answers the daemon keeps, and when it makes new ones."""

import gzip
import json
import re
import time
import unittest

from tests.end_to_end import programs


class AnswerCacheTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.md", "---\nauthor: lee\n---\n# Trains\nA train and a station.\n")
        self.write("b.md", "---\nauthor: park\n---\n# Trams\nA tram.\n")
        programs.index(self.db, self.site)

    def ask(self, daemon, target="/v1/search?q=train", **headers):
        """Whether the answer was kept, and the answer."""
        status, fields, body = daemon.fetch(target, headers=headers)
        self.assertEqual(status, 200, body)
        if fields.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        return fields.get("Cache-Status") == "recap; hit", body

    def until(self, condition):
        end = time.monotonic() + programs.PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), end)

    def ids(self, body):
        return [hit["id"] for hit in json.loads(body)["hits"]]

    def test_the_same_question_gets_the_same_answer_from_the_cache(self):
        daemon = self.start()
        for target in ("/v1/search?q=train", "/v1/suggest?q=tra"):
            first = self.ask(daemon, target)
            self.assertEqual(first[0], False)
            self.assertEqual(self.ask(daemon, target), (True, first[1]))
        self.assertFalse(self.ask(daemon, "/v1/search?q=train&limit=1")[0])

    def test_errors_articles_and_conditional_requests_are_not_kept(self):
        daemon = self.start()
        for target in ("/v1/search?q=year:abc", "/v1/articles/a", "/v1/articles/a/related", "/?q=train"):
            for _ in range(2):
                self.assertNotIn("Cache-Status", daemon.fetch(target)[1])
        tag = daemon.fetch("/v1/search?q=train")[1]["ETag"]
        self.assertEqual(daemon.fetch("/v1/search?q=train", headers={"If-None-Match": tag})[0], 304)
        self.assertTrue(self.ask(daemon)[0])

    def test_compressed_and_plain_answers_are_kept_apart(self):
        self.write("many.jsonl", "".join(f'{{"id":"{n}","title":"Train {n}","text":"A train."}}\n' for n in range(30)))
        programs.index(self.db, self.site)
        daemon = self.start()
        _, plain = self.ask(daemon)
        kept, packed = self.ask(daemon, **{"Accept-Encoding": "gzip"})
        self.assertFalse(kept)
        self.assertEqual(self.ids(packed), self.ids(plain))
        self.assertEqual(self.ask(daemon, **{"Accept-Encoding": "gzip, br"}), (True, packed))
        self.assertEqual(self.ask(daemon), (True, plain))

    def test_a_new_generation_is_searched_again(self):
        daemon = self.start()
        self.assertEqual(self.ids(self.ask(daemon)[1]), ["a"])
        self.write("c.md", "# Trains again\nAnother train.\n")
        programs.index(self.db, self.site)
        self.until(lambda: sorted(self.ids(self.ask(daemon)[1])) == ["a", "c"])

    def test_changed_levers_and_names_take_effect(self):
        files = {name: self.folder / f"{name}.toml" for name in ("synonyms", "pins", "stop-words", "authors")}
        for file in files.values():
            file.write_text("", encoding="utf-8")
        daemon = self.start(*(part for name, file in files.items() for part in (f"--{name}", file)))
        for name, content, target, expected in (
                ("synonyms", '[[one-way]]\nfrom = "train"\nto = "tram"\n', "/v1/search?q=train", '"b"'),
                ("pins", '[[query]]\nq = "station"\npinned = ["b"]\n', "/v1/search?q=station", '"b"'),
                ("authors", 'lee = "Hana Lee"\n', "/v1/search?q=train", "Hana Lee")):
            self.assertNotIn(expected.encode(), self.ask(daemon, target)[1])
            self.assertTrue(self.ask(daemon, target)[0])
            files[name].write_text(content, encoding="utf-8")
            self.until(lambda: expected.encode() in self.ask(daemon, target)[1])

    def test_a_partial_answer_is_not_kept(self):
        self.write("many.jsonl", "".join(f'{{"id":"{n}","text":"{"a b c d " * 2000}{n}"}}\n' for n in range(300)))
        programs.index(self.db, self.site)
        daemon = self.start("--search-budget", "1")
        for _ in range(2):
            status, fields, body = daemon.fetch("/v1/search?q=%22a+b+c+d+a+b+c+d%22+%22b+c+d+a+b+c%22&explain=true")
            self.assertTrue(json.loads(body)["partial"])
            self.assertNotIn("Cache-Status", fields)

    def test_a_request_without_a_key_gets_no_kept_answer(self):
        keys = self.folder / "keys.toml"
        keys.write_text('[[key]]\nname = "box"\nrole = "search"\nkey = "search-key-0123456789"\n', encoding="utf-8")
        daemon = self.start("--keys", keys)
        key = {"Authorization": "Bearer search-key-0123456789"}
        self.ask(daemon, **key)
        self.assertTrue(self.ask(daemon, **key)[0])
        self.assertEqual(daemon.fetch("/v1/search?q=train")[0], 401)

    def test_kept_answers_count_for_the_rate(self):
        daemon = self.start("--rate", "0.2")  # a burst of two
        self.assertEqual([daemon.fetch("/v1/search?q=train")[0] for _ in range(4)], [200, 200, 429, 429])

    def test_kept_answers_count_for_insights_and_metrics(self):
        daemon = self.start("--insights", self.folder / "insights.db", "--trusted-proxy", "127.0.0.1",
                            "--admin-listen", f"unix:{self.folder}/admin")
        for reader in range(4):
            self.ask(daemon, **{"X-Forwarded-For": f"192.0.2.{reader}"})
        asked = lambda: [(row["q"], row["asked"]) for row in json.loads(daemon.ask_socket("/v1/insights"))["popular"]]
        self.until(lambda: asked() == [("train", 4)])
        metrics = daemon.ask_socket("/metrics")
        self.assertIn("recap_answer_cache_hits_total 3\n", metrics)
        self.assertIn('recap_http_requests_total{code="200",route="/v1/search"} 4\n', metrics)
        self.assertGreater(int(re.search(r"^recap_answer_cache_bytes (\d+)$", metrics, re.M)[1]), 500)

    def test_the_cache_can_be_turned_off(self):
        daemon = self.start("--answer-cache", "0")
        self.ask(daemon)
        self.assertFalse(self.ask(daemon)[0])


if __name__ == "__main__":
    unittest.main()
