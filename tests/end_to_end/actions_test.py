# SPDX-License-Identifier: GPL-2.0-or-later
"""The example for GitHub Actions: its Recap commands do what it says."""

import os
import re
import shutil
import subprocess
import textwrap
import time
import unittest

from tests.end_to_end import programs

# What ssh does for rsync and for the workflow, without a network: `ssh [-l USER] HOST COMMAND...`.
LOCAL_SSH = """#!/bin/sh
[ "$1" != -l ] || shift 2
shift
exec sh -c "$*"
"""

WORKFLOW = programs.ROOT / "packaging/github/search-index.yml"


class ActionsTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        self.text = WORKFLOW.read_text(encoding="utf-8")

    def run_step(self, name, **more):
        """Runs the commands of a step as the runner does, with `more` in its environment; returns the finished process."""
        step = self.text.split(f"- name: {name}\n")[1].split("\n      - ")[0]
        inline = re.search(r"run: (?!\|)(.+)", step)
        script = inline[1] if inline else textwrap.dedent(step.split("run: |\n")[1])
        environment = {**os.environ, "PATH": f"{programs.BIN}:{os.environ['PATH']}", "CONTENT": str(self.site),
                       "BASE_URL": "https://example.org", **more}
        return subprocess.run(["bash", "-e", "-o", "pipefail", "-c", script], cwd=self.folder, env=environment,
                              capture_output=True, text=True, timeout=programs.PATIENCE, check=False)

    def test_articles_are_checked_and_indexed_and_one_with_a_fault_stops_no_other(self):
        self.write("good.md", "# Good\nwords\n")
        self.write("bad.md", "---\ntitle: [\n---\nwords\n")
        checked = self.run_step("Check the articles")
        self.assertEqual(checked.returncode, 0)
        self.assertRegex(checked.stdout, r"::error file=.*bad\.md")
        indexed = self.run_step("Index")
        self.assertEqual(indexed.returncode, 0, indexed.stderr)
        self.db = self.folder / "index"
        self.assertEqual(self.start().search("words")["total"], 1)

    @unittest.skipUnless(shutil.which("rsync"), "rsync is not installed")
    def test_runs_on_fresh_machines_ship_one_generation_after_another_to_a_daemon_that_serves(self):
        server = self.folder / "server"
        tools = self.folder / "tools"
        tools.mkdir()
        (tools / "ssh").write_text(LOCAL_SSH, encoding="utf-8")
        (tools / "ssh").chmod(0o755)
        where = {"SERVER": "recap@search.example.org", "FOLDER": str(server),
                 "PATH": f"{tools}:{programs.BIN}:{os.environ['PATH']}"}
        self.db = server
        daemon = None
        for run in (1, 2, 3):
            self.write(f"story-{run}.md", f"# Story {run}\nwords\n")
            if run == 3:
                (self.site / "story-1.md").unlink()
            shutil.rmtree(self.folder / "index", ignore_errors=True)
            for name in ("Fetch the index of the last run", "Index", "Ship"):
                done = self.run_step(name, **where)
                self.assertEqual(done.returncode, 0, done.stderr)
            daemon = daemon or self.start()
            end = time.monotonic() + programs.PATIENCE
            while daemon.search()["generation"] != run:
                self.assertLess(time.monotonic(), end)
            self.assertEqual(daemon.search("words")["total"], min(run, 2))
        self.assertEqual(sorted(each.name for each in server.iterdir()), ["CURRENT", "gen-0002", "gen-0003"])

    def test_a_failed_run_ships_nothing(self):
        self.assertNotEqual(self.run_step("Index").returncode, 0)  # an empty site

    def test_every_pattern_left_out_of_shipping_is_in_an_index(self):
        self.write("good.md", "# Good\nwords\n")
        programs.index(self.db, self.site)
        for name in set(re.findall(r"--exclude (\S+)", self.text)) | set(re.findall(r"index/([A-Z]+)", self.text)):
            self.assertTrue((self.db / name).is_file(), name)


if __name__ == "__main__":
    unittest.main()
