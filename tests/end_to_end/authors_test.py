# SPDX-License-Identifier: GPL-2.0-or-later
"""recap-searchd --authors: names for the authors of the index."""

import json
import time
import unittest

from tests.end_to_end import programs

TABLE = """
lee = "이하나"

["Ann Example"]
name = "Ann E. <Example>"
url = "https://example.org/ann"
"""


class AuthorsTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.md", "---\nauthor: [lee, ann example]\ndate: 2024-01-02\ntopics: [rail]\n---\n# Trains\nA train.\n")
        self.write("b.md", "---\nauthor: park\ndate: 2024-01-01\ntopics: [rail]\n---\n# Trams\nA train and a tram.\n")
        self.write("c.md", "---\nauthor: choi\n---\n# Gardens\nA rose.\n")
        programs.index(self.db, self.site)
        self.file = self.folder / "authors.toml"
        self.file.write_text(TABLE, encoding="utf-8")

    def serve(self):
        return self.start("--authors", self.file)

    def test_hits_articles_and_related_stories_have_the_names_beside_the_ids(self):
        daemon = self.serve()
        named = [{"name": "이하나", "url": None}, {"name": "Ann E. <Example>", "url": "https://example.org/ann"}]
        found = daemon.search("train", facets="author")
        self.assertEqual([hit.get("authors") for hit in found["hits"]], [named, None])
        self.assertEqual(found["hits"][0]["author"], ["lee", "ann example"])
        self.assertEqual(daemon.request("/v1/articles/a")[2]["authors"], named)
        self.assertEqual(daemon.request("/v1/articles/b/related")[2]["hits"][0]["authors"], named)
        self.assertEqual({value["value"]: value.get("name") for value in found["facets"]["author"]},
                         {"lee": "이하나", "ann example": "Ann E. <Example>", "park": None})

    def test_a_name_is_found_as_the_id_is(self):
        daemon = self.serve()
        self.assertEqual(daemon.search("train", author="LEE")["total"], 1)

    def test_an_author_is_found_while_the_name_is_typed(self):
        daemon = self.serve()
        found = lambda q, **parameters: [hit["id"] for hit in daemon.search(q, **parameters)["hits"]]
        self.assertEqual(found("train author:le"), ["a", "b"])  # b has most of the words
        self.assertEqual(daemon.search("train author:le")["total"], 1)
        self.assertEqual(found("author:exa"), ["a"])
        self.assertEqual(found("author:p"), ["b"])
        self.assertEqual(found("author:tra"), [])
        self.assertEqual(found("author:le "), [])
        self.assertEqual(found("author:le", prefix="off"), [])

    def test_a_synonym_lets_readers_search_for_the_name(self):
        synonyms = self.folder / "synonyms.toml"
        synonyms.write_text('[[one-way]]\nfrom = "이하나"\nto = "lee"\n', encoding="utf-8")
        self.assertEqual(self.serve().search("이하나")["total"], 0)
        daemon = self.start("--authors", self.file, "--synonyms", synonyms)
        self.assertEqual([hit["id"] for hit in daemon.search("이하나")["hits"]], ["a"])

    def test_records_of_algolias_clients_have_the_names_beside_the_ids(self):
        daemon = self.serve()
        named = [{"name": "이하나"}, {"name": "Ann E. <Example>", "url": "https://example.org/ann"}]
        for index in ("recap", "recap_sections"):
            body = {"requests": [{"indexName": index, "query": "train", "facets": ["author"]}]}
            result = daemon.request("/1/indexes/*/queries", "POST", body=json.dumps(body))[2]["results"][0]
            self.assertEqual([hit.get("authors") for hit in result["hits"]], [named, None], index)
            self.assertEqual(result["hits"][0]["author"], ["lee", "ann example"])
            self.assertEqual(result["facets"]["author"], {"lee": 1, "ann example": 1, "park": 1})
        body = {"requests": [{"indexName": "recap", "model": "related-products", "objectID": "b", "threshold": 0}]}
        related = daemon.request("/1/indexes/*/recommendations", "POST", body=json.dumps(body))[2]["results"][0]
        self.assertEqual(related["hits"][0]["authors"], named)

    def test_a_suggested_author_has_the_name_beside_the_id(self):
        daemon = self.serve()
        suggested = lambda q: [(one["text"], one.get("name")) for one in daemon.request(f"/v1/suggest?q={q}")[2]["suggestions"] if one["kind"] == "author"]
        self.assertEqual(suggested("le"), [("lee", "이하나")])
        self.assertEqual(suggested("par"), [("park", None)])

    def test_pages_and_feeds_show_the_names_and_filter_by_the_ids(self):
        daemon = self.serve()
        link = '<a href="https://example.org/ann">Ann E. &lt;Example&gt;</a>'
        page = daemon.fetch("/?q=train&author=lee")[2].decode()
        self.assertIn("<bdi>이하나</bdi>, <bdi>" + link + "</bdi>", page)
        self.assertIn('value="lee" checked><span class="name" dir="auto">이하나</span>', page)
        self.assertIn('<span dir="auto">이하나</span> <span aria-hidden="true">×</span>', page)
        self.assertIn("<bdi>park</bdi>", daemon.fetch("/?q=tram")[2].decode())
        self.assertIn(link, daemon.fetch("/browse")[2].decode())
        self.assertIn("<name>이하나</name>", daemon.fetch("/feed.atom")[2].decode())

    def test_a_valid_change_takes_effect_and_an_invalid_one_does_not(self):
        daemon = self.serve()
        tag = daemon.request("/v1/articles/a")[1]["ETag"]
        self.file.write_text('lee = "Hana Lee"\n', encoding="utf-8")
        self.wait_until(lambda: daemon.request("/v1/articles/a")[2]["authors"][0]["name"] == "Hana Lee")
        self.assertEqual(daemon.request("/v1/articles/a", headers={"If-None-Match": tag})[0], 200)
        self.file.write_text("lee", encoding="utf-8")
        self.assertEqual(daemon.request("/v1/articles/a")[2]["authors"][0]["name"], "Hana Lee")
        self.file.write_text("", encoding="utf-8")
        self.wait_until(lambda: "authors" not in daemon.request("/v1/articles/a")[2])

    def test_an_invalid_table_is_named_with_line_and_reason(self):
        for content, complaint in [
            ("lee = \n", ":1: not TOML here"),
            ("\nlee = 3\n", ':2: write id = "name", or [id] with name and url in lines below'),
            ('lee = ""\n', ":1: the name is a text in quotes"),
            ('[lee]\nurl = "https://example.org"\n', ":1: the author lacks a name"),
            ('[lee]\nname = "a"\nurl = "javascript:a"\n', ":3: url is the address of a page"),
            ('[lee]\nname = "a"\nmail = "a"\n', ":3: an author has name and url, and no mail"),
            ('lee = "a"\nLEE = "b"\n', "the author"),
        ]:
            with self.subTest(content):
                self.file.write_text(content, encoding="utf-8")
                said = programs.Daemon(self.db, "--authors", self.file).said()
                self.assertIn(f"serving without names of authors: {self.file}", said)
                self.assertIn(complaint, said)

    def wait_until(self, condition):
        end = time.monotonic() + programs.PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), end, json.dumps(self.file.read_text(encoding="utf-8")))


if __name__ == "__main__":
    unittest.main()
