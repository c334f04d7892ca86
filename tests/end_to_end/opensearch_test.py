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

    def test_public_address_stands_in_what_is_handed_out(self):
        daemon = self.serve_corpus("--public-url", "https://search.example.org")
        for target in ("/opensearch.xml", "/feed.atom", "/opensearch/suggestions?q=onb"):
            body = daemon.fetch(target)[2].decode()
            self.assertIn("https://search.example.org/", body)
            self.assertNotIn(daemon.address, body)

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
