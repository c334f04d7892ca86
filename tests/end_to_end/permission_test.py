# SPDX-License-Identifier: GPL-2.0-or-later
"""Unreadable and unwritable files are reported by name, for an ordinary user."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from tests.end_to_end import programs

NOBODY = 65534


class PermissionTest(programs.ProgramTest):
    """Root may read everything, so under root the programs are copied to where the user nobody can start them, and run as nobody."""

    def setUp(self):
        super().setUp()
        self.identity = {}
        self.bin = programs.BIN
        if os.getuid() == 0:
            self.identity = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
            copies = tempfile.TemporaryDirectory()
            self.addCleanup(copies.cleanup)
            self.bin = pathlib.Path(copies.name)
            shutil.copy(programs.BIN / "recap-indexer", self.bin)
            shutil.copy(programs.BIN / "recap-searchd", self.bin)
            self.bin.chmod(0o755)
        self.write("a.md", "# A\nalpha\n")

    def index(self, *sources):
        if self.identity:
            for path in [self.folder, *self.folder.rglob("*")]:
                os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
        try:
            return subprocess.run(
                [self.bin / "recap-indexer", "--db", self.db, *(sources or [self.site])], capture_output=True,
                text=True, timeout=programs.PATIENCE, check=False, **self.identity)
        except PermissionError as error:
            self.skipTest(f"SKIPPED: cannot run as another user here: {error}")

    def forbid(self, path, mode=0):
        path.chmod(mode)
        self.addCleanup(path.chmod, 0o755)

    def test_an_unreadable_folder_in_the_source_is_named_and_the_rest_is_indexed(self):
        self.write("secret/b.md", "# B\nbeta\n")
        self.forbid(self.site / "secret")
        done = self.index()
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr, f"{self.site}/secret: cannot be read: Permission denied\n")
        self.assertEqual(self.start().search()["total"], 1)

    def test_articles_of_a_folder_that_became_unreadable_stay(self):
        self.write("secret/b.md", "# B\nbeta\n")
        self.assertEqual(self.index().returncode, 0)
        self.forbid(self.site / "secret")
        self.write("c.md", "# C\ngamma\n")
        self.assertEqual(self.index().returncode, 1)
        daemon = self.start()
        self.assertEqual([daemon.search(word)["total"] for word in ("alpha", "beta", "gamma")], [1, 1, 1])

    def test_a_folder_with_an_unreadable_ignore_file_is_named_and_not_read(self):
        self.write("posts/b.md", "# B\nbeta\n")
        self.forbid(self.write("posts/.recapignore", "b.md\n"))
        done = self.index()
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr, f"{self.site}/posts: skipped because its .recapignore cannot be read\n")
        self.assertEqual(self.start().search()["total"], 1)

    def test_an_unreadable_file_is_named_and_the_rest_is_indexed(self):
        self.forbid(self.write("b.md", "# B\nbeta\n"))
        done = self.index()
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(done.stderr.splitlines()), 1)
        self.assertIn("b.md: cannot be", done.stderr)
        self.assertEqual(self.start().search()["total"], 1)

    def test_an_article_that_became_unreadable_stays(self):
        path = self.write("b.md", "# B\nbeta\n")
        self.assertEqual(self.index().returncode, 0)
        self.forbid(path)
        os.utime(path, (1, 1))
        self.write("c.md", "# C\ngamma\n")
        done = self.index()
        self.assertEqual(done.returncode, 1)
        self.assertIn("b.md: cannot be", done.stderr)
        daemon = self.start()
        self.assertEqual([daemon.search(word)["total"] for word in ("alpha", "beta", "gamma")], [1, 1, 1])

    def test_an_unreadable_source_is_named_and_its_indexed_articles_stay(self):
        self.assertEqual(self.index().returncode, 0)
        self.forbid(self.site)
        done = self.index()
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr.splitlines(), [
            f"{self.site}: cannot be read: Permission denied; its last indexed version is kept"])
        self.assertEqual(self.start().search("alpha")["total"], 1)

    def test_an_unreadable_source_is_named_when_nothing_is_known_of_it(self):
        self.forbid(self.site)
        done = self.index()
        self.assertEqual(done.returncode, 2)
        self.assertIn(f"{self.site}: cannot be read: Permission denied\n", done.stderr)
        self.assertIn("no articles found", done.stderr)

    def test_a_database_folder_that_may_not_be_written_is_named(self):
        self.assertEqual(self.index().returncode, 0)
        self.write("b.md", "# B\nbeta\n")
        (self.db / "LOCK").unlink()
        self.forbid(self.db, 0o555)
        done = self.index()
        self.assertEqual(done.returncode, 2)
        self.assertEqual(len(done.stderr.splitlines()), 1)
        self.assertIn(f"{self.db}/LOCK: Permission denied", done.stderr)
        self.assertEqual(self.start().search()["total"], 1)

    def test_a_database_folder_that_cannot_be_created_is_named(self):
        self.forbid(self.folder, 0o555)
        done = self.index()
        self.assertEqual(done.returncode, 2)
        self.assertEqual(len(done.stderr.splitlines()), 1)
        self.assertIn(f"{self.db}: Permission denied", done.stderr)

    def test_an_index_that_may_not_be_read_is_named_by_the_daemon(self):
        self.assertEqual(self.index().returncode, 0)
        self.forbid(self.db / "gen-0001")
        done = subprocess.run(
            [self.bin / "recap-searchd", "--db", self.db, "--listen", "127.0.0.1:0"], capture_output=True,
            text=True, timeout=programs.PATIENCE, check=False, **self.identity)
        self.assertEqual(done.returncode, 2)
        self.assertIn(f"{self.db}/gen-0001/manifest.json", done.stderr)


if __name__ == "__main__":
    unittest.main()
