# SPDX-License-Identifier: GPL-2.0-or-later
"""Options that cannot be honoured are refused, and the refusal says what to write."""

import subprocess
import unittest

from tests.end_to_end import programs


class OptionsTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.md", "# A\nwords\n")

    def refused(self, program, *options):
        """What a program says when it does not start."""
        command = [programs.BIN / program, "--db", self.db, *options]
        done = subprocess.run(command, capture_output=True, text=True, timeout=programs.PATIENCE, check=False)
        self.assertEqual((done.returncode, done.stdout), (2, ""), done.stderr)
        return done.stderr

    def test_a_mistake_in_the_file_of_options_is_told_with_its_line(self):
        for program in ("recap-indexer", "recap-searchd"):
            for content, reason in (('\nlistn = "x"\n', ":2: listn is no option"), ("a = \n", ":1: not TOML here: ")):
                file = self.write("recap.toml", content)
                self.assertIn(f"{file}{reason}", self.refused(program, "--config", file))
        file = self.write("recap.toml", "keep = 0\n")
        self.assertIn(f"{file}:1: --keep: ", self.refused("recap-indexer", "--config", file, self.site))
        file = self.write("recap.toml", 'threads = "many"\n')
        self.assertIn(f"{file}:1: ", self.refused("recap-searchd", "--config", file))


if __name__ == "__main__":
    unittest.main()
