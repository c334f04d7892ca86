# SPDX-License-Identifier: GPL-2.0-or-later
"""Sites that their generators built (tests/indexer/site/built), indexed from their sources: every
address and anchor is that of the built page, and what is not published is not indexed."""

import json
import os
import pathlib
import subprocess
import unittest

from tests.end_to_end import programs

BUILT = pathlib.Path(__file__).resolve().parents[1] / "indexer" / "site" / "built"


def articles(db):
    run = subprocess.run([programs.BIN / "recap-indexer", "--export", "--db", db], check=True, stdout=subprocess.PIPE)
    return [json.loads(line) for line in run.stdout.splitlines()]


def exported(db):
    """Addresses of all articles below the site, each followed by those of its headings."""
    pages = {}
    for article in articles(db):
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
                # A theme shows the title separately, without an id.
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

    def test_a_built_site_has_dates_and_addresses_of_its_sitemap_and_feed(self):
        self.write("a/index.html", "<title>A</title><p>alpha</p>")
        self.write("b.html", "<title>B</title><time datetime=2020-01-01>then</time><p>beta</p>")
        urls = "".join(f"<url><loc>https://example.org/{path}</loc><lastmod>2024-01-02</lastmod></url>" for path in ("a/", "b.html"))
        self.write("sitemap.xml", f"<urlset>{urls}</urlset>")
        run = programs.index(self.db, self.site, options=("--json",))
        report = json.loads(run.stdout)
        self.assertIn("sitemap.xml", report["site"])
        addresses = {article["id"]: (article["url"], article["date"]) for article in articles(self.db)}
        self.assertEqual(addresses, {"a": ("https://example.org/a/", "2024-01-02"), "b": ("https://example.org/b.html", "2020-01-01")})
        self.write("rss.xml", "<rss><channel>")
        run = programs.index(self.db, self.site)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("rss.xml:1: warning: not XML", run.stderr)

    def test_options_take_precedence_over_the_preset(self):
        self.write("mkdocs.yml", "site_name: x\nsite_url: https://example.org/\n")
        self.write("docs/a b.md", "# A b\n\n## 설정\n")
        first_article = lambda *options: (programs.index(self.db, self.site, options=options), articles(self.db)[0])[1]
        made = first_article()
        self.assertEqual((made["url"], made["sections"][1]["anchor"]), ("https://example.org/a%20b/", "_1"))
        self.assertEqual(first_article("--anchors", "github")["sections"][1]["anchor"], "설정")
        self.assertEqual(first_article("--url-style", "/:path.html")["url"], "https://example.org/a%20b.html")
        self.assertEqual(first_article("--base-url", "https://b.org/x")["url"], "https://b.org/x/a%20b/")
        self.assertEqual(first_article("--site", "path", "--base-url", "https://b.org")["url"], "https://b.org/docs/a%20b")
        programs.index(self.db, self.site / "docs")
        self.assertEqual([article["url"] for article in articles(self.db)], ["https://example.org/a%20b/"])

    def test_a_configuration_that_cannot_be_read_refuses_the_run(self):
        self.write("content/a.md", "# A\n")
        self.write("docs/a.md", "# A\n")
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        before = articles(self.db)
        broken = {
            "_config.yml": ("title: x\nexclude: [a, b\nurl: 'x\n", ":"),
            "_config.toml": ("title = 'x'\nexclude = [\n", ":"),
            "hugo.toml": ("a = 1\nb = = 2\n", ":2: "),
            "hugo.json": ('{\n"a" 1}', ":2: "),
            "config.json": ('{"a": 1,\n"b": 1e999}', ":2: a number has"),
            "config.yaml": ("a: 1\nb: [" + "[" * 200 + "\n", ":"),
            "mkdocs.yml": ("a: 1\nb: \"open\n", ":2: a quote is opened"),
            "zola.toml": ("base_url = 'https://e.org'\n[x\n", ":2: "),
            "mkdocs.yaml": ("#" * (1 << 20) + "\n", ": is larger than a MiB"),
        }
        for name, (text, reason) in broken.items():
            file = self.write(name, text)
            for options in ((), ("--dry-run",), ("--check",)):
                with self.subTest(name, options=options):
                    done = programs.index(self.db, self.site, options=options)
                    self.assertEqual(done.returncode, 2, done.stdout)
                    self.assertIn(f"recap-indexer: {file}{reason}", done.stderr)
            self.assertEqual(articles(self.db), before)
            self.assertEqual(programs.index(self.db, self.site, options=("--site", "path")).returncode, 0)
            file.unlink()

    def test_the_first_document_of_a_configuration_counts(self):
        self.write("_posts/2020-01-01-a.md", "---\ntitle: A\n---\ntext\n")
        for text in ("url: https://e.org\n---\n", "---\nurl: https://e.org\n---\n", "# c\n---\n# c\nurl: https://e.org\n--- \nurl: x\n"):
            with self.subTest(text):
                self.write("_config.yml", text)
                self.assertEqual(programs.index(self.db, self.site).returncode, 0)
                self.assertEqual([article["url"] for article in articles(self.db)], ["https://e.org/2020/01/01/a.html"])

    def test_a_configuration_that_is_not_a_file_refuses_the_run(self):
        self.write("docs/a.md", "# A\n")
        file = self.site / "mkdocs.yml"
        makers = {
            "is not a regular file": [file.mkdir, lambda: file.symlink_to("nowhere"), lambda: os.mkfifo(file)],
            "not UTF-8": [lambda: file.write_bytes(b"site_name: x\nb: \xff\n")],
        }
        for reason, making in makers.items():
            for make in making:
                make()
                done = programs.index(self.db, self.site)
                self.assertEqual(done.returncode, 2, done.stdout)
                self.assertIn(f"recap-indexer: {file}:", done.stderr)
                self.assertIn(reason, done.stderr)
                file.rmdir() if file.is_dir() else file.unlink()

    def check_that_a_broken_file_keeps_its_folder_out(self, name, texts):
        for text in texts:
            with self.subTest(name, text=text):
                file = self.write(name, text)
                done = programs.index(self.db, self.site, options=("--allow-shrink",))
                self.assertIn(f"{file}:", done.stderr)
                self.assertIn("the articles of its folder are kept out", done.stderr)
                self.assertEqual([article["title"] for article in articles(self.db)], ["Other"])

    def test_a_broken_index_of_hugo_excludes_its_folder(self):
        self.write("hugo.toml", "baseURL = 'https://e.org'\n")
        self.write("content/other/a.md", "# Other\n")
        self.write("content/posts/deep/a.md", "---\ndraft: false\n---\n# A\n")
        self.write("content/posts/_index.md", "---\ndraft: false\nimage: https://e.org/a.png\ncascade: {draft: true}\n---\n")
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        self.assertEqual(len([article for article in articles(self.db) if article["title"] == "A"]), 1)
        self.write("content/posts/deep/a.md", "# A\n")
        self.write("content/posts/_index.md", "---\nimage: https://e.org/a.png\ncascade: {draft: true}\n---\n")
        self.assertEqual(programs.index(self.db, self.site, options=("--allow-shrink",)).returncode, 0)
        self.assertEqual([article["title"] for article in articles(self.db)], ["Other"])
        self.write("content/posts/_index.md", '{"cascade": {"draft": true}}\n\nText.\n')
        done = programs.index(self.db, self.site)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual([article["title"] for article in articles(self.db)], ["Other"])
        self.write("content/posts/deep/a.md", "---\ndraft: false\n---\n# A\n")
        self.check_that_a_broken_file_keeps_its_folder_out("content/posts/_index.md", (
            "---\ntitle: a: b\ncascade: {draft: true}\n---\n", "---\ncascade: {draft: true}\n",
            "\ufeff---\ncascade: {draft: true}\n---\n", b"---\ntitle: \xff\n---\n"))

    def test_broken_data_of_an_eleventy_folder_exclude_it(self):
        self.write("eleventy.config.js", "export default {};\n")
        self.write("other.md", "# Other\n")
        self.write("posts/a.md", "---\ndraft: false\n---\n# A\n")
        for name in ("posts/posts.json", "posts/posts.11tydata.json"):
            self.check_that_a_broken_file_keeps_its_folder_out(name, ('{"draft": true,\n', "[1]", b'{"a": "\xff"}'))
            (self.site / name).unlink()

    def test_jekyll_defaults_unpublish_posts_and_collections_but_no_plain_page(self):
        for name in ("_posts/2020-01-01-a.md", "_posts/old/2020-01-01-b.md", "_guides/c.md", "old/d.md"):
            self.write(name, f"---\ntitle: {name[-4]}\n---\nx\n")
        self.write("_guides/e.md", "---\ntitle: e\npublished: true\n---\nx\n")
        for scope, published in (("path: old", "abcde"), ("path: _posts/old", "acde"), ("path: ''", "de"),
                                 ("path: '', type: guides", "abde"), ("path: '', type: posts", "cde"), ("path: '', type: pages", "abcde")):
            with self.subTest(scope):
                self.write("_config.yml", "collections: {guides: {output: true}}\n"
                           f"defaults:\n  - scope: {{{scope}}}\n    values: {{published: false}}\n")
                self.assertEqual(programs.index(self.db, self.site, options=("--allow-shrink",)).returncode, 0)
                self.assertEqual("".join(sorted(article["title"] for article in articles(self.db))), published)

    def test_hugo_is_recognised_with_another_folder_of_articles(self):
        self.write("articles/a.md", "# A\n")
        self.write("other/b.md", "# B\n")
        for name, text in (("hugo.toml", "contentDir = 'articles/'\n"), ("config.toml", "contentDir = './articles'\n"),
                           ("hugo.yaml", "languages: {en: {contentDir: articles}}\n"),
                           ("config.yaml", "languages: {en: {contentDir: articles}}\n")):
            with self.subTest(name, text=text):
                file = self.write(name, text)
                for source in (self.site, self.site / "articles"):
                    report = json.loads(programs.index(self.db, source, options=("--json", "--base-url", "https://e.org", "--allow-shrink")).stdout)
                    self.assertTrue((report["site"] or "").startswith("Hugo, by "), report["site"])
                    self.assertEqual([article["url"] for article in articles(self.db)], ["https://e.org/a/"])
                file.unlink()
        self.write("config.toml", "title = 'of something else'\n")
        report = json.loads(programs.index(self.db, self.site, options=("--json", "--allow-shrink")).stdout)
        self.assertIn(report["site"], (None, ""))

    def test_a_template_in_a_program_is_not_written_out(self):
        self.write("docs/a.md", "# A\n")
        for url, expected in (("`https://${host}`", ""), ("`https://e.org`", "https://e.org/docs/a"), ("'https://e.org'", "https://e.org/docs/a")):
            with self.subTest(url):
                self.write("docusaurus.config.js", f"export default {{ url: {url}, baseUrl: '/' }};\n")
                self.assertEqual(programs.index(self.db, self.site).returncode, 0)
                self.assertEqual([article.get("url") or "" for article in articles(self.db)], [expected])
        (self.site / "docusaurus.config.js").unlink()
        self.write("c.md", "# C\n")
        self.write(".vitepress/config.ts", "export default { srcExclude: [`${x}/docs`, 'docs/a.md'], base: `/${y}/` };\n")
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        self.assertEqual([article["id"] for article in articles(self.db)], ["c"])

    def test_sources_of_two_generators_get_no_preset(self):
        self.write("one/mkdocs.yml", "site_name: x\n")
        self.write("one/docs/a.md", "# A\n")
        self.write("two/_config.yml", "title: x\n")
        self.write("two/b.md", "# B\n")
        run = programs.index(self.db, self.site / "one", self.site / "two")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("belong to different generators; give --site", run.stdout)
        self.assertEqual(len(articles(self.db)), 2)


if __name__ == "__main__":
    unittest.main()
