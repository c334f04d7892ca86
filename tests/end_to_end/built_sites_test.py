# SPDX-License-Identifier: GPL-2.0-or-later
"""Sites that their generators built (tests/indexer/site/built), indexed from their sources: every
address and anchor is that of the built page, and what is not published is not indexed."""

import json
import pathlib
import subprocess
import unittest

from tests.end_to_end import programs

BUILT = pathlib.Path(__file__).resolve().parents[1] / "indexer" / "site" / "built"


def exported(db):
    """Addresses of all articles, and behind each those of its headings, below the site."""
    run = subprocess.run([programs.BIN / "recap-indexer", "--export", "--db", db], check=True, stdout=subprocess.PIPE)
    articles = [json.loads(line) for line in run.stdout.splitlines()]
    pages = {}
    for article in articles:
        address = article["url"].removeprefix("https://example.org")
        headings = [section for section in article["sections"] if section.get("heading")]
        pages[address] = [(section["level"], section.get("anchor", "")) for section in headings]
    return pages


def built(generator):
    """The same of the built pages."""
    pages = {}
    for line in (BUILT / generator / "pages.txt").read_text(encoding="utf-8").splitlines()[1:]:
        address, sign, anchor = line.partition("#")
        pages.setdefault(address, [])
        if sign:
            pages[address].append(anchor)
    return pages


class BuiltSitesTest(programs.ProgramTest):
    maxDiff = None

    def check(self, generator, source=".", title=None, least_level=1, options=()):
        site = BUILT / generator / "source" / source
        run = programs.index(self.db, site, options=("--json", "--base-url", "https://example.org", *options))
        self.assertEqual(run.returncode, 0, run.stderr)
        report = json.loads(run.stdout)
        self.assertTrue((report["site"] or "").startswith(title or generator.capitalize()), report["site"])
        found = exported(self.db)
        expected = built(generator)
        self.assertEqual(sorted(found), sorted(expected))
        for address, headings in found.items():
            with self.subTest(address):
                # A theme shows the title apart, without an id.
                self.assertEqual([anchor for level, anchor in headings if level < least_level and anchor], [])
                self.assertEqual([anchor for level, anchor in headings if level >= least_level], expected[address])

    def test_hugo(self):
        self.check("hugo")

    def test_jekyll(self):
        self.check("jekyll")

    def test_docusaurus(self):
        self.check("docusaurus", least_level=2)

    def test_vitepress(self):
        self.check("vitepress", title="VitePress")

    def test_astro(self):
        self.check("astro")

    def test_mkdocs(self):
        self.check("mkdocs", title="MkDocs")

    def test_eleventy(self):
        self.check("eleventy")


if __name__ == "__main__":
    unittest.main()
