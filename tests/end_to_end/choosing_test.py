# SPDX-License-Identifier: GPL-2.0-or-later
"""Which files are read: --include, --exclude and .recapignore, with the patterns of .gitignore."""

import json
import unittest

from tests.end_to_end import programs

FILES = ("top.md", "posts/a.md", "posts/b.html", "posts/old/c.md", "posts/drafts/d.md", "notes/drafts/e.md")


class ChoosingTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        for name in FILES:
            self.write(name, "<title>B</title><p>words</p>" if name.endswith(".html") else "# A\nwords\n")

    def chosen(self, *options):
        done = programs.index(self.db, self.site, options=("--dry-run", "--json", "--quiet", *options))
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return [article["id"] for article in json.loads(done.stdout)["differences"]]

    def test_all_files_are_read_without_patterns(self):
        self.assertEqual(len(self.chosen()), len(FILES))

    def test_an_included_folder_includes_everything_below_it(self):
        below = ["posts/a", "posts/b", "posts/drafts/d", "posts/old/c"]
        for pattern in ("posts/", "/posts", "posts"):
            with self.subTest(pattern):
                self.assertEqual(sorted(self.chosen("--include", pattern)), below)

    def test_an_included_folder_may_leave_out_one_below_it(self):
        self.assertEqual(sorted(self.chosen("--include", "posts/", "--include", "!old/")),
                         ["posts/a", "posts/b", "posts/drafts/d"])

    def test_several_patterns_add_up(self):
        self.assertEqual(sorted(self.chosen("--include", "/*.md", "--include", "*.html")), ["posts/b", "top"])

    def test_an_excluded_file_is_not_read_even_if_it_is_included(self):
        self.assertEqual(sorted(self.chosen("--include", "posts/", "--exclude", "drafts/", "--exclude", "*.html")),
                         ["posts/a", "posts/old/c"])

    def test_a_recapignore_file_applies_to_its_folder(self):
        self.write("posts/.recapignore", "# not yet\ndrafts/\n*.html\n")
        self.assertEqual(sorted(self.chosen()), ["notes/drafts/e", "posts/a", "posts/old/c", "top"])


if __name__ == "__main__":
    unittest.main()
