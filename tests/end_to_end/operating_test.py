# SPDX-License-Identifier: GPL-2.0-or-later
"""The actions of recap-indexer other than indexing."""

import json
import pathlib
import unittest

from tests.end_to_end import programs


class OperatingTest(programs.ProgramTest):
    def run_index(self, *options):
        return programs.index(self.db, self.site, options=options)

    def write_numbered(self, count):
        for number in range(count):
            self.write(f"{number}.md", f"# Title {number}\nwords {number}\n")

    def test_a_dry_run_reports_what_would_change_and_writes_nothing(self):
        self.write("a.md", "---\ntitle: A\ntags: x\n---\nalpha\n")
        self.write("b.md", "# B\nbeta\n")
        done = self.run_index("--dry-run")
        self.assertEqual((done.returncode, self.db.exists()), (0, False))
        self.assertIn('would add a (', done.stdout)
        self.run_index()
        before = sorted(path.name for path in self.db.iterdir())
        self.write("a.md", "---\ntitle: A2\ntags: x\n---\nalpha beta\n")
        (self.site / "b.md").unlink()
        self.write("c.md", "---\ndraft: perhaps\n---\n")
        done = self.run_index("--dry-run", "--json")
        report = json.loads(done.stdout)
        rows = {row["id"]: row for row in report["differences"]}
        self.assertEqual(done.returncode, 1)
        self.assertEqual((rows["a"]["what"], rows["a"]["fields"]), ("changed", ["title", "text"]))
        self.assertEqual((rows["a"]["text_bytes_before"], rows["a"]["text_bytes_after"]), (5, 10))
        self.assertEqual((rows["b"]["what"], rows["b"]["title"]), ("removed", "B"))
        self.assertIn("c.md:2: ", done.stderr)
        self.assertEqual(sorted(path.name for path in self.db.iterdir()), before)
        self.assertIn("would change a (", self.run_index("--dry-run").stdout)

    def test_an_option_is_not_mistaken_for_the_folder_of_the_index(self):
        self.write("a.md", "# A\nalpha\n")
        done = programs.index("--quiet", self.site)
        self.assertEqual((done.returncode, pathlib.Path("--quiet").exists()), (2, False))
        self.assertIn("--quiet looks like an option", done.stderr)

    def test_an_index_does_not_shrink_by_more_than_is_allowed(self):
        self.write_numbered(10)
        self.run_index()
        for number in range(4):
            (self.site / f"{number}.md").unlink()
        for options in ((), ("--rebuild",), ("--dry-run",)):
            done = self.run_index(*options)
            self.assertEqual(done.returncode, 2, options)
            self.assertIn("4 of 10 articles would be removed (0, 1, 2, ...)", done.stderr)
        self.assertEqual(self.start().search("words")["total"], 10)
        self.assertEqual(self.run_index("--max-shrink", "40").returncode, 0)
        self.assertEqual(self.start().search("words")["total"], 6)
        for number in range(4, 9):
            (self.site / f"{number}.md").unlink()
        self.assertEqual(self.run_index("--allow-shrink").returncode, 0)
        self.assertEqual(self.start().search("words")["total"], 1)

    def test_an_article_that_hangs_its_parser_is_skipped_and_named(self):
        self.write("good.md", "# Good\nwords\n")
        self.write("images.md", "![[]()" * 100_000)
        self.write("nested.html", "<div>" * 150_000)
        self.write("other.md", "# Other\nwords\n")
        done = self.run_index("--json", "--max-article-seconds", "1")
        report = json.loads(done.stdout)
        self.assertEqual((done.returncode, report["added"], len(report["skipped"])), (1, 2, 2))
        for name in ("images.md", "nested.html"):
            self.assertIn(f"{name}: takes more than 1 s to parse", done.stderr)

    def test_many_articles_are_written_by_several_processes_in_the_order_of_the_sources(self):
        text = "words that fill an article " * 100
        lines = [json.dumps({"id": f"{number:05}", "title": "T", "text": text}) for number in range(2500)]
        self.write("all.jsonl", "\n".join(lines))
        self.assertEqual(json.loads(self.run_index("--json", "--jobs", "3").stdout)["added"], 2500)
        daemon = self.start()
        self.assertEqual(daemon.search("fill")["total"], 2500)
        found = [hit["id"] for hit in daemon.search("fill", limit=100)["hits"]]
        self.assertEqual(found, [f"{number:05}" for number in range(100)])


if __name__ == "__main__":
    unittest.main()
