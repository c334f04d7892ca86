# SPDX-License-Identifier: GPL-2.0-or-later
"""The manual pages and completions that script/program-pages generates from the option tables."""

import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from tests.end_to_end import programs

NAMES = ("recap-indexer", "recap-searchd")


class ProgramPagesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        for name in NAMES:
            subprocess.run([programs.ROOT / "script/program-pages", programs.BIN / name, cls.folder], check=True)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def options(self, name):
        text = subprocess.run([programs.BIN / name, "--help"], capture_output=True, text=True, check=True).stdout
        found = set(re.findall(r"^ +(?:-\w,)?(--[a-z-]+)", text, re.MULTILINE))
        self.assertGreater(len(found), 10)
        return found

    def complete(self, name, *words):
        script = ('source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
                  f'_{name.replace("-", "_")}; printf "%s\\n" "${{COMPREPLY[@]}}"')
        return subprocess.run(["bash", "-c", script, "bash", self.folder / f"{name}.bash", name, *words],
                              capture_output=True, text=True, check=True).stdout.split()

    def test_a_page_describes_every_option(self):
        for name in NAMES:
            page = (self.folder / f"{name}.1").read_text(encoding="utf-8").replace("\\-", "-")
            described = set(re.findall(r"^(?:\\fB-\w\\fR, )?\\fB(--[a-z-]+)\\fR.*\n\S", page, re.MULTILINE))
            self.assertEqual(described, self.options(name))

    def test_a_page_has_values_limits_defaults_and_the_exit_status(self):
        page = (self.folder / "recap-indexer.1").read_text(encoding="utf-8").replace("\\-", "-")
        self.assertIn("\\fB--keep\\fR \\fIN\\fR\nGenerations to keep on disk. From 1 to 1000. Default: 2.\n", page)
        self.assertIn("\\fB--format\\fR \\fItext|json|github\\fR\n", page)
        self.assertIn("\\fB--db\\fR \\fIDIR\\fR\n", page)
        self.assertIn(".SH EXIT STATUS\n0 done;", page)

    @unittest.skipUnless(shutil.which("mandoc"), "mandoc is not installed")
    def test_a_page_has_no_mistakes(self):
        for name in NAMES:
            found = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", self.folder / f"{name}.1"],
                                   capture_output=True, text=True, check=False).stdout
            self.assertEqual(found, "")

    def test_options_complete(self):
        for name in NAMES:
            self.assertEqual(set(self.complete(name, "--")), self.options(name))
        self.assertEqual(self.complete("recap-indexer", "--for"), ["--format"])
        self.assertEqual(self.complete("recap-indexer", "--format", "g"), ["github"])

    def test_folders_files_and_sources_complete(self):
        corpus = f"{programs.ROOT}/corpus"
        self.assertEqual(self.complete("recap-indexer", "--db", corpus[:-2]), [corpus])
        self.assertEqual(self.complete("recap-indexer", f"{corpus}/synonyms.t"), [f"{corpus}/synonyms.toml"])
        self.assertEqual(self.complete("recap-searchd", "--synonyms", f"{corpus}/synonyms.t"), [f"{corpus}/synonyms.toml"])
        self.assertEqual(self.complete("recap-indexer", "--jobs", ""), [])


if __name__ == "__main__":
    unittest.main()
