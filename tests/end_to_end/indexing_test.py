# SPDX-License-Identifier: GPL-2.0-or-later
import fcntl
import json
import os
import unittest

from tests.end_to_end import programs


class IndexingTest(programs.ProgramTest):
    def run_json(self, *options):
        done = programs.index(self.db, self.site, options=("--json", *options))
        return done.returncode, json.loads(done.stdout) if done.stdout else None, done.stderr

    def test_only_changed_articles_are_indexed_again(self):
        self.write("a.md", "# A\nalpha\n")
        self.write("b.md", "# B\nbeta\n")
        self.assertEqual(self.run_json()[1]["added"], 2)
        os.utime(self.site / "a.md", (1, 1))
        report = self.run_json()[1]
        self.assertEqual((report["unchanged"], report["generation"]), (2, 1))
        self.write("a.md", "# A\ngamma\n")
        (self.site / "b.md").unlink()
        report = self.run_json()[1]
        self.assertEqual((report["changed"], report["removed"], report["generation"]), (1, 1, 2))
        daemon = self.start()
        self.assertEqual([daemon.search(word)["total"] for word in ("alpha", "beta", "gamma")], [0, 0, 1])

    def test_every_notation_and_key_name_is_read(self):
        self.write("yaml.md", b"\xef\xbb\xbf---\r\nTitle : Yaml\r\ntags: one, two\r\nauthors: [Ann, Bo]\r\n"
                              b"date: 2015-03-17 10:00:00 -4\r\n---\r\nwords\r\n")
        self.write("toml.md", '+++\ntitle = "Toml"\nkeywords = ["one"]\ndate = 2020-01-02T03:04:05Z\n+++\nwords\n')
        self.write("lines.jsonl", '{"id": 7, "title": "Summer 2022", "text": "words", "topics": ["one"]}\n\n')
        self.write("2016-05-04-dated.md", "no front matter\n")
        self.assertEqual(self.run_json()[0], 0)
        hits = {hit["title"]: hit for hit in self.start().search(limit=10)["hits"]}
        self.assertEqual(hits["Yaml"]["author"], ["Ann", "Bo"])
        self.assertEqual((hits["Yaml"]["topics"], hits["Yaml"]["date"]), (["one", "two"], "2015-03-17"))
        self.assertEqual((hits["Toml"]["topics"], hits["Toml"]["date"]), (["one"], "2020-01-02"))
        self.assertEqual((hits["Summer 2022"]["year"], hits["Summer 2022"]["season"]), (2022, "summer"))
        self.assertEqual(hits["dated"]["date"], "2016-05-04")

    def test_addresses_follow_the_style_of_the_site(self):
        self.write("docs/_index.md", "# List\nwords\n")
        self.write("_posts/2015-03-07-Old.md", "# Post\nwords\n")
        expected = {"path": ("docs/", "_posts/2015-03-07-Old"), "hugo": ("docs/", "_posts/2015-03-07-old/"),
                    "jekyll": ("docs/", "2015/03/07/Old.html"), "/:year/:title/": ("docs/", "2015/Old/")}
        for style, paths in expected.items():
            self.assertEqual(self.run_json("--base-url", "https://e.org", "--url-style", style)[0], 0, style)
            done = programs.index(self.db, options=("--export",))
            urls = {json.loads(line)["url"] for line in done.stdout.splitlines()}
            self.assertEqual(urls, {"https://e.org/" + path for path in paths}, style)
        status, _, errors = self.run_json("--url-style", "wordpress")
        self.assertEqual(status, 2)
        self.assertIn("write one of path, html, hugo, jekyll", errors)

    def addresses(self, *options):
        """Indexes for the site https://e.org; returns id, path and language of each article."""
        status, report, errors = self.run_json("--base-url", "https://e.org", *options)
        self.assertEqual((status, report and report["skipped"]), (0, []), errors)
        rows = [json.loads(line) for line in programs.index(self.db, options=("--export",)).stdout.splitlines()]
        return report, {(row["id"], row["url"].removeprefix("https://e.org"), row["lang"]) for row in rows}

    def test_translations_of_a_hugo_site_are_articles_of_their_own(self):
        for name in ("posts/a.md", "posts/a.ko.md", "news/b.md", "news/b/index.ko.md", "ko/posts/c.md"):
            self.write(name, "---\ntitle: T\nslug: same\ndate: 2021-03-05\n---\nwords\n")
        found = self.addresses("--url-style", "hugo", "--url-style", "posts=/:year/:month/:slug/")[1]
        self.assertEqual(found, {
            ("posts/a", "/2021/03/same/", "en"), ("posts/a.ko", "/ko/2021/03/same/", "ko"),
            ("news/b", "/news/same/", "en"), ("news/b/index.ko", "/ko/news/same/", "ko"),
            ("ko/posts/c", "/ko/2021/03/same/", "ko")})
        found = self.addresses("--url-style", "hugo", "--languages", "ko,en")[1]
        self.assertIn(("posts/a.ko", "/posts/same/", "ko"), found)
        for options in (("hugo", "--languages", "k/o"), ("path", "--languages", "fr"), ("posts=/:slug/",), ("posts=/:foo/", "--url-style", "hugo")):
            status, _, errors = self.run_json("--url-style", *options)
            self.assertEqual(status, 2, errors)
        self.assertIn(":foo is not a placeholder of Hugo", errors)

    def test_drafts_and_collections_of_a_jekyll_site(self):
        self.write("_posts/2015-03-07-a.md", "# A\nwords\n")
        self.write("_guides/x.md", "# X\nwords\n")
        self.write("_drafts/later.md", "# Later\nwords\n")
        configured = self.write("recap.toml", 'url-style = ["pretty", "guides=/:collection/:title/"]\n')
        report, found = self.addresses("--config", configured)
        self.assertEqual(report["drafts"], 1)
        self.assertEqual(found, {("_posts/2015-03-07-a", "/2015/03/07/a/", "en"), ("_guides/x", "/guides/x/", "en")})

    def test_addresses_of_jekyll_have_days_of_its_time_zone(self):
        self.write("_posts/2024-08-08-a.md", "---\ndate: 2024-08-08 22:44:26 -0700\n---\n# A\nwords\n")
        style = ("--url-style", "/:year/:month/:day/")
        status, _, errors = self.run_json("--time-zone", "UTC")
        self.assertEqual(status, 2)
        self.assertIn("needs a Jekyll --url-style", errors)
        self.assertEqual({url for _, url, _ in self.addresses(*style)[1]}, {"/2024/08/09/"})
        self.assertEqual({url for _, url, _ in self.addresses(*style, "--time-zone", "America/Los_Angeles")[1]}, {"/2024/08/08/"})
        self.write("_config.yml", "title: x\ntimezone: America/Los_Angeles\n")
        self.assertEqual({url for _, url, _ in self.addresses(*style)[1]}, {"/2024/08/08/"})
        self.assertEqual({url for _, url, _ in self.addresses(*style, "--time-zone", "UTC")[1]}, {"/2024/08/09/"})
        self.write("_config.yml", "timezone: Seoul Time\n")
        for options, message in ((style, '_config.yml: timezone "Seoul Time" is not a time zone'), ((*style, "--time-zone", "Mars"), '"Mars" is not a time zone')):
            status, _, errors = self.run_json(*options)
            self.assertEqual(status, 2)
            self.assertIn(message, errors)

    def test_the_second_of_two_articles_with_one_slug_is_skipped_with_advice(self):
        self.write("a.md", "---\nslug: post\n---\n# A\nwords\n")
        self.write("b.md", "---\nslug: post\n---\n# B\nwords\n")
        status, report, _ = self.run_json()
        self.assertEqual((status, report["added"], len(report["skipped"])), (1, 1, 1))
        self.assertIn("give one of them a different id with the key id", report["skipped"][0]["reason"])

    def test_a_text_in_json_lines_provides_what_the_object_lacks(self):
        lines = [
            {"id": "page", "html": '<html lang=en><head><title>Deploys</title><meta name=author content=Ann></head>'
                                   '<body><p>alpha</p></body></html>'},
            {"id": "titled", "title": "Mine", "html": "<title>Theirs</title><p>alpha</p>"},
            {"id": "front", "markdown": "---\ntitle: Front\ntags: [x]\n---\nbeta"},
            {"id": "hidden", "html": "<head><meta name=robots content=none></head><p>alpha</p>"},
            {"id": "draft", "markdown": "---\ntitle: Secret\ndraft: true\n---\ngamma"},
        ]
        self.write("lines.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
        done = programs.index(self.db, self.site)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("2 drafts", done.stdout)
        daemon = self.start()
        found = {hit["id"]: hit for hit in daemon.search("")["hits"]}
        self.assertEqual({name: hit["title"] for name, hit in found.items()},
                         {"page": "Deploys", "titled": "Mine", "front": "Front"})
        self.assertEqual((found["page"]["author"], found["front"]["topics"]), (["Ann"], ["x"]))
        self.assertEqual(daemon.search("Front")["hits"][0]["snippet_html"], "beta")

    def test_pages_of_a_built_site_are_indexed_with_markdown_and_json_lines(self):
        self.write("blog/deploys/index.html",
                   '<html lang="en"><head><title>Deploys | Blog</title><meta name="author" content="Ann">'
                   '<meta property="article:published_time" content="2022-08-31T09:00:00Z"></head><body>'
                   "<nav>menu</nav><article><h1>Deploys</h1><p>alpha</p>"
                   '<h2 id="why">Why</h2><p>gamma</p></article></body></html>')
        self.write("old/index.html", '<meta http-equiv="refresh" content="0; url=/new/"><p>alpha</p>')
        self.write("a.md", "# A\nalpha\n")
        self.write("lines.jsonl", '{"id": "j", "html": "<main><h2 id=x>X</h2><p>alpha</p></main>"}\n')
        status, report, _ = self.run_json("--base-url", "https://e.org")
        self.assertEqual((status, report["added"], report["drafts"]), (0, 3, 1))
        daemon = self.start()
        self.assertEqual(daemon.search("alpha")["total"], 3)
        self.assertEqual(daemon.search("menu")["total"], 0)
        hit = daemon.search("gamma")["hits"][0]
        self.assertEqual((hit["id"], hit["url"], hit["title"]),
                         ("blog/deploys", "https://e.org/blog/deploys/", "Deploys"))
        self.assertEqual((hit["author"], hit["date"], hit["section"]["anchor"]), (["Ann"], "2022-08-31", "why"))

    def test_an_unreadable_article_is_named_with_line_and_reason(self):
        self.write("good.md", "# Good\nwords\n")
        bad = {
            "unclosed.md": ("---\ntitle: x\n", ":1:", "never closed"),
            "draft.md": ("---\ntitle: x\ndraft: perhaps\n---\n", ":3:", "neither true nor false"),
            "later.md": ("---\npublishDate: soon\n---\n", ":2:", "not a date"),
            "script.md": ("---js\n{ draft: true }\n---\n", ":1:", 'front matter in "js" is not read'),
            "tab.md": ("---\na:\n\tb: c\n---\n", ":3:", "a tab"),
            "twice.md": ("---\ntitle: x\ntitle: y\n---\n", ":3:", "duplicate key"),
            "quote.md": ('---\ntitle: "x\nyear: 2020\n---\n', ":2:", "never closed"),
            "latin.md": (b"# Caf\xe9\n", ":1:", "not UTF-8"),
            "large.md": ("word " * 420_000, ":", "larger than"),
        }
        for name, (content, _, _) in bad.items():
            self.write(name, content)
        status, report, errors = self.run_json()
        self.assertEqual((status, report["added"], len(report["skipped"])), (1, 1, len(bad)))
        lines = errors.splitlines()
        for name, (_, line, reason) in bad.items():
            with self.subTest(name):
                self.assertEqual(len([one for one in lines if name + line in one and reason in one]), 1, errors)

    def test_a_value_that_cannot_be_read_is_reported_and_its_article_indexed(self):
        self.write("a.md", "---\ntitle: A\ndate: yesterday\nauthors: [{url: x}, Bo]\n---\nalpha\n")
        status, report, errors = self.run_json()
        self.assertEqual((status, report["added"], report["skipped"]), (0, 1, []))
        self.assertEqual([(row["line"], row["reason"].split(":")[0]) for row in report["warnings"]],
                         [(3, 'date "yesterday"'), (4, 'authors "Bo"')])
        self.assertIn("a.md:3: warning: date", errors)
        hit = self.start().search("alpha")["hits"][0]
        self.assertEqual((hit["author"], hit["date"]), (["Bo"], None))

    def test_drafts_are_not_published_in_any_notation(self):
        for name, text in {"braces": '{"title": "S", "draft": true}\n', "named": '---json\n{"draft": true}\n---\n',
                           "toml": "---toml\ndraft = true\n---\n", "header": "Title: S\nStatus: draft\n\n",
                           "hexo": '"draft": true\n;;;\n', "zola": "+++\n[extra]\ndraft = true\n+++\n"}.items():
            self.write(name + ".md", text + "secret\n")
        self.write("a.md", "alpha\n")
        status, report, errors = self.run_json()
        self.assertEqual((status, report["added"], report["drafts"], errors), (0, 1, 6, ""))

    def test_an_article_that_became_invalid_stays_as_it_was(self):
        self.write("a.md", "---\ntitle: A\n---\nalpha\n")
        self.write("b.md", "# B\nbeta\n")
        self.run_json()
        self.write("a.md", "---\ntitle: A\ndraft: perhaps\n---\nnew\n")
        status, report, errors = self.run_json()
        self.assertEqual((status, report["removed"]), (1, 0))
        self.assertIn("is kept", errors)
        self.assertEqual(self.start().search("alpha")["total"], 1)

    def test_two_files_with_one_id_are_both_named(self):
        self.write("a.md", "---\nid: x\n---\nalpha\n")
        self.write("b.md", "---\nid: x\n---\nbeta\n")
        status, _, errors = self.run_json()
        self.assertEqual(status, 1)
        self.assertIn("b.md", errors)
        self.assertIn("a.md", errors)

    def test_a_source_without_articles_leaves_the_index_as_it_was(self):
        self.write("a.md", "# A\nalpha\n")
        self.run_json()
        (self.site / "a.md").unlink()
        status, _, errors = self.run_json()
        self.assertEqual(status, 2)
        self.assertIn("no articles found", errors)
        self.assertEqual(self.start().search("alpha")["total"], 1)

    def test_a_missing_source_is_named(self):
        done = programs.index(self.db, self.folder / "nowhere")
        self.assertEqual(done.returncode, 2)
        self.assertIn("nowhere", done.stderr)

    def test_a_second_indexer_learns_who_holds_the_lock(self):
        self.write("a.md", "# A\n")
        self.run_json()
        with open(self.db / "LOCK", "r+", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            lock.write("4242\n")
            lock.flush()
            status, _, errors = self.run_json()
        self.assertEqual(status, 2)
        self.assertIn("process 4242", errors)

    def test_loops_of_links_and_pipes_do_not_hang_the_indexer(self):
        self.write("a.md", "# A\n")
        (self.site / "loop").symlink_to(self.site)
        (self.site / "gone.md").symlink_to("nowhere")
        os.mkfifo(self.site / "pipe.md")
        status, report, errors = self.run_json()
        self.assertEqual((status, report["added"]), (1, 1))
        self.assertIn("gone.md: broken link", errors)

    def test_standard_input_is_read_as_json_lines(self):
        done = programs.index(self.db, "-", stdin='{"id":"a","text":"alpha"}\nnot json\n')
        self.assertEqual(done.returncode, 1)
        self.assertIn("-:2: not JSON", done.stderr)
        self.assertEqual(self.start().search("alpha")["total"], 1)

    def test_a_duplicate_key_in_json_is_named(self):
        done = programs.index(self.db, "-", stdin='{"id":"a","text":"x","year":2020,"year":2021}\n{"id":" "}\n{"id":"b"}\n')
        self.assertEqual(done.stderr, '-:1: duplicate key "year"; keep one\n-:2: no "id"; each article needs one\n')
        self.assertEqual(done.returncode, 1)

    def test_a_database_folder_that_cannot_be_written_is_named(self):
        self.write("a.md", "# A\n")
        self.db.write_text("a file where the folder should be")
        status, _, errors = self.run_json()
        self.assertEqual(status, 2)
        self.assertIn(str(self.db), errors)


if __name__ == "__main__":
    unittest.main()
