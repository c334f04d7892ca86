# SPDX-License-Identifier: GPL-2.0-or-later
"""What a run must not lose: the index equals the sources, but for what is named, which stays as it was."""

import unittest

from tests.end_to_end import programs


class KeepingTest(programs.ProgramTest):
    def run_json(self, *options, sources=()):
        return programs.index_json(self.db, *(sources or [self.site]), options=options)

    def write_articles(self, count):
        for number in range(10, 10 + count):
            self.write(f"a{number}.md", f"# Article {number}\nsame {'word ' * 30}\n")

    def total(self, word):
        daemon = self.start()
        total = daemon.search(word)["total"]
        daemon.stop()
        return total

    def test_the_article_of_the_highest_number_may_go(self):
        for shards in ("1", "3"):
            for change in ("removed", "draft"):
                with self.subTest(shards=shards, change=change):
                    self.write_articles(30)
                    options = ("--shards", shards)
                    self.assertEqual(self.run_json(*options)[0], 0)
                    if change == "removed":
                        (self.site / "a39.md").unlink()
                    else:
                        self.write("a39.md", "---\ndraft: true\n---\n# Article 39\n")
                    status, report, errors = self.run_json(*options)
                    self.assertEqual((status, errors), (0, ""))
                    self.assertEqual((report["removed"], report["unchanged"]), (1, 29))
                    self.assertEqual(self.total("same"), 29)
                    self.write("a10.md", "# Article 10\nother\n")
                    self.assertEqual(self.run_json(*options)[0], 0)


if __name__ == "__main__":
    unittest.main()
