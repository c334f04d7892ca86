# SPDX-License-Identifier: GPL-2.0-or-later
"""recap-indexer --check: finds what an editor may want to fix, without an index."""

import json
import subprocess
import unittest

from tests.end_to_end import programs


class CheckingTest(programs.ProgramTest):
    def check(self, *options):
        command = [programs.BIN / "recap-indexer", "--check", *options, self.site]
        return subprocess.run(command, capture_output=True, text=True, timeout=programs.PATIENCE, check=False)

    def findings(self):
        done = self.check("--format=json")
        rows = json.loads(done.stdout)
        return done.returncode, {(row["rule"], row["path"].split("/")[-1], row["line"]): row for row in rows}

    def test_a_tree_in_order_passes(self):
        self.write("a.md", "---\ntitle: A\ndate: 2020-01-02\nlayout: post\n---\nwords, see [B](b.md#part)\n")
        self.write("b.md", "# B\n\nwords [A](/a/)\n\n## Part\n\nmore\n")
        done = self.check()
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("2 articles: 0 errors, 0 warnings, 1 notes", done.stdout)
        self.assertIn('a.md:4: note: key "layout" is unknown', done.stdout)
        self.assertFalse(self.db.exists())

    def test_keys_that_can_hide_an_article_are_known(self):
        self.write("a.md", "---\ntitle: A\nexpiryDate: 2999-01-01\nheadless: false\nnoindex: false\nrobots: all\nprivate: false\nhidden: false\n"
                   "searchable: true\npagefind: true\nsearch_exclude: false\nexclude_from_search: false\n---\nwords\n")
        self.assertIn("1 articles: 0 errors, 0 warnings, 0 notes", self.check().stdout)

    def test_mistakes_are_found_with_their_place(self):
        self.write("broken.md", '---\ntitle: "x\nyear: 2020\n---\nwords\n')
        self.write("season.md", "---\ntitle: Season\nseason: monsoon\n---\nwords\n")
        self.write("future.md", "---\ntitle: Future\ndate: 2999-01-01\n---\nwords\n")
        self.write("twin.md", "---\ntitle: Future\nid: future\n---\nother words\n")
        self.write("namesake.md", "---\ntitle: Future\n---\nother words\n")
        self.write("repeated.md", "---\ntitle: Repeated\nlinkTitle: R\nlinktitle: R\n---\nwords\n")
        self.write("bare.md", "just words\n")
        self.write("empty.md", "---\ntitle: Empty\n---\n")
        self.write("links.md", "# Links\n\nto [one](gone.md) and\n[two](bare.md#nowhere) or [me](#nothing),"
                               "\n[site](/gone/too) [other](https://e.org/x) [flat](/gone)\n")
        for number in range(3):
            self.write(f"topic{number}.md", f"---\ntitle: T{number}\ntags: [kubernetes]\n---\nwords\n")
        self.write("rare.md", "---\ntitle: Rare\ntags: [kubernets]\n---\nwords\n")
        status, found = self.findings()
        self.assertEqual(status, 1)
        expected = {
            ("front-matter", "broken.md", 2), ("unread-value", "season.md", 3), ("future-date", "future.md", 3),
            ("duplicate-id", "twin.md", 3), ("duplicate-title", "namesake.md", 2), ("no-title", "bare.md", None),
            ("no-text", "empty.md", None), ("repeated-key", "repeated.md", 4), ("broken-link", "links.md", 3), ("broken-anchor", "links.md", 4),
            ("broken-link", "links.md", 5), ("rare-topic", "rare.md", 3),
        }
        self.assertEqual(set(found), expected)
        self.assertEqual(found["unread-value", "season.md", 3]["column"], 1)
        self.assertIn('is it "kubernetes"', found["rare-topic", "rare.md", 3]["message"])

    def test_links_to_a_language_that_is_not_indexed_are_not_reported(self):
        self.write("content/ko/docs/a.md", "# A\n\nto [English](/docs/gone/), [here](/ko/docs/b/) and [nowhere](/ko/docs/gone/)\n")
        self.write("content/ko/docs/b.md", "# B\n\nto [an English heading](/docs/a/#only-there)\n")
        status, found = self.findings()
        self.assertEqual((status, set(found)), (1, {("broken-link", "a.md", 3)}))
        self.assertIn("/ko/docs/gone/", found["broken-link", "a.md", 3]["message"])

    def test_links_are_checked_against_addresses_of_the_sites_style(self):
        self.write("_posts/2015-03-07-a.md", "# A\n\n[good](/2015/03/07/a/) [renamed](/2016/01/02/c/#part)\n[gone](/2015/03/07/b/)"
                                             " [beside](../../../../2016/01/02/c/#none)\n[no part](/2016/01/02/c/#gone)\n")
        self.write("_posts/2016-01-02-b.md", "---\nslug: c\n---\n# C\nwords\n## Part\nmore\n")
        for base in ((), ("--base-url", "https://e.org/")):
            done = self.check("--url-style", "/:year/:month/:day/:title/", *base)
            self.assertEqual(done.returncode, 1)
            self.assertIn("a.md:4: warning: link to /2015/03/07/b/: no article has this address", done.stdout)
            self.assertIn("a.md:5: warning: link to /2016/01/02/c/#gone: there is no #gone", done.stdout)
            self.assertIn("a.md:4: warning: link to ../../../../2016/01/02/c/#none: there is no #none", done.stdout)
            self.assertIn("2 articles: 0 errors, 3 warnings, 0 notes", done.stdout)

    def test_links_with_template_code_are_checked_where_their_address_is_known(self):
        self.write("a.md", "# A\n\n[known]({{ site.baseurl }}/gone/)\n[unknown](/gone/{{< param x >}}/too/)\n[all]({{ x }})\n")
        status, found = self.findings()
        self.assertEqual((status, set(found)), (1, {("broken-link", "a.md", 3)}))

    def test_a_link_to_a_translation_leads_to_that_one_only(self):
        self.write("a.ko.md", "---\nlang: ko\n---\n# 글\n단어\n## 부분\n[A](/a/#part) [none](/a/#부분)\n")
        self.write("a.md", "# A\nwords\n## Part\n[ko](/ko/a/#부분)\n[none](/ko/a/#part)\n")
        self.write("_index.ko.md", "---\ntitle: 집\n---\n")
        for named in ("", "[home](/ko/)"):
            self.write("b.md", f"# B\n{named} words\n")
            done = self.check("--url-style", "hugo", "--base-url", "https://e.org")
            self.assertIn("a.ko.md:7: warning: link to /a/#부분: there is no #부분 in", done.stdout)
            self.assertIn("a.md:5: warning: link to /ko/a/#part: there is no #part in", done.stdout)
            self.assertIn("4 articles: 0 errors, 2 warnings, 0 notes", done.stdout)

    def test_file_names_are_not_duplicate_titles(self):
        self.write("a/bio.md", "words\n")
        self.write("b/bio.md", "other words\n")
        status, found = self.findings()
        self.assertEqual((status, {rule for rule, _, _ in found}), (1, {"no-title"}))

    def test_a_page_that_only_redirects_needs_no_title(self):
        self.write("a.md", "# A\nwords\n")
        self.write("old.md", "---\nredirect_to: /a/\n---\n")
        self.assertEqual(self.findings(), (0, {}))

    def test_findings_can_be_annotations_of_github(self):
        self.write("a.md", "---\ntitle: A\ndate: 50%, never\n---\n")
        done = self.check("--format=github")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stdout, r"::warning file=.*/a\.md,line=3,col=1,title=unread-value::date \"50%25, never\"")


if __name__ == "__main__":
    unittest.main()
