# SPDX-License-Identifier: GPL-2.0-or-later
"""An indexer killed at any moment: the old index is used, and the next run finishes without litter."""

import resource
import signal
import subprocess
import unittest

from tests.end_to_end import file_events, programs

CREATED, MOVED_TO = file_events.CREATED, file_events.MOVED_TO
ARTICLES = 400


class CrashTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("old.md", "# Old\nbefore\n")
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        for number in range(ARTICLES):
            words = " ".join(f"w{number * step}" for step in range(1, 60))
            self.write(f"new-{number}.md", f"# New {number}\nafter {words}\n")
        (self.site / "old.md").unlink()

    def check_old_index_or_new(self):
        """Either the old index is complete or the new one; the next run completes the new one."""
        daemon = self.start()
        found = daemon.search("before")["total"], daemon.search("after")["total"]
        self.assertIn(found, [(1, 0), (0, ARTICLES)])
        self.assertEqual(daemon.stop(), 0)
        done = programs.index(self.db, self.site, options=("--quiet",))
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        daemon = self.start()
        self.assertEqual((daemon.search("before")["total"], daemon.search("after")["total"]), (0, ARTICLES))
        known = {"CURRENT", "LOCK", "gen-0001", "gen-0002", "gen-0003"}
        self.assertLessEqual({entry.name for entry in self.db.iterdir()}, known)
        return found

    def kill_at(self, kind, name):
        """Kills the indexer upon this event in the folder of the index; returns whether it was alive."""
        watch = file_events.Watch(self.db)
        self.addCleanup(watch.close)
        command = [programs.BIN / "recap-indexer", "--db", self.db, "--quiet", self.site]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as indexer:
            while (kind, name) not in list(watch.events(programs.PATIENCE)):
                pass
            indexer.kill()
        return indexer.returncode == -signal.SIGKILL

    def test_killed_when_the_draft_is_begun(self):
        self.assertTrue(self.kill_at(CREATED, "gen-0002.draft"))
        self.assertEqual(self.check_old_index_or_new(), (1, 0))

    def test_killed_when_the_generation_has_got_its_name(self):
        self.kill_at(MOVED_TO, "gen-0002")
        self.check_old_index_or_new()

    def test_killed_before_current_is_switched(self):
        self.kill_at(CREATED, "CURRENT.new")
        self.check_old_index_or_new()

    def test_killed_after_current_is_switched(self):
        self.kill_at(MOVED_TO, "CURRENT")
        self.assertEqual(self.check_old_index_or_new(), (0, ARTICLES))

    def test_killed_while_a_file_of_the_draft_is_written(self):
        """The kernel kills it at the first byte beyond the limit: always at the same place."""
        killed = 0
        for limit in (64, 4096, 20_000, 60_000, 150_000, 300_000):
            with self.subTest(limit):
                done = subprocess.run(
                    [programs.BIN / "recap-indexer", "--db", self.db, self.site], capture_output=True, check=False,
                    timeout=programs.PATIENCE, preexec_fn=lambda most=limit: resource.setrlimit(
                        resource.RLIMIT_FSIZE, (most, most)))
                if done.returncode == -signal.SIGXFSZ:
                    killed += 1
                    daemon = self.start()
                    self.assertEqual(daemon.search("before")["total"], 1)
                    daemon.stop()
        self.assertGreaterEqual(killed, 3)
        self.check_old_index_or_new()


if __name__ == "__main__":
    unittest.main()
