# SPDX-License-Identifier: GPL-2.0-or-later
"""The site's search as browsers and feed readers use it."""

import json
import unittest
import urllib.parse
import xml.etree.ElementTree as xml

from tests.end_to_end.programs import ProgramTest, index

OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
ATOM = "{http://www.w3.org/2005/Atom}"


class OpenSearchTest(ProgramTest):
    def test_description_leads_to_results_suggestions_and_feed(self):
        daemon = self.serve_corpus("--site-name", "A publication <& friends>")
        _, headers, body = daemon.fetch("/opensearch.xml")
        self.assertEqual(headers["Content-Type"], "application/opensearchdescription+xml")
        root = xml.fromstring(body)
        self.assertEqual(root.find(OPENSEARCH + "ShortName").text, "A publication <&")
        for url in root.findall(OPENSEARCH + "Url"):
            template = url.get("template").replace("{searchTerms}", "onboarding").replace("{startPage?}", "1")
            self.assertTrue(template.startswith(f"http://{daemon.address}/"), template)
            parts = urllib.parse.urlsplit(template)
            status, headers, _ = daemon.fetch(f"{parts.path}?{parts.query}".rstrip("?"))
            self.assertEqual((status, headers["Content-Type"].split(";")[0]), (200, url.get("type")))

    def test_feeds_and_descriptions_contain_the_public_address(self):
        for address in ("https://search.example.org", "https://example.org/search"):
            daemon = self.serve_corpus("--public-url", address)
            host = "/".join(address.split("/")[:3])
            for target in ("/opensearch.xml", "/feed.atom?q=internship", "/opensearch/suggestions?q=onb"):
                body = daemon.fetch(target)[2].decode()
                self.assertIn(address + "/", body)
                self.assertEqual(body.count(host + "/"), body.count(address + "/"))
                self.assertNotIn(daemon.address, body)

    def test_no_cache_keeps_an_address_that_a_client_made_up(self):
        targets = ("/opensearch.xml", "/sitemap.xml", "/robots.txt")
        daemon = self.serve_corpus()
        for target in targets:
            _, fields, body = daemon.fetch(target, headers={"Host": "evil.example"})
            self.assertIn("http://evil.example/", body.decode())
            self.assertEqual(fields["Cache-Control"], "no-store", target)
        daemon = self.serve_corpus("--public-url", "https://search.example.org")
        for target in targets:
            self.assertEqual(daemon.fetch(target)[1]["Cache-Control"], "max-age=3600", target)

    def test_a_public_address_that_links_cannot_use_is_refused(self):
        for address in ("search.example.org", "https://", "https://:443", "https://example.org/", "https://example.org/?q=", "https://example.org/#top"):
            with self.subTest(address), self.assertRaisesRegex(AssertionError, "--public-url.*without a trailing slash"):
                self.serve_corpus("--public-url", address)

    def test_suggestions_echo_what_was_typed(self):
        daemon = self.serve_corpus()
        typed, texts, descriptions, urls = json.loads(daemon.fetch("/opensearch/suggestions?q=onb")[2])
        self.assertEqual(typed, "onb")
        self.assertIn("onboarding", [text.lower() for text in texts])
        self.assertEqual(len(texts), len(descriptions))
        self.assertEqual(len(texts), len(urls))
        self.assertEqual(json.loads(daemon.fetch("/opensearch/suggestions?q=")[2])[0], "")

    def test_feed_pages_through_all_results(self):
        daemon = self.serve_corpus()
        target, entries, pages = "/feed.atom?sort=oldest", [], 0
        while target:
            feed = xml.fromstring(daemon.fetch(target)[2])
            entries += [entry.find(ATOM + "id").text for entry in feed.findall(ATOM + "entry")]
            self.assertEqual(feed.find(OPENSEARCH + "totalResults").text, "14")
            following = [link.get("href") for link in feed.findall(ATOM + "link") if link.get("rel") == "next"]
            parts = urllib.parse.urlsplit(following[0]) if following else None
            target = parts and f"{parts.path}?{parts.query}"
            pages += 1
        self.assertEqual((pages, len(set(entries))), (2, 14))

    def test_an_example_is_one_that_finds_something(self):
        daemon = self.serve_corpus()
        example = xml.fromstring(daemon.fetch("/opensearch.xml")[2]).find(OPENSEARCH + "Query")
        self.assertEqual(example.get("role"), "example")
        self.assertGreater(daemon.search(example.get("searchTerms"))["total"], 0)

    def test_an_index_without_topics_has_no_example(self):
        index(self.db, "-", stdin='{"id": "a", "title": "b", "text": "c"}')
        self.assertIsNone(xml.fromstring(self.start().fetch("/opensearch.xml")[2]).find(OPENSEARCH + "Query"))

    def test_a_feed_counts_what_it_lists(self):
        daemon = self.serve_corpus()
        for words in ("onboarding", "onboarding+zanzibar", "onboarding+seminar", "qqqqzzzz"):
            with self.subTest(words):
                feed = xml.fromstring(daemon.fetch("/feed.atom?q=" + words)[2])
                entries = feed.findall(ATOM + "entry")
                self.assertLessEqual(len(entries), 10)
                self.assertEqual(feed.find(OPENSEARCH + "totalResults").text, str(len(entries)))

    def test_an_entry_without_an_address_carries_its_text(self):
        index(self.db, "-", stdin='{"id": "a", "title": "b", "text": "needle"}')
        entry = xml.fromstring(self.start().fetch("/feed.atom?q=needle")[2]).find(ATOM + "entry")
        self.assertIsNone(entry.find(ATOM + "link"))  # RFC 4287, 4.1.2: content is then required
        self.assertEqual(entry.find(ATOM + "content").text, "<mark>needle</mark>")

    def test_hostile_articles_leave_a_feed_well_formed(self):
        articles = [
            {"id": "a", "title": 'a ]]> </title><script>&"\x01\ufffe\uffff', "text": "needle <b>&\x02"},
            {"id": "b/\u202e<", "title": "b", "text": "needle", "author": ["<x>"], "topics": ['"><y>'], "year": 2020},
        ]
        index(self.db, "-", stdin="\n".join(json.dumps(article) for article in articles))
        daemon = self.start()
        feed = xml.fromstring(daemon.fetch("/feed.atom?q=needle")[2])
        self.assertEqual(len(feed.findall(ATOM + "entry")), 2)
        self.assertFalse([link for entry in feed.findall(ATOM + "entry") for link in entry.findall(ATOM + "link")])
        xml.fromstring(daemon.fetch("/feed.atom?q=%22%01%3C%EF%BF%BE%22")[2])

    def test_a_bad_query_is_a_problem_here_too(self):
        daemon = self.serve_corpus()
        status, headers, _ = daemon.fetch("/feed.atom?q=year:abc")
        self.assertEqual((status, headers["Content-Type"]), (400, "application/problem+json"))


if __name__ == "__main__":
    unittest.main()
