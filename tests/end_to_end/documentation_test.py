# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the examples of README.md and docs/http-api.md."""

import re
import shlex
import subprocess
import unittest

from tests.end_to_end import programs

OPTIONS = r"((?:-[Hd] '[^']*' ?)*)"
COMMAND = re.compile(rf"^\$ curl -s {OPTIONS}'(?:http://127\.0\.0\.1:8080)?(/[^']*)' ?{OPTIONS}\n((?:[^$`].*\n)*)", re.MULTILINE)


class DocumentationTest(programs.CorpusTest):
    def examples(self, page):
        blocks = re.findall(r"```console\n(.*?)```", (programs.ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
        found = [example for block in blocks for example in COMMAND.findall(block)]
        self.assertTrue(found, page)
        return found

    def ask(self, options, target):
        command = ["curl", "-s", *shlex.split(options), f"http://{self.daemon.address}{target}"]
        return subprocess.run(command, capture_output=True, text=True, timeout=programs.PATIENCE, check=True).stdout

    def test_every_example_of_the_interface_returns_what_it_shows(self):
        for before, target, behind, expected in self.examples("docs/http-api.md"):
            answer = self.ask(before + behind, target)
            for part in expected.split(" "):
                with self.subTest(target):
                    self.assertIn(part.strip(), answer)

    def test_every_example_of_the_readme_finds_something(self):
        for before, target, behind, shown in self.examples("README.md"):
            with self.subTest(target):
                answer = self.ask(before + behind, target)
                self.assertIn('"hits":[{', answer)
                for part in shown.replace("\n", "").split("..."):
                    self.assertIn(part.strip(), answer)

    def test_every_option_is_documented(self):
        page = (programs.ROOT / "docs/options.md").read_text(encoding="utf-8")
        for program, until in (("recap-indexer", "## recap-searchd"), ("recap-searchd", None)):
            text = subprocess.run([programs.BIN / program, "--help"], capture_output=True, text=True, check=True).stdout
            described = page[page.index(f"## {program}"):page.index(until) if until else None]
            options = set(re.findall(r"^ +(?:-\w,)?(--[a-z-]+)", text, re.MULTILINE))
            self.assertGreater(len(options), 5)
            self.assertEqual({option for option in options if f"`{option}" not in described}, set(), program)


if __name__ == "__main__":
    unittest.main()
