# SPDX-License-Identifier: GPL-2.0-or-later
import json
import unittest
import urllib.parse

from tests.end_to_end import programs


def suggest(daemon, q, **parameters):
    status, _, body = daemon.request("/v1/suggest?" + urllib.parse.urlencode({"q": q, **parameters}))
    if status != 200:
        raise AssertionError(body)
    return body["suggestions"]


def texts(suggestions, kind=None):
    return [one["text"] for one in suggestions if kind in (None, one["kind"])]


class SuggestingTest(programs.CorpusTest):
    """Completions of the recaps."""

    def test_a_heading_is_completed_from_any_of_its_words(self):
        for typed in ("good f", "first iss", "firstiss", "FIRST-ISS"):
            with self.subTest(typed):
                one = next(one for one in suggest(self.daemon, typed) if one["kind"] == "heading")
                self.assertEqual(one["text"].lower(), "good first issue")
                self.assertTrue(one["url"].endswith("#good-first-issue"))
                self.assertIn("<mark>", one["text_html"])

    def test_titles_know_their_articles(self):
        found = [one for one in suggest(self.daemon, "recap") + suggest(self.daemon, "summer") if one["kind"] == "title"]
        self.assertTrue(found)
        for one in found:
            status, _, article = self.daemon.request("/v1/articles/" + one["id"])
            self.assertEqual(status, 200)
            self.assertIn(one["text"], [article["title"], *article["aliases"]])
            self.assertEqual(one["url"], article["url"])

    def test_every_key_of_a_korean_word_completes_it(self):
        for typed in ("ㅇ", "이", "인", "인ㅌ", "인터", "인턴", "인턴시", "인턴십"):
            with self.subTest(typed):
                self.assertTrue(any("인턴" in text for text in texts(suggest(self.daemon, typed, limit=20))))

    def test_initial_consonants_and_the_other_keyboard_mode(self):
        self.assertTrue(any("인턴십" in text for text in texts(suggest(self.daemon, "ㅇㅌㅅ"))))
        self.assertTrue(any("인턴십" in text for text in texts(suggest(self.daemon, "dlsxjstlq"))))
        self.assertIn("onboarding", " ".join(texts(suggest(self.daemon, "ㅐㅜㅠㅐㅁㄱ야ㅜㅎ"))).lower())

    def test_a_typing_error_is_corrected_if_nothing_else_is_found(self):
        self.assertIn("monitoring", " ".join(texts(suggest(self.daemon, "monutor"))).lower())

    def test_nothing_typed_alike_is_suggested_twice(self):
        for typed in "abcdefghijklmnoprstuw":
            with self.subTest(typed):
                keys = ["".join(filter(str.isalnum, text.lower())) for text in texts(suggest(self.daemon, typed, limit=20))]
                self.assertEqual(len(keys), len(set(keys)))

    def test_each_suggestion_of_each_beginning_of_a_title_finds_something(self):
        titles = set()
        for row in programs.index(self.db, options=("--export",)).stdout.splitlines():
            article = json.loads(row)
            titles |= {article["title"], *article.get("aliases", [])}
        typed = {title[:end] for title in titles for end in range(1, len(title) + 1)}
        suggested = {one["text"] for q in typed for one in suggest(self.daemon, q)}
        self.assertGreater(len(suggested), 300)
        for text in sorted(suggested):
            with self.subTest(text):
                self.assertGreater(self.daemon.search(text, limit=1)["total"], 0)

    def test_a_response_is_no_longer_than_the_limit(self):
        self.assertEqual(suggest(self.daemon, "i", limit=0), [])
        self.assertEqual(len(suggest(self.daemon, "i", limit=3)), 3)
        self.assertLessEqual(len(suggest(self.daemon, "i")), 8)

    def test_no_kind_crowds_out_all_others(self):
        kinds = [one["kind"] for one in suggest(self.daemon, "i")]
        self.assertGreater(len(set(kinds)), 1)

    def test_invalid_requests_are_rejected(self):
        for target in ("q=a&limit=21", "q=a&limit=x", "q=a&q=b", "query=a", "q=" + "a" * 513):
            with self.subTest(target[:20]):
                status, _, body = self.daemon.request("/v1/suggest?" + target)
                self.assertEqual(status, 400)
                self.assertIn("parameter", body)

    def test_anything_typed_is_answered(self):
        typed = ["", " ", '"', "((((", "-", "a OR", "the", "?!", "\u202e\u05d0", "😀", "\u110b", "ㅏ", "a" * 512, "<b>", "%"]
        for q in typed:
            with self.subTest(q[:10]):
                self.assertIsInstance(suggest(self.daemon, q), list)


class SiteTest(programs.ProgramTest):
    def test_titles_are_escaped_and_words_occur_with_the_words_before(self):
        self.write("a.md", "---\ntitle: <script> & \"Tags\"\n---\nredis monitoring\n")
        self.write("b.md", "---\ntitle: Other\n---\nmonkeys\n")
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        daemon = self.start()
        self.assertEqual(suggest(daemon, "scr")[0]["text_html"], "&lt;<mark>scr</mark>ipt&gt; &amp; &quot;Tags&quot;")
        self.assertEqual(texts(suggest(daemon, "redis mon")), ["redis monitoring"])
        self.assertEqual(sorted(texts(suggest(daemon, "mon"))), ["monitoring", "monkeys"])

    def test_joined_words_are_shown_as_an_article_writes_them(self):
        self.write("a.md", "---\ntitle: One\nsummary: The Node.js way\n---\nWrite to cloud-gov_help@gsa.gov about cloud.gov, _index.md "
                   "and front-end work of Backend.AI.\n\n## On config.toml\nNew frontends, config_toml\n")
        self.write("b.md", "# Two\nThe cloudy frontend; edits\n")
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        daemon = self.start()
        for typed, expected in [("cloud.g", ["cloud.gov", "cloud-gov_help", "cloud-gov_help@gsa.gov"]),
                                ("the index", ["the index", "the index.md"]),
                                ("backend.a", ["Backend.AI"]), ("BackendA", ["Backend.AI"]), ("backendia", ["Backend.AI", "backend"]),
                                ("node", ["Node.js", "node"]), ("work config", ["work config", "work config.toml"]),
                                ("fronte", ["front-end", "frontends"]), ("edits cloud", ["edits cloudy"])]:
            with self.subTest(typed):
                found = suggest(daemon, typed)
                self.assertEqual(sorted(texts(found)), sorted(expected))
                for one in found:
                    self.assertGreater(daemon.search(one["text"])["total"], 0)
        self.assertEqual(suggest(daemon, "cloud.g", limit=1)[0]["text_html"], "<mark>cloud.g</mark>ov")

    def test_texts_that_would_find_nothing_or_be_refused_are_not_suggested(self):
        self.write("a.md", "# 0.55.0: thousands of pages\nThe release\n\n## AND filters\n\n## Remove with -force\n\n## Delete NOT everything\n")
        self.write("b.md", "# 0.55 and 0: three things\nRelease of a path to the theme, .Renders\n\n## year: news\n")
        self.write("c.md", "# (Original, admin) notes\nthreads\n\n## " + " ".join("abcdefghijklmnopqrstuvwxyz123456789") + "\n")
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        daemon = self.start()
        for typed, expected in [
            ("0.55.0: th", ["0.55.0: thousands of pages", "0.55.0: thousands"]), ("thousands thr", []),
            ("release of a path to the th", ["release of a path to the theme", "release of a path to the three"]),
            ("pages of a path to the th", []), ("(original, ad", ["(Original, admin) notes"]), ("(threads, ad", []),
            ("AND f", []), ("remove w", ["Remove with -force"]), ("delete n", []), ("year: n", []), ("a b c", ["a b c"]),
        ]:
            with self.subTest(typed):
                self.assertEqual(texts(suggest(daemon, typed)), expected)

    def test_a_changed_article_changes_the_completions(self):
        page = self.write("a.md", "---\ntitle: Zebra crossing\ntopics: [zoology]\n---\ntext\n")
        self.write("b.md", "---\ntitle: Zebra fish\n---\ntext\n")
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        page.write_text("---\ntitle: Zen garden\n---\ntext\n")
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        daemon = self.start()
        self.assertEqual(sorted(texts(suggest(daemon, "z"), "title")), ["Zebra fish", "Zen garden"])
        self.assertEqual(texts(suggest(daemon, "zoo")), [])


if __name__ == "__main__":
    unittest.main()
