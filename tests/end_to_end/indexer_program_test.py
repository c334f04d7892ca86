# SPDX-License-Identifier: GPL-2.0-or-later
"""The indexer as a program: its output and its exit status."""

import subprocess
import unittest

from tests.end_to_end import programs


class IndexerProgramTest(programs.ProgramTest):
    def call(self, *arguments, output=subprocess.PIPE):
        command = [programs.BIN / "recap-indexer", *arguments]
        return subprocess.run(command, stdout=output, stderr=subprocess.PIPE, text=True, timeout=programs.PATIENCE, check=False)

    def test_version_and_help_are_printed_and_a_mistake_is_an_error(self):
        version = self.call("--version")
        self.assertEqual((version.returncode, version.stderr), (0, ""))
        self.assertRegex(version.stdout, r"^recap-indexer \d+\.\d+\.\d+\n$")
        self.assertEqual(self.call("--help").returncode, 0)
        mistake = self.call("--nothing")
        self.assertEqual((mistake.returncode, mistake.stdout), (2, ""))
        self.assertIn("--nothing", mistake.stderr)

    def test_skipped_articles_are_named_in_a_quiet_run_and_in_one_that_fails(self):
        self.write("a.md", "# A\nwords\n")
        self.write("bad.md", "---\ntitle: [\n---\nwords\n")
        quiet = self.call("--db", self.db, "--quiet", self.site)
        self.assertEqual((quiet.returncode, quiet.stdout), (1, ""))
        self.assertRegex(quiet.stderr, r"bad\.md:\d+: ")
        (self.site / "a.md").unlink()
        failed = self.call("--db", self.db, self.site)
        self.assertEqual((failed.returncode, failed.stdout), (2, ""))
        self.assertRegex(failed.stderr, r"bad\.md:\d+: ")
        self.assertIn("recap-indexer: ", failed.stderr)

    def test_a_dry_run_of_a_run_that_would_be_refused_lists_it_and_fails(self):
        for name in "abcd":
            self.write(f"{name}.md", f"# {name}\nwords\n")
        self.assertEqual(self.call("--db", self.db, self.site).returncode, 0)
        for name in "abc":
            (self.site / f"{name}.md").unlink()
        dry = self.call("--db", self.db, "--dry-run", self.site)
        self.assertEqual(dry.returncode, 2)
        self.assertIn("recap-indexer: this run would be refused: ", dry.stderr)
        self.assertIn("would remove a ", dry.stdout)
        self.assertEqual((self.db / "CURRENT").read_text(), "gen-0001\n")

    def test_an_export_that_cannot_be_written_fails(self):
        self.write("a.md", "# A\nwords\n")
        self.assertEqual(self.call("--db", self.db, self.site).returncode, 0)
        with open("/dev/full", "w", encoding="utf-8") as full:
            export = self.call("--db", self.db, "--export", output=full)
        self.assertEqual((export.returncode, export.stderr), (2, "recap-indexer: cannot write the export\n"))

    def test_a_site_of_jekyll_with_an_unknown_permalink_is_indexed(self):
        self.write("_config.yml", "permalink: weekdate\n")
        self.write("_posts/2024-01-02-a.md", "---\ntitle: A\n---\nwords\n")
        run = self.call("--db", self.db, self.site)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("1 added", run.stdout)


if __name__ == "__main__":
    unittest.main()
