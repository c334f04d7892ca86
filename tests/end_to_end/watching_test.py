# SPDX-License-Identifier: GPL-2.0-or-later
"""recap-indexer --watch: a save is in the index within a second; temporary files of editors are not."""

import queue
import signal
import subprocess
import threading
import unittest

from tests.end_to_end import programs


class WatchingTest(programs.ProgramTest):
    def watch(self):
        command = [programs.BIN / "recap-indexer", "--db", self.db, "--watch", self.site]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        lines = queue.Queue()
        threading.Thread(target=lambda: [lines.put(line) for line in process.stdout], daemon=True).start()

        def stop():
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
            self.assertEqual(process.wait(programs.PATIENCE), 0)
            process.stdout.close()

        self.addCleanup(stop)
        return lambda: lines.get(timeout=programs.PATIENCE)

    def test_each_save_is_indexed_and_a_broken_one_keeps_the_old_index(self):
        self.write("a.md", "# A\nalpha\n")
        line = self.watch()
        self.assertIn("1 added", line())
        self.write(".a.md.swp", "x")
        self.write("a.md~", "x")
        self.write("b.md", "# B\nbeta\n")
        self.assertIn("1 added, 0 changed, 1 unchanged", line())
        (self.site / "new").mkdir()
        self.write("new/c.md", "# C\ngamma\n")
        seen = line()
        if "1 added" not in seen:  # the folder may be noticed before the file is in it
            seen = line()
        self.assertIn("1 added, 0 changed, 2 unchanged", seen)
        self.write("b.md", "---\ntitle: B\ndraft: perhaps\n---\n")
        self.assertIn("b.md:3: ", line())
        self.assertIn("1 skipped", line())
        self.write("b.md", "# B\nmended\n")
        self.assertIn("1 changed", line())
        self.assertEqual((self.db / "CURRENT").read_text(), "gen-0004\n")

    def test_an_emptied_folder_is_refused_and_watching_continues(self):
        for name in "abcd":
            self.write(f"{name}.md", f"# {name}\nwords\n")
        line = self.watch()
        self.assertIn("4 added", line())
        for name in "abcd":
            (self.site / f"{name}.md").unlink()
        self.assertIn("the index is unchanged", line())
        self.write("a.md", "# a\nother words\n")
        for _ in range(3):
            if "would be removed" in line():
                return
        self.fail("not refused")


if __name__ == "__main__":
    unittest.main()
