# SPDX-License-Identifier: GPL-2.0-or-later
"""Real publications: every file is indexed, or skipped with its reason."""

import collections
import json
import pathlib
import re
import tempfile
import unittest

from tests.end_to_end import datasets, programs

ENDINGS = {".md", ".markdown", ".html", ".htm", ".jsonl", ".ndjson", ".mdx", ".xhtml"}


class RealSitesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.root = pathlib.Path(cls.folder.name)
        datasets.unpack("markdown-sites", cls.root)

    def start(self, site):
        daemon = programs.Daemon(self.root / f"{site}.db")
        self.addCleanup(daemon.stop)
        return daemon

    def index(self, site):
        """Indexes a site, compares the report with the files, and returns both."""
        status, report, errors = programs.index_json(self.root / f"{site}.db", self.root / site)
        files = [file for file in (self.root / site).rglob("*") if file.is_file()]
        sources = [file for file in files if file.suffix.lower() in ENDINGS]
        named = {row["path"] for row in report["skipped"]}
        self.assertEqual(report["added"] + report["drafts"] + len(named), len(sources))
        self.assertEqual(len(report["ignored"]), len(files) - len(sources))
        self.assertEqual(status, 1 if named else 0)
        self.assertEqual(len(errors.splitlines()), len(report["skipped"]))
        for row in report["skipped"]:
            self.assertTrue(pathlib.Path(row["path"]).is_file() and len(row["reason"]) > 10, row)
        again = programs.index_json(self.root / f"{site}.db", self.root / site)[1]
        self.assertEqual((again["added"], again["changed"], again["removed"]), (0, 0, 0))
        self.assertEqual(again["unchanged"], report["added"])
        return report

    def check_titles_find_their_articles(self, site, daemon, share):
        exported = programs.index(self.root / f"{site}.db", options=("--export",)).stdout.splitlines()
        articles = [json.loads(row) for row in exported]
        titles = collections.Counter(article["title"].lower() for article in articles)
        single = [article for article in articles if titles[article["title"].lower()] == 1
                  and article["title"].count("(") == article["title"].count(")")]
        found = sum(daemon.search(article["title"], limit=1)["hits"][0]["id"] == article["id"] for article in single)
        self.assertGreater(len(single), 400)
        self.assertGreaterEqual(found / len(single), share)

    def test_18f_blog(self):
        report = self.index("18f-blog")
        # Fifteen pages only redirect (redirect_to), and one is 404.html.
        self.assertEqual((report["added"], report["drafts"], report["skipped"]), (552, 16, []))
        daemon = self.start("18f-blog")
        result = daemon.search("open source policy", facets="author,topic,year")
        self.assertIn("open source", result["hits"][0]["title"].lower())
        self.assertGreater(len(result["facets"]["author"]), 20)
        self.check_titles_find_their_articles("18f-blog", daemon, 0.99)
        posts = [hit for hit in result["hits"] if hit["id"].startswith("content/posts/")]
        self.assertGreater(len(posts), 5)
        self.assertTrue(all(hit["date"] and hit["author"] for hit in posts))

    def missing(self, site, base, link, *options):
        """Paths that the articles of a site link to, and those that are not the address of an article."""
        with tempfile.TemporaryDirectory() as db:
            programs.index(db, site, options=("--base-url", base, *options))
            rows = programs.index(db, options=("--export",)).stdout.splitlines()
        addresses = {json.loads(row).get("url", "").rstrip("/") for row in rows}
        text = "".join(file.read_text(encoding="utf-8") for file in site.rglob("*.md"))
        linked = {path.rstrip("/") for path in re.findall(link, text)}
        return linked, {path for path in linked if base + path not in addresses}

    def test_addresses_of_18f_are_those_its_own_articles_link_to(self):
        linked, missing = self.missing(
            self.root / "18f-blog" / "content", "https://18f.gsa.gov",
            r"(?:18f\.gsa\.gov|[\"'(\s}])(/20\d\d/\d\d/\d\d/[\w.-]+/)", "--url-style", "/:year/:month/:day/:title/")
        self.assertGreater(len(linked), 200)
        # Nine links are broken on the site itself: posts that are renamed, moved or missing.
        self.assertLess(len(missing), 10, missing)

    def test_addresses_of_kubernetes_in_korean_are_those_its_own_articles_link_to(self):
        blog = ("--url-style", "blog=/:section/:year/:month/:day/:slug/")
        linked, missing = self.missing(
            self.root / "kubernetes-website-ko" / "content", "https://kubernetes.io",
            r"\]\((?:https://kubernetes\.io)?(/ko/[a-z][a-z0-9./-]*/?)[)#]", "--url-style", "hugo", *blog)
        self.assertGreater(len(linked), 250)
        # Seven lead to pages that do not exist in Korean.
        self.assertLess(len(missing), 8, missing)

    def test_english_of_hugo_docs_has_no_prefix(self):
        linked, missing = self.missing(
            self.root / "hugo-docs" / "docs" / "content", "https://gohugo.io",
            r"\]\((?:https://gohugo\.io)?(/(?:content-management|functions|templates|variables)/[a-z/-]*/?)[)#]",
            "--url-style", "hugo")
        self.assertGreater(len(linked), 60)
        self.assertLess(len(missing), 8, missing)

    def test_hugo_docs(self):
        self.index("hugo-docs")
        daemon = self.start("hugo-docs")
        self.check_titles_find_their_articles("hugo-docs", daemon, 0.98)
        first = daemon.search("template lookup order")["hits"][0]
        self.assertIn("lookup", first["title"].lower())

    def test_kubernetes_in_korean(self):
        self.index("kubernetes-website-ko")
        daemon = self.start("kubernetes-website-ko")
        self.check_titles_find_their_articles("kubernetes-website-ko", daemon, 0.96)
        first = daemon.search("파드 라이프사이클")["hits"][0]
        self.assertIn("라이프사이클", first["title"])
        langs = {row["value"]: row["count"] for row in daemon.search(limit=0, facets="lang")["facets"]["lang"]}
        self.assertGreater(langs["ko"], 450)


class FullRecapTest(programs.ProgramTest):
    """The only recap available in full, converted to an article outside the repository."""

    def test_it_is_found_by_its_own_words(self):
        text = datasets.path("articles/2023-01-lablup-fall-internship.txt").read_text(encoding="utf-8")
        title = "Recap of my Lablup Internship, Fall 2022"
        body = text[text.rindex(title) + len(title):]
        headings = {"Technical Challenges": "##", "Onboarding": "###", "Setting up the development environment": "###",
                    "Tasks": "##", "Good first issue": "###", "Monitoring": "###", "Conclusion": "##"}
        lines = [f"{headings[line.strip()]} {line.strip()}\n" if line.strip() in headings else line + "\n"
                 for line in body.splitlines()]
        self.write("recap.md", f"---\ntitle: {title}\ndate: 2023-01-30\n---\n" + "\n".join(lines))
        others = [file for file in (programs.ROOT / "corpus").glob("[0-9]*.md") if not file.name.startswith("08")]
        self.assertEqual(programs.index(self.db, self.site, *others).returncode, 0)
        daemon = self.start()
        for query, anchor in [("container cgroup metrics", "monitoring"), ('"web chat program"', "onboarding"),
                              ("knotted skein of yarn", "setting-up-the-development-environment"),
                              ("selectively load plugins manager", "good-first-issue"),
                              ("horizontal communicative messenger", "conclusion"), ("kubernetes nodes", "monitoring")]:
            with self.subTest(query):
                first = daemon.search(query)["hits"][0]
                self.assertEqual((first["id"], first["section"]["anchor"]), ("recap", anchor))
        self.assertEqual(daemon.search("fall 2022", limit=1)["hits"][0]["year"], 2022)


if __name__ == "__main__":
    unittest.main()
