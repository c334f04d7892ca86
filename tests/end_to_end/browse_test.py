# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of all articles, by year and topic, and its description for search engines."""

import json
import unittest
import xml.etree.ElementTree

from tests.end_to_end.pages_test import Elements
from tests.end_to_end.programs import CorpusTest, ProgramTest, index

BASE = "https://search.example.org/find"


class BrowseTest(CorpusTest):
    options = ("--public-url", BASE)

    def page(self, target):
        status, headers, body = self.daemon.fetch(target, headers={"Accept": "text/html"})
        self.assertEqual(headers["Content-Type"], "text/html; charset=utf-8")
        return status, Elements(body.decode())

    def linked(self, page, relation):
        return [attrs["href"] for tag, attrs in page.tags if tag == "link" and attrs["rel"] == relation]

    def test_every_article_is_listed_once_with_its_own_address(self):
        _, page = self.page("/browse")
        listed = [href for href in page.attributes("a", "href") if href.startswith("http")]
        found = self.daemon.search(limit=100)
        self.assertEqual(listed, [hit["url"] for hit in found["hits"] if hit["url"]])
        self.assertIn(f"{found['total']} articles", page.text)
        self.assertEqual(self.linked(page, "canonical"), [BASE + "/browse"])
        self.assertFalse([attrs for _, attrs in page.tags if attrs.get("name") == "robots"])

    def test_a_year_and_a_topic_have_pages_of_their_own(self):
        _, page = self.page("/browse")
        for field, value in (("year", "2022"), ("topic", "onboarding")):
            self.assertIn(f"browse/{field}/{value}", page.attributes("a", "href"))
            status, own = self.page(f"/browse/{field}/{value}")
            self.assertEqual(status, 200)
            self.assertIn(f"{self.daemon.search(**{field: value})['total']} articles", own.text)
            self.assertEqual(self.linked(own, "canonical"), [f"{BASE}/browse/{field}/{value}"])
            self.assertIn("../../assets/recap.css", self.linked(own, "stylesheet")[0])

    def test_an_unknown_value_is_not_found(self):
        for target in ("/browse/year/1999", "/browse/year/x", "/browse/topic/nothing", "/browse/colour/red", "/browse/", "/browse/year/", "/browse/year/2022?page=7"):
            self.assertEqual(self.page(target)[0], 404, target)

    def test_the_sitemap_lists_pages_that_exist(self):
        _, headers, body = self.daemon.fetch("/sitemap.xml")
        self.assertEqual(headers["Content-Type"], "application/xml")
        addresses = [node.text for node in xml.etree.ElementTree.fromstring(body).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
        self.assertEqual(addresses[:2], [BASE + "/", BASE + "/browse"])
        self.assertIn(BASE + "/browse/year/2022", addresses)
        for address in addresses:
            self.assertEqual(self.page(address.removeprefix(BASE))[0], 200, address)
        rules = self.daemon.fetch("/robots.txt")[2].decode()
        self.assertIn(f"Sitemap: {BASE}/sitemap.xml\n", rules)
        self.assertIn("Allow: /browse\n", rules)


class BrowseManyTest(ProgramTest):
    def test_long_lists_have_pages_and_odd_topics_have_addresses(self):
        rows = [{"id": f"a{number}", "title": f"Story {number}", "topics": ["c/c++ & <b>"], "date": "2024-01-01"} for number in range(150)]
        index(self.db, "-", stdin="\n".join(map(json.dumps, rows)))
        daemon = self.start()
        _, _, body = daemon.fetch("/browse")
        page = Elements(body.decode())
        self.assertIn(("ol", {"id": "list", "class": "listing", "start": "1", "tabindex": "-1"}), page.tags)
        topic = next(href for href in page.attributes("a", "href") if "/topic/" in href)
        self.assertIn("browse?page=2", page.attributes("a", "href"))
        status, _, body = daemon.fetch(f"/{topic}?page=2")
        page = Elements(body.decode())
        self.assertEqual(status, 200)
        self.assertIn("Articles about c/c++ & <b>", page.text)
        self.assertEqual([attrs["start"] for tag, attrs in page.tags if tag == "ol"], ["101"])
        self.assertEqual(page.text.count("Story "), 50)


if __name__ == "__main__":
    unittest.main()
