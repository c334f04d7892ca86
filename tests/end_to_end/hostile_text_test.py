# SPDX-License-Identifier: GPL-2.0-or-later
"""Text that breaks programs, as queries, as filters and as articles."""

import json
import pathlib
import tempfile
import unittest
import urllib.parse

from tests.end_to_end import datasets, programs

MARKS = ("<mark>", "</mark>")


class NaughtyStringsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        folder = pathlib.Path(cls.folder.name)
        sets = datasets.unpack("robustness", folder)
        cls.strings = json.loads((sets / "naughty-strings/blns.json").read_text(encoding="utf-8"))
        lines = [{"id": f"n{number}", "title": text or "empty", "text": f"{text} naughty", "topics": [text]}
                 for number, text in enumerate(cls.strings)]
        source = folder / "naughty.jsonl"
        source.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        cls.done = programs.index(folder / "db", source)
        cls.daemon = programs.Daemon(folder / "db")

    @classmethod
    def tearDownClass(cls):
        assert cls.daemon.stop() == 0

    def request(self, **parameters):
        return self.daemon.request("/v1/search?" + urllib.parse.urlencode(parameters))

    def test_each_is_indexed_or_named(self):
        self.assertIn(self.done.returncode, (0, 1))
        named = len(self.done.stderr.splitlines())
        self.assertEqual(self.daemon.search(limit=0)["total"] + named, len(self.strings))
        self.assertEqual(named, 0, self.done.stderr)

    def test_each_is_an_answer_or_a_documented_400_as_query(self):
        for text in self.strings:
            with self.subTest(text):
                status, _, body = self.request(q=text, facets="topic,year")
                if "\0" in text or len(text.encode()) > 512:
                    self.assertEqual(status, 400)
                elif status != 200:
                    self.assertEqual((status, body["parameter"]), (400, "q"))
                    self.assertLessEqual(body["position"], len(text.encode()))

    def test_each_is_an_answer_as_filter(self):
        for text in self.strings:
            with self.subTest(text):
                status, _, body = self.request(topic=text, limit=100)
                self.assertEqual(status, 200 if "\0" not in text else 400)
                if text.strip():
                    self.assertGreaterEqual(body["total"], 1)

    def test_each_comes_back_as_text(self):
        for offset in range(0, len(self.strings), 100):
            for hit in self.daemon.search("naughty", limit=100, offset=offset)["hits"]:
                with self.subTest(hit["id"]):
                    for html in (hit["title_html"], hit["snippet_html"]):
                        for mark in MARKS:
                            html = html.replace(mark, "")
                        self.assertNotRegex(html, "[<>\"]")


if __name__ == "__main__":
    unittest.main()
