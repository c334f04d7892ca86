# SPDX-License-Identifier: GPL-2.0-or-later
"""A full disk, at different moments: one line reports it, and the old index is kept."""

import os
import resource
import signal
import subprocess
import unittest

from tests.end_to_end import programs

ARTICLES = 300


class DiskFullTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("old.md", "# Old\nbefore\n")

    def write_more(self):
        (self.site / "old.md").unlink()
        for number in range(ARTICLES):
            words = " ".join(f"w{number * step}" for step in range(1, 100))
            self.write(f"new-{number}.md", f"# New {number}\nafter {words}\n")

    def check_nothing_was_done(self, done):
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
        self.assertIn(str(self.db), done.stderr)
        self.assertEqual({entry.name for entry in self.db.iterdir()}, {"CURRENT", "LOCK", "gen-0001"})
        daemon = self.start()
        self.assertEqual((daemon.search("before")["total"], daemon.search("after")["total"]), (1, 0))
        self.assertEqual(daemon.stop(), 0)

    def check_it_goes_on(self):
        done = programs.index(self.db, self.site, options=("--quiet",))
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        daemon = self.start()
        self.assertEqual((daemon.search("before")["total"], daemon.search("after")["total"]), (0, ARTICLES))

    def mount(self, *options):
        return subprocess.run(["mount", *options, self.db], capture_output=True, text=True, check=False)

    def test_a_small_disk_that_is_full(self):
        self.db.mkdir()
        if os.getuid() != 0 or self.mount("-t", "tmpfs", "-o", "size=300k", "tmpfs").returncode != 0:
            self.skipTest("SKIPPED: only root may mount the small disk this needs")
        self.addCleanup(subprocess.run, ["umount", self.db], check=True)
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        self.write_more()
        failures = 0
        for kilobytes in range(150, 1300, 120):
            with self.subTest(kilobytes):
                self.assertEqual(self.mount("-o", f"remount,size={kilobytes}k").returncode, 0)
                done = programs.index(self.db, self.site, options=("--quiet",))
                if done.returncode == 0:
                    break
                failures += 1
                self.check_nothing_was_done(done)
        self.assertGreaterEqual(failures, 3)
        self.mount("-o", "remount,size=64m")
        self.check_it_goes_on()

    def test_a_file_that_may_not_grow(self):
        """The same as an ordinary user: writing beyond the limit fails."""
        def bound(most):
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        self.write_more()
        for limit in (64, 4096, 20_000, 60_000, 150_000):
            with self.subTest(limit):
                done = subprocess.run(
                    [programs.BIN / "recap-indexer", "--db", self.db, "--quiet", self.site], capture_output=True,
                    text=True, check=False, timeout=programs.PATIENCE, preexec_fn=lambda most=limit: bound(most))
                self.check_nothing_was_done(done)
        self.check_it_goes_on()


if __name__ == "__main__":
    unittest.main()
