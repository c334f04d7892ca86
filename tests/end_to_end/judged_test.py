# SPDX-License-Identifier: GPL-2.0-or-later
"""The judged list over corpus/ (judged.tsv), with the synonyms of script/server."""

import pathlib
import re
import unittest

from tests.end_to_end import programs

PLACES = 3


def rows():
    lines = pathlib.Path(__file__).with_name("judged.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            query, first, among, absent = line.split("\t")
            yield query, first, set(among.split()), set(absent.split())


class JudgedTest(programs.CorpusTest):
    options = ("--synonyms", programs.ROOT / "corpus/synonyms.toml")

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.files = {}
        for path in (programs.ROOT / "corpus").glob("[0-9]*.md"):
            identity = re.search(r"^id: (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)[1]
            cls.files[identity] = path.name.removesuffix(".md")

    def test_every_query_finds_what_it_should(self):
        for query, first, among, absent in rows():
            with self.subTest(query):
                found = [self.files[hit["id"]] for hit in self.daemon.search(query, limit=20)["hits"]]
                if absent == {"*"}:
                    self.assertEqual(found, [])
                    continue
                self.assertTrue(found)
                if first:
                    self.assertEqual(found[0], first)
                self.assertLessEqual(among, set(found[:PLACES]))
                self.assertFalse(absent & set(found))

    def test_the_parts_of_a_score_add_up_to_it(self):
        for query, *_ in rows():
            for hit in self.daemon.search(query, limit=20, explain="true")["hits"]:
                with self.subTest(query, id=hit["id"]):
                    parts = sum(reason["weight"] for reason in hit.get("why", []))
                    self.assertAlmostEqual(parts, hit["score"], delta=0.002)

    def test_the_list_is_as_long_as_promised_and_names_existing_files(self):
        judged = list(rows())
        self.assertGreaterEqual(len(judged), 40)
        for _, first, among, absent in judged:
            self.assertLessEqual({first, *among, *absent} - {"", "*"}, set(self.files.values()))


if __name__ == "__main__":
    unittest.main()
