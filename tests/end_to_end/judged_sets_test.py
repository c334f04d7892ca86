# SPDX-License-Identifier: GPL-2.0-or-later
"""The judged sets can be indexed as JSON lines and searched. bench/ measures their ranking."""

import json
import pathlib
import tempfile
import unittest

from tests.end_to_end import datasets, programs


class JudgedSetsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.root = pathlib.Path(cls.folder.name)
        datasets.unpack("relevance", cls.root)

    def check(self, name):
        """Every document is indexed; of twenty, nearly all are found by their title or first words."""
        source = self.root / name / "docs.jsonl"
        documents = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
        status, report, _ = programs.index_json(self.root / f"{name}.db", source)
        self.assertEqual((status, report["added"]), (0, len(documents)))
        daemon = programs.Daemon(self.root / f"{name}.db")
        self.addCleanup(daemon.stop)
        missed = []
        for document in documents[::len(documents) // 20]:
            words = (document.get("title") or document["text"]).split()[:12]
            query = " ".join(word for word in words if word.isalnum())
            ids = [hit["id"] for hit in daemon.search(query, limit=10)["hits"]]
            if document["id"] not in ids:
                missed.append(query)
        self.assertLessEqual(len(missed), 3, missed)

    def test_cranfield(self):
        self.check("cranfield")

    def test_npl(self):
        self.check("npl")

    def test_cisi(self):
        self.check("cisi")

    def test_scifact(self):
        self.check("scifact-train")

    def test_korean_wikipedia(self):
        self.check("kowiki-dev")


if __name__ == "__main__":
    unittest.main()
