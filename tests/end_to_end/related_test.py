# SPDX-License-Identifier: GPL-2.0-or-later
"""Related stories, for the page of an article and for the writer of a draft."""

import json
import re
import unittest
import urllib.parse

from tests.end_to_end import programs

CHAT = {"2023-01-lablup-fall-internship", "2023-summer-internship", "2023-winter-internship"}
OSSCA = {"2022-02-internship-review-5", "2023-01-lablup-fall-internship", "2023-winter-internship"}
RESEARCH = {"2025-01-yonggeun-internship", "2026-05-beyond-model-training-experiencing-ai-infrastructure"}
SUMMER_2021 = {"2021-09-internship-review-3", "internship-review-4"}
MARKDOWN = {"Content-Type": "text/markdown"}


def ids(articles):
    return [article["id"] for article in articles]


def is_told(hit):
    """Whether its reasons are enough: a topic, two words, or a word and the period."""
    reasons = hit["reasons"]
    return bool(reasons["topics"]) or len(reasons["words"]) + (reasons["period"] is not None) > 1


class RelatedTest(programs.CorpusTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.corpus = {}
        for path in sorted((programs.ROOT / "corpus").glob("[0-9]*.md")):
            text = path.read_text(encoding="utf-8")
            cls.corpus[re.search(r"^id: (.*)$", text, re.MULTILINE)[1]] = text

    def related(self, article, **parameters):
        target = f"/v1/articles/{article}/related?{urllib.parse.urlencode(parameters)}"
        status, _, body = self.daemon.request(target)
        self.assertEqual(status, 200, body)
        return body

    def draft(self, body, content_type="text/markdown", **parameters):
        if not isinstance(body, (str, bytes)):
            body, content_type = json.dumps(body), "application/json"
        body = body if isinstance(body, bytes) else body.encode()
        target = "/v1/related?" + urllib.parse.urlencode(parameters)
        status, _, answer = self.daemon.request(target, "POST", {"Content-Type": content_type}, body)
        self.assertEqual(status, 200, answer)
        return answer

    def test_the_groups_of_the_corpus_are_found(self):
        for group, places in [(CHAT, 3), (OSSCA, 3), (RESEARCH, 5), (SUMMER_2021, 5)]:
            for article in sorted(group):
                with self.subTest(article):
                    found = ids(self.related(article)["hits"][:places])
                    self.assertLessEqual(group - {article}, set(found), found)

    def test_the_first_reason_of_a_group_is_its_topic(self):
        for one, other, topic in [
            ("2023-summer-internship", "2023-winter-internship", "chat-assignment"),
            ("2022-02-internship-review-5", "2023-winter-internship", "ossca"),
            ("2025-01-yonggeun-internship", "2026-05-beyond-model-training-experiencing-ai-infrastructure",
             "research-internship"),
        ]:
            with self.subTest(topic):
                hit = next(hit for hit in self.related(one)["hits"] if hit["id"] == other)
                self.assertIn(topic, hit["reasons"]["topics"][:2])

    def test_reasons_are_words_as_the_article_writes_them(self):
        hits = self.related("2023-01-lablup-fall-internship")["hits"]
        words = {word for hit in hits for word in hit["reasons"]["words"]}
        self.assertIn("OSSCA", words)
        for word in words:
            self.assertIn(word, self.corpus["2023-01-lablup-fall-internship"])

    def test_the_same_year_and_season_is_a_reason(self):
        hit = next(hit for hit in self.related("internship-review-4")["hits"]
                   if hit["id"] == "2021-09-internship-review-3")
        self.assertEqual(hit["reasons"]["period"], {"year": 2021, "season": "summer"})

    def test_every_hit_has_a_topic_or_two_words_or_a_word_and_the_period(self):
        for article, text in self.corpus.items():
            for hit in self.related(article, limit=20)["hits"] + self.draft(text, limit=20)["hits"]:
                with self.subTest(article, hit=hit["id"]):
                    self.assertTrue(is_told(hit), hit["reasons"])

    def test_the_other_language_is_a_translation_and_not_a_hit(self):
        for one, other in [("2021-09-internship-review-3", "2021-09-internship-review-3-ko"),
                           ("internship-review-8-ko", "internship-review-8")]:
            result = self.related(one, limit=20)
            self.assertEqual(ids(result["translations"]), [other])
            self.assertNotIn(other, ids(result["hits"]))

    def test_a_story_in_two_languages_is_listed_in_that_of_the_article(self):
        self.assertIn("2021-09-internship-review-3", ids(self.related("internship-review-4", limit=20)["hits"]))
        self.assertNotIn("2021-09-internship-review-3-ko",
                         ids(self.related("internship-review-4", limit=20)["hits"]))
        self.assertIn("2021-09-internship-review-3-ko", ids(self.related("internship-review-8-ko")["hits"]))

    def test_a_draft_with_the_text_of_an_article_gets_the_list_of_the_article(self):
        for article, text in self.corpus.items():
            with self.subTest(article):
                published = self.related(article)
                draft = self.draft(text)
                self.assertEqual([(hit["id"], hit["score"], hit["reasons"]) for hit in draft["hits"]],
                                 [(hit["id"], hit["score"], hit["reasons"]) for hit in published["hits"]])
                self.assertEqual(draft["near_duplicates"][0]["id"], article)
                self.assertGreater(draft["near_duplicates"][0]["share"], 0.95)
                self.assertEqual(ids(draft["translations"]), ids(published["translations"]))

    def test_a_draft_may_be_json_or_plain_text(self):
        text = "Redis, asyncio and aiohttp served a chat assignment during onboarding with Backend.AI."
        plain = self.draft(text, "text/plain; charset=utf-8")
        self.assertIn(plain["hits"][0]["id"], CHAT)
        self.assertEqual(ids(self.draft({"title": "", "body": text})["hits"]), ids(plain["hits"]))
        self.assertIn(self.draft({"title": "오픈소스 해커톤 후기", "body": "래블업에서 인턴십을 했다. 해커톤과 멘토링."})
                      ["hits"][0]["id"], {"internship-review-8-ko", "2021-09-internship-review-3-ko"})

    def test_topics_that_a_draft_does_not_have_are_suggested(self):
        text = self.corpus["2023-summer-internship"]
        without = re.sub(r"^(id|topics): .*\n", "", text, flags=re.MULTILINE)
        suggested = [topic["topic"] for topic in self.draft(without)["topics"]]
        self.assertIn("chat-assignment", suggested)
        self.assertNotIn("chat-assignment", [topic["topic"] for topic in self.draft(text)["topics"]])
        kubernetes = self.draft({"title": "Kubernetes", "body": "A cluster of kubernetes. Kubernetes again."})["topics"]
        self.assertIn(("kubernetes", True), [(topic["topic"], topic["in_text"]) for topic in kubernetes])

    def test_the_limit_is_respected(self):
        article = "2023-winter-internship"
        self.assertEqual(len(self.related(article)["hits"]), 5)
        self.assertEqual(self.related(article, limit=0)["hits"], [])
        self.assertEqual(ids(self.related(article, limit=2)["hits"]), ids(self.related(article)["hits"][:2]))
        self.assertEqual(len(self.draft(self.corpus[article], limit=1)["hits"]), 1)

    def test_an_unreadable_draft_gets_the_reason(self):
        for target, headers, body, status, parameter in [
            ("?limit=21", MARKDOWN, b"x", 400, "limit"),
            ("?limit=x", MARKDOWN, b"x", 400, "limit"),
            ("?q=x", MARKDOWN, b"x", 400, "q"),
            ("", {"Content-Type": "text/html"}, b"x", 415, None),
            ("", {"Content-Type": "text/plain; charset=euc-kr"}, b"x", 415, None),
            ("", {}, b"x", 415, None),
            ("", {"Content-Type": "application/json"}, b"{", 400, "body"),
            ("", {"Content-Type": "application/json"}, b'{"headline":"x"}', 400, "headline"),
            ("", MARKDOWN, b"x" * (1024 * 1024 + 1), 413, None),
        ]:
            with self.subTest(target + str(headers)):
                answer, fields, problem = self.daemon.request("/v1/related" + target, "POST", headers, body)
                self.assertEqual((answer, fields["Content-Type"]), (status, "application/problem+json"), problem)
                self.assertEqual(problem.get("parameter"), parameter)
        status, fields, _ = self.daemon.request("/v1/related")
        self.assertEqual((status, fields["Allow"]), (405, "POST, OPTIONS"))
        self.assertEqual(self.daemon.request("/v1/articles/none/related")[0], 404)
        self.assertEqual(self.daemon.request("/v1/articles/none/related", "POST", MARKDOWN, b"x")[0], 405)

    def test_strange_drafts_are_answered(self):
        for body in [b"", "😀".encode(), b"---\n", b"the and of", b"a" * 1024 * 1024,
                     ("낱말 " * 100_000).encode()[: 1024 * 1024], b"[](" * 300_000,
                     " ".join(f"w{n}" for n in range(140_000)).encode()]:
            with self.subTest(body[:12]):
                self.draft(body)

    def test_a_draft_is_not_stored(self):
        status, fields, _ = self.daemon.request("/v1/related", "POST", MARKDOWN, b"zanzibar")
        self.assertEqual((status, fields["Cache-Control"]), (200, "no-store"))
        self.assertEqual(self.daemon.search("zanzibar")["total"], 0)


class PublicationTest(programs.ProgramTest):
    def publish(self, **articles):
        for name, text in articles.items():
            self.write(name + ".md", text)
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        return self.start()

    def hits(self, daemon, article):
        return daemon.request(f"/v1/articles/{article}/related")[2]

    def test_copies_are_near_duplicates(self):
        text = "The reactor of the harbour is cooled by salt water, and pumps of bronze raise it.\n" * 3
        result = self.hits(self.publish(
            one="# Reactor\n" + text, copy="# Reactor, again\n" + text + "\nOne more sentence.\n",
            other="# Pumps\nPumps of bronze in the harbour.\n", last="# Bread\nFlour and water.\n"), "one")
        self.assertEqual(ids(result["near_duplicates"]), ["copy"])
        self.assertEqual(ids(result["hits"])[:1], ["other"])

    def test_stories_by_the_same_author_come_after_others(self):
        body = "Pumps of bronze in the harbour.\n"
        daemon = self.publish(
            one=f"---\ntitle: Pumps\nauthor: Kim\n---\n{body}Salt.\n",
            his=f"---\ntitle: His\nauthor: Kim\n---\nOld {body} with engines and boilers of iron.\n",
            hers=f"---\ntitle: Hers\nauthor: Lee\n---\nNew {body} with gardens and fountains of marble.\n",
            **{f"other{n}": f"# Bread {n}\nFlour.\n" for n in range(3)})
        self.assertEqual(ids(self.hits(daemon, "one")["hits"]), ["hers", "his"])

    def test_one_shared_word_is_chance(self):
        daemon = self.publish(one="# Pumps\nBronze.\n", two="# Bread\nPumps.\n", three="# Three\nIron.\n")
        self.assertEqual(self.hits(daemon, "one")["hits"], [])

    def test_words_late_in_a_long_article_are_reasons(self):
        long = "# Long\n" + "1984 " * 2000 + "\nPumps of bronze.\n"
        daemon = self.publish(one=long, two="# Two\nBronze pumps.\n", three="# Three\nIron.\n", four="# Four\nSalt.\n")
        drafted = daemon.request("/v1/related", "POST", MARKDOWN, long.encode())[2]
        for result in (self.hits(daemon, "one"), drafted):
            self.assertEqual([sorted(hit["reasons"]["words"]) for hit in result["hits"]], [["Pumps", "bronze"]])

    def test_words_that_cannot_be_shown_are_not_reasons(self):
        late = "# Long\n" + "1984 " * 20000 + "\nPumps of bronze.\n"
        daemon = self.publish(one=late, two="# Two\nBronze pumps.\n", three="# Three\nIron.\n", four="# Four\nSalt.\n")
        self.assertEqual(self.hits(daemon, "one")["hits"], [])

    def test_an_id_may_end_in_related(self):
        daemon = self.publish(**{"a/related": "# Deep\nPumps.\n", "b": "# B\nIron.\n"})
        self.assertEqual(daemon.request("/v1/articles/a/related")[2]["title"], "Deep")
        self.assertEqual(daemon.request("/v1/articles/a/related/related")[2]["hits"], [])


if __name__ == "__main__":
    unittest.main()
