# SPDX-License-Identifier: GPL-2.0-or-later
"""What a run must not lose: the index equals the sources, except for skipped articles, which keep their last versions."""

import os
import subprocess
import unittest

from tests.end_to_end import programs

KEPT = "; its last indexed version is kept"


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

    def test_the_article_with_the_highest_number_may_be_removed(self):
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

    def test_an_article_that_became_invalid_stays_although_the_averages_have_drifted(self):
        self.write_articles(20)
        self.assertEqual(self.run_json()[0], 0)
        self.write("a15.md", "---\ndraft: perhaps\n---\n# Article 15\n")
        self.write("long.md", f"# Long\n{'long ' * 5000}\n")
        status, report, errors = self.run_json()
        self.assertEqual((status, report["added"], report["removed"]), (1, 1, 0))
        self.assertIn(f"{self.site}/a15.md:2: ", errors)
        self.assertIn(KEPT, errors)
        self.assertEqual(self.total("same"), 20)
        self.write("a15.md", "# Article 15\nsame again\n")
        status, report, errors = self.run_json()
        self.assertEqual((status, errors, report["added"]), (0, "", 21))  # rebuilt now
        self.assertEqual(self.total("same"), 20)

    def test_a_replaced_file_is_noticed_at_any_time_stamp(self):
        old = 1_700_000_000

        def write(name, word):
            path = self.write(name, f"# T\n{word}\n")
            os.utime(path, (old, old))
            return path

        def swap(a, b):
            os.rename(a, self.site / "c")
            os.rename(b, a)
            os.rename(self.site / "c", b)

        def copy_over(a, b):
            a.write_bytes(b.read_bytes())
            os.utime(a, (old, old))

        changes = {"mv": lambda a, b: os.rename(b, a), "swap": swap, "cp -p": copy_over,
                   "edit": lambda a, _: write(a.name, "third"),
                   "link": lambda a, b: (a.unlink(), os.link(b, a))}
        for name, change in changes.items():
            with self.subTest(name):
                a, b = write("a.md", "first"), write("b.md", "other")
                self.assertEqual(self.run_json("--rebuild")[0], 0)
                change(a, b)
                self.assertEqual(self.run_json()[0], 0)
                self.assertEqual(self.total("first"), 1 if name == "swap" else 0)
                self.assertEqual(self.total("third" if name == "edit" else "other"),
                                 2 if name in ("cp -p", "link") else 1)

    def ids(self):
        daemon = self.start()
        ids = {hit["id"] for hit in daemon.search(limit=50)["hits"]}
        daemon.stop()
        return ids

    def test_another_source_with_the_same_files_gives_its_own_ids(self):
        for name in ("a", "b", "c"):
            self.write(f"posts/{name}.md", "# T\nwords\n")
        options = ("--base-url", "https://e.org", "--allow-shrink")
        self.assertEqual(self.run_json(*options)[0], 0)
        self.assertEqual(self.ids(), {"posts/a", "posts/b", "posts/c"})
        self.write("posts/c.md", "---\ndraft: broken\n---\n")
        status, report, errors = self.run_json(*options, sources=[self.site / "posts"])
        self.assertEqual((status, report["added"], report["unchanged"], report["removed"]), (1, 2, 1, 2))
        self.assertIn(KEPT, errors)
        self.assertEqual(self.ids(), {"a", "b", "posts/c"})
        self.write("posts/c.md", "# T\nwords\n")
        status, report, _ = self.run_json(*options, sources=[self.site / "posts"])
        self.assertEqual((status, report["added"], report["unchanged"], report["removed"]), (0, 1, 2, 1))
        self.assertEqual(self.ids(), {"a", "b", "c"})

    def test_an_unreadable_ignore_file_publishes_nothing_that_it_hides(self):
        def folder(path):
            path.mkdir()

        def pipe(path):
            os.mkfifo(path)

        def dangling(path):
            path.symlink_to("nowhere")

        self.write("a.md", "# A\nalpha\n")
        self.write("posts/open.md", "# Open\nopen\n")
        self.write("posts/secret/s.md", "# S\nsecret\n")
        rules = self.site / "posts" / ".recapignore"
        rules.write_text("secret/\n", encoding="utf-8")
        self.assertEqual(self.run_json()[1]["added"], 2)
        for make in (folder, pipe, dangling):
            with self.subTest(make.__name__):
                rules.rmdir() if rules.is_dir() else rules.unlink()
                make(rules)
                status, report, errors = self.run_json()
                self.assertEqual((status, report["unchanged"]), (1, 2))
                self.assertIn(f"{self.site}/posts: skipped because its .recapignore ", errors)
                self.assertIn(KEPT, errors)
                self.assertEqual([self.total(word) for word in ("open", "secret")], [1, 0])

    def index_here(self, folder, *sources):
        """As from a shell in `folder`."""
        return subprocess.run([programs.BIN / "recap-indexer", "--db", self.db, *sources], cwd=folder,
                              capture_output=True, text=True, timeout=programs.PATIENCE, check=False)

    def test_articles_of_the_working_folder_stay_if_it_cannot_be_listed(self):
        self.write("a.md", "# A\nalpha\n")
        other = self.folder / "other"
        other.mkdir()
        (other / "o.md").write_text("# O\nomega\n", encoding="utf-8")
        for sources in ((".", "../other"), ("../site", "../other")):
            with self.subTest(sources):
                self.assertEqual(self.index_here(self.site, *sources).returncode, 0)
                (self.site / ".recapignore").mkdir()  # so the folder is not read
                done = self.index_here(self.site, *sources)
                (self.site / ".recapignore").rmdir()
                self.assertEqual(done.returncode, 1)
                self.assertIn(KEPT, done.stderr)
                self.assertEqual([self.total(word) for word in ("alpha", "omega")], [1, 1])

    def test_articles_of_another_source_are_removed_although_the_working_folder_cannot_be_listed(self):
        self.write("a.md", "# A\nalpha\n")
        other = self.folder / "other"
        other.mkdir()
        (other / "o.md").write_text("# O\nomega\n", encoding="utf-8")
        self.assertEqual(self.index_here(self.site, ".", "../other").returncode, 0)
        (self.site / ".recapignore").mkdir()
        (other / "o.md").unlink()
        self.assertEqual(self.index_here(self.site, ".", "../other").returncode, 1)
        self.assertEqual([self.total(word) for word in ("alpha", "omega")], [1, 0])

    def test_articles_behind_a_broken_link_are_kept(self):
        self.write("a.md", "# A\nalpha\n")
        behind = self.folder / "mounted"
        behind.mkdir()
        (behind / "b.md").write_text("# B\nbeta\n", encoding="utf-8")
        (self.site / "link").symlink_to(behind)
        self.assertEqual(self.run_json()[1]["added"], 2)
        behind.rename(self.folder / "elsewhere")
        for options, others in (((), 1), (("--include", "link/"), 0)):
            with self.subTest(options):
                status, _, errors = self.run_json(*options)
                self.assertEqual((status, self.total("alpha")), (1, others))
                self.assertEqual(errors, f"{self.site}/link: broken link{KEPT}\n")
                self.assertEqual(self.total("beta"), 1)
        (self.site / "link").unlink()
        self.assertEqual(self.run_json()[0], 0)
        self.assertEqual(self.total("beta"), 0)

    def test_a_broken_link_that_never_led_to_articles_is_reported_but_not_a_failure(self):
        self.write("a.md", "# A\nalpha\n")
        (self.site / "image.png").symlink_to("nowhere")
        for _ in range(2):
            status, report, errors = self.run_json()
            self.assertEqual((status, errors), (0, ""))
            self.assertEqual(report["ignored"], [
                {"path": f"{self.site}/image.png", "line": None, "reason": "broken link"}])


if __name__ == "__main__":
    unittest.main()
