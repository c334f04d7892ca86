# SPDX-License-Identifier: GPL-2.0-or-later
"""The pages as sent, before any script runs."""

import gzip
import html.parser
import json
import re
import unittest
import urllib.parse

from tests.end_to_end.contract import CONTRACT
from tests.end_to_end.programs import ProgramTest, index

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202eevil'

# By their names in the contract, queries with each mistake.
MISTAKES = {
    "value-missing": "author:",
    "near-distance": "a NEAR/0 b",
    "year-expected": "year:abc",
    "date-expected": "date:2022-13",
    "season-expected": "season:monsoon",
    "range-reversed": "year:2022..2020",
    "parenthesis-unopened": "a)",
    "parenthesis-unclosed": "(a",
    "parentheses-too-deep": "(" * 100,
    "operand-missing": "a OR",
    "near-operand": 'a NEAR "b c"',
    "too-many-words": "a " * 33,
    "too-many-completions": "word*",
    "query-too-long": "a" * 513,
}


class Elements(html.parser.HTMLParser):
    """All start tags with their attributes, and the text."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data

    def attributes(self, tag, name):
        return [attrs[name] for found, attrs in self.tags if found == tag and name in attrs]


class PagesTest(ProgramTest):
    def get(self, daemon, target, **headers):
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        status, answered, body = daemon.fetch(target, headers=fields)
        return status, answered, body.decode()

    def test_search_page_answers_without_script(self):
        daemon = self.serve_corpus()
        status, headers, page = self.get(daemon, "/?q=onboarding&year=2022")
        self.assertEqual(status, 200)
        self.assertEqual(headers["Content-Type"], "text/html; charset=utf-8")
        self.assertEqual(headers["Content-Language"], "en")
        elements = Elements(page)
        self.assertIn("<mark>onboarding</mark>", page.lower())
        checked = [attrs["value"] for _, attrs in elements.tags if "checked" in attrs]
        self.assertEqual(checked, ["2022"])
        self.assertIn("2 articles", elements.text)
        self.assertTrue(any("#onboarding" in href for href in elements.attributes("a", "href")))

    def test_the_interface_is_korean_on_request(self):
        daemon = self.serve_corpus()
        _, headers, page = self.get(daemon, "/", Accept_Language="ko-KR,ko;q=0.9,en;q=0.8")
        self.assertEqual(headers["Content-Language"], "ko")
        self.assertIn('<html lang="ko">', page)
        self.assertIn("글 검색", page)

    def test_a_page_beyond_the_last_redirects_to_the_last(self):
        daemon = self.serve_corpus()
        last = self.get(daemon, "/?q=internship&page=2")[2]
        for page in ("3", "99", "1000000"):
            status, headers, _ = self.get(daemon, f"/?q=internship&page={page}")
            self.assertEqual((status, headers["Location"]), (302, "./?q=internship&page=2"))
        self.assertIn('<span aria-current="page">2</span>', last)

    def test_bad_query_is_explained_on_the_page(self):
        daemon = self.serve_corpus()
        status, _, page = self.get(daemon, "/?q=year:abc")
        self.assertEqual(status, 400)
        self.assertIn("year:<mark>abc</mark>", page)

    def test_every_mistake_in_a_query_is_explained_in_korean(self):
        many = " ".join(f"word{number}" for number in range(1100))
        index(self.db, "-", stdin=json.dumps({"id": "a", "title": "b", "text": many}))
        daemon = self.start()
        self.assertEqual(sorted(MISTAKES), sorted(CONTRACT["components"]["schemas"]["Problem"]["properties"]["code"]["enum"]))
        box = self.get(daemon, "/assets/recap-search.js")[2]
        editor = self.get(daemon, "/editor", Accept_Language="ko")[2]
        for code, q in MISTAKES.items():
            with self.subTest(code):
                target = "?" + urllib.parse.urlencode({"q": q})
                self.assertEqual(daemon.request("/v1/search" + target)[2]["code"], code)
                page = self.get(daemon, "/" + target, Accept_Language="ko")[2]
                if code in ("too-many-words", "query-too-long"):  # the page cuts the query
                    self.assertIn("앞부분만 검색했습니다", page)
                    continue
                sentence = re.search(r'<p lang="ko">([^<]+)\.</p>', page)[1]
                self.assertIn(f"'{code}': '{sentence}'", box)
                self.assertIn(f"<dt>{code}</dt><dd>{sentence}</dd>", editor)
                self.assertIn('<p lang="en">', self.get(daemon, "/" + target)[2])

    def test_a_long_text_is_cut_and_the_page_says_so(self):
        daemon = self.serve_corpus()
        for text in ("internship onboarding " + "words " * 100, "internship " + "(a:" * 300, "internship" * 100, "인턴십 " * 200, "https://example.org/" + "onboarding/" * 60):
            status, _, page = self.get(daemon, "/?" + urllib.parse.urlencode({"q": text}))
            self.assertEqual(status, 200, text[:30])
            self.assertIn("Only its beginning was searched", page)
        _, _, page = self.get(daemon, "/?" + urllib.parse.urlencode({"q": "internship onboarding " + "words " * 100}))
        self.assertIn("class=\"hit\"", page)

    def test_crawlers_are_kept_out_of_searches(self):
        daemon = self.serve_corpus("--public-url", "https://search.example.org")
        status, headers, rules = self.get(daemon, "/robots.txt")
        self.assertEqual((status, headers["Content-Type"]), (200, "text/plain; charset=utf-8"))
        for rule in ("Disallow: /*?", "Disallow: /editor", "Disallow: /v1/", "Allow: /assets/"):
            self.assertIn(rule + "\n", rules)
        robots = lambda target: [attrs["content"] for tag, attrs in Elements(self.get(daemon, target)[2]).tags if attrs.get("name") == "robots"]
        for target in ("/?q=a", "/?page=2", "/?topic=internship", "/editor"):
            self.assertEqual(robots(target), ["noindex"], target)
        self.assertEqual(robots("/"), [])
        front = Elements(self.get(daemon, "/")[2])
        self.assertIn(("link", {"rel": "canonical", "href": "https://search.example.org/"}), front.tags)

    def test_an_unknown_address_is_a_page_for_browsers_and_a_problem_for_programs(self):
        daemon = self.serve_corpus()
        browser = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept_Language": "ko"}
        for target in ("/nowhere", "/a/b/c.html?x=1"):
            status, headers, page = self.get(daemon, target, **browser)
            self.assertEqual((status, headers["Content-Type"]), (404, "text/html; charset=utf-8"))
            self.assertIn("페이지를 찾을 수 없습니다", page)
            self.assertEqual(daemon.request(target)[0], 404)
        for target in ("/v1/nowhere", "/1/nowhere"):
            self.assertIn("json", self.get(daemon, target, **browser)[1]["Content-Type"])
        self.assertIn('value="&quot;&gt;&lt;script&gt;"', self.get(daemon, "/%22%3E%3Cscript%3E", **browser)[2])

    def test_a_logo_runs_no_script(self):
        logo = self.write("logo.svg", "<svg viewBox='0 0 9 9'><script>alert(1)</script></svg>")
        daemon = self.serve_corpus("--logo", str(logo))
        source = Elements(self.get(daemon, "/")[2]).attributes("img", "src")[0]
        status, headers, _ = self.get(daemon, "/" + source)
        self.assertEqual((status, headers["Content-Type"]), (200, "image/svg+xml"))
        self.assertIn("sandbox", headers["Content-Security-Policy"])
        self.assertIn("immutable", headers["Cache-Control"])

    def test_a_search_without_results_offers_alternatives(self):
        daemon = self.serve_corpus()
        status, _, page = self.get(daemon, "/?q=onboarding&year=1999")
        self.assertEqual(status, 200)
        self.assertIn("./?q=onboarding", Elements(page).attributes("a", "href"))
        _, _, page = self.get(daemon, "/?q=qqqqzzzz")
        self.assertIn("./?topic=internship", Elements(page).attributes("a", "href"))

    def test_articles_with_most_of_the_words_are_counted_if_there_are_no_others(self):
        daemon = self.serve_corpus()
        found = daemon.search("onboarding zanzibar")
        self.assertEqual(found["total"], 0)
        text = Elements(self.get(daemon, "/?q=onboarding+zanzibar")[2]).text
        self.assertIn(f"{found['total_relaxed']} articles for onboarding zanzibar", text)
        self.assertIn("No article has all of these words", text)
        self.assertIn("0 articles for", Elements(self.get(daemon, "/?q=qqqqzzzz")[2]).text)

    def test_a_correction_is_shown_and_can_be_undone(self):
        daemon = self.serve_corpus()
        _, _, page = self.get(daemon, "/?q=monitering")
        elements = Elements(page)
        self.assertIn("Showing results for monitoring. Search instead for “monitering”", elements.text)
        self.assertIn("1 article for monitoring", elements.text)
        self.assertIn("./?q=monitering&typo=off", elements.attributes("a", "href"))
        _, _, page = self.get(daemon, "/?q=monitering&typo=off")
        elements = Elements(page)
        self.assertIn("Did you mean monitoring?", elements.text)
        self.assertIn("./?q=monitoring", elements.attributes("a", "href"))
        self.assertIn(("input", {"type": "hidden", "name": "typo", "value": "off"}), elements.tags)

    def test_a_hit_says_in_a_sentence_why_it_is_there(self):
        daemon = self.serve_corpus()
        _, _, page = self.get(daemon, "/?q=monitering")
        self.assertIn("It has monitoring (for monitering) among its topics", Elements(page).text)

    def test_pages_link_to_each_other_from_any_path(self):
        daemon = self.serve_corpus()
        for target in ("/", "/?q=internship&page=2", "/?q=monitering&year=2022", "/?q=year:abc", "/?q=qqqqzzzz", "/editor"):
            elements = Elements(self.get(daemon, target)[2])
            for tag in ("a", "link", "script", "form", "use"):
                for name in ("href", "src", "action"):
                    for reference in elements.attributes(tag, name):
                        self.assertFalse(reference.startswith("/"), f"{target}: {reference}")

    def test_policy_lets_no_inline_code_run(self):
        daemon = self.serve_corpus()
        for path in ("/", "/?q=monitering", "/?q=year:abc", "/editor"):
            _, headers, page = self.get(daemon, path)
            policy = headers["Content-Security-Policy"]
            self.assertIn("default-src 'none'", policy)
            self.assertNotIn("unsafe", policy)
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
            for tag, attrs in Elements(page).tags:
                self.assertNotIn("style", attrs)
                self.assertFalse([name for name in attrs if name.startswith("on")])
                self.assertTrue(tag != "style" and (tag != "script" or "src" in attrs))

    def test_markup_of_articles_is_text(self):
        article = {
            "id": "h", "title": HOSTILE, "author": HOSTILE, "topics": [HOSTILE], "role": HOSTILE,
            "date": "2024-01-01",
            "markdown": f"needle {HOSTILE}\n\n## {HOSTILE}\n\nneedle <b>needle</i> {HOSTILE}\n",
        }
        self.assertEqual(index(self.db, "-", stdin=json.dumps(article)).returncode, 0)
        daemon = self.start("--site-name", HOSTILE)
        for target in ("/", "/?q=needle", "/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E%3Cimg%20src=x%3E", "/?year=%22%3E%3Cimg%3E"):
            _, _, page = self.get(daemon, target)
            elements = Elements(page)
            self.assertEqual(len(elements.attributes("script", "src")), 1, target)
            names = {tag for tag, _ in elements.tags}
            self.assertFalse(names & {"img", "b", "i"}, target)
            self.assertFalse([href for href in elements.attributes("a", "href") if "javascript:" in href])

    def test_files_and_pages_are_kept_by_browsers(self):
        daemon = self.serve_corpus()
        _, _, page = self.get(daemon, "/")
        sheet = Elements(page).attributes("link", "href")[-1]
        status, headers, _ = self.get(daemon, "/" + sheet)
        self.assertEqual((status, headers["Content-Type"]), (200, "text/css; charset=utf-8"))
        self.assertIn("immutable", headers["Cache-Control"])
        status, _, body = self.get(daemon, "/" + sheet, If_None_Match=headers["ETag"])
        self.assertEqual((status, body), (304, ""))
        _, headers, _ = self.get(daemon, "/?q=onboarding")
        status, again, _ = self.get(daemon, "/?q=onboarding", If_None_Match=headers["ETag"])
        self.assertEqual((status, again["ETag"]), (304, headers["ETag"]))
        status, headers, _ = self.get(daemon, "/assets/recap.css?v=old")
        self.assertNotIn("immutable", headers["Cache-Control"])

    def test_the_search_box_is_small_and_inserts_no_markup(self):
        daemon = self.serve_corpus()
        _, _, script = self.get(daemon, "/assets/recap-search.js")
        self.assertLess(len(gzip.compress(script.encode(), 9)), 12 * 1024)
        for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "import "):
            self.assertNotIn(way, script)

    def test_only_the_pages_own_files_are_served(self):
        daemon = self.serve_corpus()
        for name in ("search.html", "en.json", "../../etc/passwd", "", "%2e%2e/en.json"):
            self.assertEqual(self.get(daemon, "/assets/" + name)[0], 404)
        self.assertEqual(daemon.request("/", method="POST", body="x")[0], 405)


if __name__ == "__main__":
    unittest.main()
