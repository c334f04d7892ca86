# SPDX-License-Identifier: GPL-2.0-or-later
"""recap-searchd --pins, --stop-words and --try: editors' settings for searches."""

import datetime
import sqlite3
import subprocess
import time
import unittest

from tests.end_to_end import programs
from tests.end_to_end.algolia_test import Client

PINNED = "2021-09-internship-review-3-ko"
PLACED = "internship-review-8"
HIDDEN = "2023-01-lablup-fall-internship"

PINS = f"""
[[query]]
q = ["Monitoring", "모니터링"]
pinned = ["{PINNED}", {{ id = "{PLACED}", place = 3 }}]
hidden = ["{HIDDEN}"]
"""


def ids(result):
    return [hit["id"] for hit in result["hits"]]


class PinnedCorpusTest(programs.CorpusTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        file = programs.pathlib.Path(cls.db) / "pins.toml"
        file.write_text(PINS, encoding="utf-8")
        cls.pinned = cls.serve("--pins", file)

    def test_pins_hold_for_the_query_and_no_other(self):
        plain = ids(self.daemon.search("onboarding"))
        self.assertEqual(ids(self.pinned.search("onboarding")), plain)
        self.assertIn(HIDDEN, ids(self.daemon.search("monitoring")))
        for q in ("monitoring", " MONITORING", "ｍonitoring"):
            found = self.pinned.search(q, limit=100)
            self.assertEqual(ids(found)[0], PINNED)
            self.assertIn(PLACED, ids(found)[:3])
            self.assertNotIn(HIDDEN, ids(found))
            self.assertEqual(found["total_relaxed"] if "total_relaxed" in found else found["total"], len(found["hits"]))

    def test_a_pin_is_reported(self):
        hit = self.pinned.search("monitoring", explain="true")["hits"][0]
        self.assertEqual((hit["id"], hit["why"][0]["kind"]), (PINNED, "pinned"))
        self.assertNotIn("missing", hit)
        page = self.pinned.fetch("/?q=monitoring")[2].decode()
        self.assertIn("a place chosen by the editors", page)
        page = self.pinned.fetch("/?q=monitoring", headers={"Accept-Language": "ko"})[2].decode()
        self.assertIn("편집자가 정한 순서", page)

    def test_clients_of_algolia_get_the_same(self):
        found = Client(self.pinned).one("monitoring", hitsPerPage=100, getRankingInfo=True)
        self.assertEqual([hit["objectID"] for hit in found["hits"]],
                         ids(self.pinned.search("monitoring", limit=100)))
        self.assertEqual([hit["_rankingInfo"].get("promoted") for hit in found["hits"]][:1], [True])
        self.assertEqual(found["nbHits"], len(found["hits"]))


class LeverFileTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.md", "# One\nAn automobile of the newsroom.\n")
        self.write("b.md", "# Two\nA bicycle.\n")
        programs.index(self.db, self.site)
        self.file = self.folder / "levers.toml"

    def assert_named(self, option, faults):
        for content, complaint in faults:
            with self.subTest(content):
                self.file.write_text(content, encoding="utf-8")
                said = programs.Daemon(self.db, option, self.file).said()
                self.assertIn(f": {self.file}{complaint}", said)

    def test_invalid_pins_are_named_with_line_and_reason(self):
        self.assert_named("--pins", [
            ("[[query]]\nq = [\"a\", \n", ":2: not TOML here"),
            ("[[pin]]\nq = \"a\"\n", ":1: unknown table pin; use [[query]]"),
            ("[query]\nq = \"a\"\n", ":1: write [[query]], in two brackets"),
            ("query = [1]\n", ":1: write [[query]] in a line of its own"),
            ("[[query]]\npinned = [\"a\"]\n", ":1: [[query]] lacks q"),
            ("[[query]]\nq = \"a\"\n", ":1: the rule pins and hides nothing"),
            ("[[query]]\nq = \"a\"\nshown = [\"a\"]\n", ":3: [[query]] has q, pinned and hidden, and no shown"),
            ("[[query]]\nq = \"a\"\npinned = []\nhidden = []\n", ":1: the rule pins and hides nothing"),
            ("[[query]]\nq = []\nhidden = [\"a\"]\n", ":1: [[query]] lacks q"),
            ("[[query]]\nq = 3\n", ":2: q is a list of texts in quotes"),
            ("[[query]]\nq = \"a\"\npinned = \"a\"\n", ":3: pinned is a list of ids in quotes"),
            ("[[query]]\nq = \"a\"\npinned = [3]\n", ":3: pinned is a list of ids in quotes"),
            ("[[query]]\nq = \"a\"\npinned = [{ id = \"a\", at = 1 }]\n", ":3: pinned is a list of ids in quotes"),
            ("[[query]]\nq = \"a\"\npinned = [{ id = \"a\", place = 0 }]\n", ":3: place is a number from 1 to 100"),
            ("[[query]]\nq = \"a\"\npinned = [{ place = 1 }]\n", ":1: an id is empty"),
            ("[[query]]\nq = \"a\"\nhidden = [\"a\", \"a\"]\n", ":1: \"a\" is named twice"),
            ("[[query]]\nq = \"a\"\nhidden = [\"a\"]\n[[query]]\nq = \"A\"\nhidden = [\"b\"]\n",
             ":4: the query \"a\" has a rule already, in line 1"),
        ])

    def test_invalid_stop_words_are_named_with_line_and_reason(self):
        self.assert_named("--stop-words", [
            ("[en\n", ":1: not TOML here"),
            ("add = [\"a\"]\n", ":1: write the language in brackets, as in [en] or [ko]"),
            ("\n[english]\n", ":2: write the language in brackets"),
            ("[en]\nwords = [\"a\"]\n", ":2: [en] has add and remove, and no words"),
            ("[en]\nadd = 3\n", ":2: add is a list of texts in quotes"),
            ("[en]\nadd = [\"the\"]\n", ":1: \"the\" is a stop word already"),
            ("[ko]\nremove = [\"기차\"]\n", ":1: \"기차\" is no stop word"),
        ])

    def test_an_invalid_file_at_the_start_is_reported_and_used_once_it_is_valid(self):
        self.file.write_text("[[query", encoding="utf-8")
        daemon = self.start("--pins", self.file, "--admin-listen", f"unix:{self.folder}/admin")
        self.assertEqual(ids(daemon.search("bicycle")), ["b"])
        self.assertIn(f"serving without pins: {self.file}:1: not TOML here", daemon.ask_socket("/readyz"))
        self.file.write_text('[[query]]\nq = "bicycle"\npinned = ["a"]\n', encoding="utf-8")
        self.wait_until(lambda: ids(daemon.search("bicycle")) == ["a", "b"])
        self.assertIn('"troubles":[]', daemon.ask_socket("/readyz"))
        self.file.unlink()
        self.wait_until(lambda: "keeping the current pins" in daemon.ask_socket("/readyz"))
        self.assertEqual(ids(daemon.search("bicycle")), ["a", "b"])

    def test_an_empty_list_is_none(self):
        self.file.write_text('[[query]]\nq = "bicycle"\npinned = ["a"]\nhidden = []\n', encoding="utf-8")
        self.assertEqual(ids(self.start("--pins", self.file).search("bicycle")), ["a", "b"])
        self.file.write_text("[en]\nadd = []\n", encoding="utf-8")
        self.assertNotIn("serving without", programs.Daemon(self.db, "--stop-words", self.file).said())

    def test_changed_pins_take_effect_and_invalid_ones_do_not(self):
        self.file.write_text("", encoding="utf-8")
        daemon = self.start("--pins", self.file)
        tag = daemon.request("/v1/search?q=bicycle")[1]["ETag"]
        self.file.write_text('[[query]]\nq = "bicycle"\npinned = ["a"]\n', encoding="utf-8")
        self.wait_until(lambda: ids(daemon.search("bicycle")) == ["a", "b"])
        self.assertEqual(daemon.request("/v1/search?q=bicycle", headers={"If-None-Match": tag})[0], 200)
        self.file.write_text("[[query", encoding="utf-8")
        self.assertEqual(ids(daemon.search("bicycle")), ["a", "b"])
        self.file.write_text('[[query]]\nq = "bicycle"\nhidden = ["b"]\n', encoding="utf-8")
        self.wait_until(lambda: daemon.search("bicycle")["total"] == 0)

    def test_a_missing_article_is_named_in_the_log(self):
        self.file.write_text('\n[[query]]\nq = "bicycle"\npinned = ["c", "a"]\n', encoding="utf-8")
        daemon = self.start("--pins", self.file)
        self.assertEqual(ids(daemon.search("bicycle")), ["a", "b"])
        self.write("c.md", "# Three\nA train.\n")
        programs.index(self.db, self.site)
        self.wait_until(lambda: ids(daemon.search("bicycle")) == ["c", "a", "b"])
        self.assertIn(f"{self.file}:2: there is no article c", daemon.said())

    def test_a_stop_word_need_not_be_found(self):
        self.file.write_text("", encoding="utf-8")
        daemon = self.start("--stop-words", self.file)
        self.assertEqual(daemon.search("newsroom bicycle")["total"], 0)
        self.file.write_text('[en]\nadd = ["newsroom"]\n', encoding="utf-8")
        self.wait_until(lambda: daemon.search("newsroom bicycle")["total"] == 1)
        self.assertEqual(ids(daemon.search("newsroom")), ["a"])
        self.file.write_text('[en]\nremove = ["the"]\n', encoding="utf-8")
        self.wait_until(lambda: daemon.search("the bicycle")["total"] == 0)

    def wait_until(self, condition):
        end = time.monotonic() + programs.PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), end)


class TrialTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.md", "# One\nAn automobile.\n")
        self.write("b.md", "# Two\nA bicycle.\n")
        self.write("c.md", "# Three\nA bicycle, a bicycle, a bicycle.\n")
        programs.index(self.db, self.site)
        self.insights = self.folder / "insights.db"
        self.start("--insights", self.insights).stop()  # creates its tables
        today = (datetime.datetime.now(datetime.timezone.utc).date() - datetime.date(1970, 1, 1)).days
        with sqlite3.connect(self.insights) as file:
            for q, asked in (("bicycle", 9), ("car", 5), ("automobile", 3)):
                file.execute("INSERT INTO asked VALUES (?, ?, ?, 1, 0, 0, 1, '')", (today, q, asked))
        file.close()
        self.levers = self.folder / "levers.toml"

    def attempt(self, *options):
        command = [programs.BIN / "recap-searchd", "--db", self.db, *options]
        return subprocess.run(command, capture_output=True, text=True, timeout=programs.PATIENCE, check=False)

    def test_a_trial_reports_what_a_file_of_pins_would_change(self):
        self.levers.write_text('[[query]]\nq = "bicycle"\npinned = ["b", "a"]\n', encoding="utf-8")
        done = self.attempt("--insights", self.insights, "--try", f"pins={self.levers}")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(done.stdout, "9  bicycle: 2 articles, then 3\n"
                                      "     1  b, was 2\n"
                                      "  +  2  a\n"
                                      "     3  c, was 1\n"
                                      "1 of 3 queries would change\n")

    def test_a_changed_file_is_compared_with_the_one_in_force(self):
        self.levers.write_text('[[mutual]]\nwords = ["car", "automobile"]\n', encoding="utf-8")
        done = self.attempt("--insights", self.insights, "--try", f"synonyms={self.levers}")
        self.assertEqual(done.stdout, "5  car: 0 articles, then 1\n  +  1  a\n1 of 3 queries would change\n")
        done = self.attempt("--insights", self.insights, "--synonyms", self.levers, "--try", f"synonyms={self.levers}")
        self.assertEqual(done.stdout, "0 of 3 queries would change\n")
        empty = self.folder / "empty.toml"
        empty.write_text("", encoding="utf-8")
        done = self.attempt("--insights", self.insights, "--synonyms", self.levers, "--try", f"synonyms={empty}")
        self.assertEqual(done.stdout, "5  car: 1 articles, then 0\n  -  1  a\n1 of 3 queries would change\n")

    def test_an_impossible_trial_says_why(self):
        for options, complaint in [
            (("--try", "pins=a"), "--try: takes the queries of --insights FILE"),
            (("--insights", self.insights, "--try", "pins"), "--try pins: takes synonyms=FILE, pins=FILE or stop-words=FILE"),
            (("--insights", self.insights, "--try", "colours=a"), "--try colours=a: takes"),
            (("--insights", self.insights, "--try", f"pins={self.folder}/none"), "none: cannot be read"),
        ]:
            done = self.attempt(*options)
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertIn(complaint, done.stderr)


if __name__ == "__main__":
    unittest.main()
