# SPDX-License-Identifier: GPL-2.0-or-later
"""recap-searchd --synonyms, in two languages."""

import time
import unittest

from tests.end_to_end import programs
from tests.end_to_end.algolia_test import Client


def ids(result):
    return [hit["id"] for hit in result["hits"]]


def whole(result):
    """The articles with all words."""
    return ids(result)[: result["total"]]


def start(db, file):
    return programs.Daemon(db, "--synonyms", file)


class CorpusSynonymsTest(programs.CorpusTest):
    options = ("--synonyms", programs.ROOT / "corpus/synonyms.toml")

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plain = cls.serve()

    def test_a_korean_word_finds_english_articles_after_the_korean_ones(self):
        korean = ids(self.plain.search("해커톤", limit=20))
        both = self.daemon.search("해커톤", limit=20)
        self.assertEqual(ids(both)[: len(korean)], korean)
        self.assertIn("internship-review-8", ids(both))
        self.assertEqual(both["total"], len(both["hits"]))
        english = next(hit for hit in both["hits"] if hit["id"] == "internship-review-8")
        self.assertIn("<mark>hackathon</mark>", english["snippet_html"])
        self.assertNotIn("missing", english)

    def test_an_english_word_finds_korean_articles(self):
        found = self.daemon.search("interview", limit=20)
        self.assertEqual(found["total"], len(found["hits"]))
        korean = next(hit for hit in found["hits"] if hit["id"] == "2021-09-internship-review-3-ko")
        self.assertIn("<mark>면접</mark>", korean["snippet_html"])

    def test_internship_finds_the_same_in_both_languages(self):
        for word in ("인턴십", "인턴십을", "internship", "Internships"):
            with self.subTest(word):
                self.assertGreaterEqual(self.daemon.search(word)["total"], 13)

    def test_a_short_name_finds_the_long_one_and_vice_versa(self):
        short, long = self.daemon.search("OSSCA"), self.daemon.search("open source contribution academy")
        korean = self.daemon.search("오픈소스 컨트리뷰션 아카데미")
        self.assertLessEqual({"2022-02-internship-review-5", "2023-winter-internship"}, set(whole(short)))
        self.assertEqual(set(whole(long)), set(whole(short)))
        self.assertEqual(set(whole(korean)), set(whole(short)))

    def test_a_one_way_rule_does_not_work_backwards(self):
        self.assertEqual(ids(self.daemon.search("k8s")), ids(self.daemon.search("kubernetes")))
        self.assertEqual(ids(self.plain.search("k8s")), [])

    def test_a_client_can_turn_synonyms_off(self):
        client, plain = Client(self.daemon), Client(self.plain)
        for query in ("k8s", "해커톤", "k8s OR 해커톤"):
            with self.subTest(query):
                asked = {"query": query, "advancedSyntax": True, "removeWordsIfNoResults": "none", "hitsPerPage": 100}
                found, without = client.all({"indexName": "recap", **asked},
                                            {"indexName": "recap", **asked, "synonyms": False})
                self.assertEqual(without["hits"], plain.one(**asked)["hits"])
                self.assertGreater(found["nbHits"], without["nbHits"])

    def test_quoted_words_excluded_words_and_names_have_no_synonyms(self):
        self.assertEqual(ids(self.daemon.search('"해커톤"')), ids(self.plain.search('"해커톤"')))
        self.assertEqual(self.daemon.search("-해커톤")["total"], self.plain.search("-해커톤")["total"])
        self.assertEqual(ids(self.daemon.search("author:래블업")), [])

    def test_synonyms_hold_in_groups_and_fields(self):
        both = self.daemon.search("(hackathon OR redis) -ossca")
        self.assertIn("internship-review-8-ko", ids(both))
        self.assertIn("2023-winter-internship", ids(self.daemon.search("topic:프론트엔드")))

    def test_words_of_two_languages_meet_in_one_query(self):
        self.assertEqual(ids(self.daemon.search("모니터링 kubernetes"))[0], "2023-01-lablup-fall-internship")
        self.assertEqual(self.daemon.search("모니터링 kubernetes")["total"],
                         self.plain.search("monitoring kubernetes")["total"])


class SynonymFileTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.md", "# One\nAn automobile.\n")
        self.write("b.md", "# Two\nA bicycle.\n")
        programs.index(self.db, self.site)
        self.file = self.folder / "synonyms.toml"

    def test_a_file_that_cannot_be_taken_is_named_with_line_and_reason(self):
        for content, complaint in [
            ("[[mutual]]\nwords = [\"a\", \n", ":2: not TOML here"),
            ("[[mutal]]\nwords = [\"a\", \"b\"]\n", ":1: unknown table mutal; use [[mutual]] or [[one-way]]"),
            ("[mutual]\nwords = [\"a\", \"b\"]\n", ":1: write [[mutual]], in two brackets"),
            ("mutual = [1]\n", ":1: write [[mutual]] in a line of its own"),
            ("[[mutual]]\nword = [\"a\", \"b\"]\n", ":2: [[mutual]] has words, and no word"),
            ("\n[[mutual]]\n", ":2: [[mutual]] lacks words"),
            ("[[one-way]]\nfrom = \"a\"\n", ":1: [[one-way]] lacks to"),
            ("[[one-way]]\nfrom = \"a\"\nto = 3\n", ":3: to is a list of texts in quotes"),
            ("[[one-way]]\nfrom = \"a\"\nto = []\n", ":1: [[one-way]] lacks to"),
            ("[[mutual]]\nwords = [\"a\", 3]\n", ":2: words is a list of texts in quotes"),
            ("[[mutual]]\nwords = [\"a\"]\n", ":1: a word has no synonym in it"),
            ("[[mutual]]\nwords = [\"a\", \"?\"]\n", ":1: \"?\" has no words"),
            ("[[mutual]]\nwords = [\"car\", \"cars\"]\n", ":1: \"cars\" is to the search the same as another"),
            ("[[mutual]]\nwords = [\"a\", \"b\"]\n[[mutual]]\nwords = [\"b\", \"a\", \"c\"]\n",
             ":3: that \"b\" finds \"a\" is already said in line 1"),
            ("\n[[one-way]]\nfrom = [\"a\"]\nto = [" + ", ".join(f'"b c{number}"' for number in range(150)) + "]\n",
             ":2: \"a\" finds more than 8 texts of several words"),
            ("[[mutual]]\nwords = [" + ", ".join(f'"w{number}"' for number in range(34)) + "]\n",
             ":1: \"w0\" finds more than 32 others"),
        ]:
            with self.subTest(content):
                self.file.write_text(content, encoding="utf-8")
                self.assertIn(f": {self.file}{complaint}", start(self.db, self.file).said())

    def test_a_missing_file_is_named(self):
        said = start(self.db, self.file).said()
        self.assertIn("serving without synonyms: ", said)
        self.assertIn("synonyms.toml: cannot be read", said)

    def test_a_valid_change_takes_effect_and_an_invalid_one_does_not(self):
        self.file.write_text("", encoding="utf-8")
        daemon = start(self.db, self.file)
        self.addCleanup(daemon.stop)
        self.assertEqual(daemon.search("car")["total"], 0)
        tag = daemon.request("/v1/search?q=car")[1]["ETag"]
        self.file.write_text('[[mutual]]\nwords = ["car", "automobile"]\n', encoding="utf-8")
        self.wait_until(lambda: daemon.search("car")["total"] == 1)
        self.assertEqual(daemon.request("/v1/search?q=car", headers={"If-None-Match": tag})[0], 200)
        self.file.write_text("[[mutual", encoding="utf-8")
        self.assertEqual(daemon.search("car")["total"], 1)
        self.file.write_text('[[mutual]]\nwords = ["bike", "bicycle"]\n', encoding="utf-8")
        self.wait_until(lambda: daemon.search("bike")["total"] == 1)
        self.assertEqual(daemon.search("car")["total"], 0)

    def wait_until(self, condition):
        end = time.monotonic() + programs.PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), end)


if __name__ == "__main__":
    unittest.main()
