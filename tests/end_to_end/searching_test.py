# SPDX-License-Identifier: GPL-2.0-or-later
import http.client
import time
import unittest
import urllib.parse

from tests.end_to_end import programs


def ids(result):
    return [hit["id"] for hit in result["hits"]]


FALL_2022 = "2023-01-lablup-fall-internship"


class SearchingTest(programs.CorpusTest):
    """Queries of readers of the recaps."""

    options = ("--cors-origin", "https://example.org")

    def test_monitoring_finds_the_section_of_fall_2022(self):
        first = self.daemon.search("monitoring")["hits"][0]
        self.assertEqual(first["id"], FALL_2022)
        self.assertEqual(first["section"]["anchor"], "monitoring")
        self.assertTrue(first["section"]["url"].endswith("#monitoring"))
        self.assertIn("<mark>", first["snippet_html"])

    def test_filters_apply_to_their_field(self):
        self.assertIn(FALL_2022, ids(self.daemon.search("onboarding", year=2022)))
        self.assertTrue(all(hit["year"] == 2022 for hit in self.daemon.search("onboarding", year=2022)["hits"]))
        self.assertEqual({hit["season"] for hit in self.daemon.search(season="winter")["hits"]}, {"winter"})
        self.assertEqual(ids(self.daemon.search("author:koo")), [FALL_2022])
        self.assertEqual({hit["year"] for hit in self.daemon.search("year:2023 internship")["hits"]}, {2023})

    def test_korean_is_found_with_any_particle(self):
        self.assertIn("2021-09-internship-review-3-ko", ids(self.daemon.search("인턴십")))
        self.assertIn("-ko", ids(self.daemon.search("래블업 인턴 후기"))[0])
        first = self.daemon.search("2022 여름")["hits"][0]
        self.assertEqual((first["year"], first["season"]), (2022, "summer"))

    def test_operators_mean_what_they_say(self):
        self.assertEqual(ids(self.daemon.search('"good first issue"')), [FALL_2022])
        without = ids(self.daemon.search("onboarding -redis"))
        self.assertTrue(without)
        self.assertFalse(set(without) & set(ids(self.daemon.search("redis"))))

    def test_relaxed_hits_name_what_they_lack(self):
        result = self.daemon.search("onboarding zanzibar")
        self.assertEqual(result["total"], 0)
        self.assertGreater(result["total_relaxed"], 0)
        self.assertEqual(result["hits"][0]["missing"], ["zanzibar"])

    def test_facets_count_all_matches_and_leave_out_their_own_filter(self):
        alone = self.daemon.search("onboarding", facets="topic,year")["facets"]
        filtered = self.daemon.search("onboarding", facets="topic,year", year=2022)["facets"]
        self.assertEqual(alone["year"], filtered["year"])
        self.assertNotEqual(alone["topic"], filtered["topic"])
        self.assertIn({"value": "onboarding", "count": self.daemon.search("onboarding")["total"]}, alone["topic"])

    def test_pages_join_without_gap_or_overlap(self):
        # One ranking, one followed by articles that lack a word, a sentence, corrected words, no results.
        for query in ("internship", "kubernetes internship", "kubernetes", "what did the interns do in kubernetes",
                      "kuberntes internship", ""):
            for limit in (1, 2, 3, 5):
                with self.subTest(query, limit=limit):
                    whole = ids(self.daemon.search(query, limit=14))
                    pages = [ids(self.daemon.search(query, limit=limit, offset=offset)) for offset in range(0, 16, limit)]
                    self.assertEqual(whole, sum(pages, []))

    def test_a_page_goes_as_far_as_there_are_articles(self):
        for query in ("internship", "kubernetes internship", "kubernetes"):
            whole = ids(self.daemon.search(query, limit=100))
            self.assertEqual(ids(self.daemon.search(query, limit=100, offset=len(whole) - 1)), whole[-1:])
            self.assertEqual(ids(self.daemon.search(query, limit=100, offset=len(whole))), [])

    def test_a_name_of_several_parts_is_found_after_every_key(self):
        for name in ("Backend.AI", "create_task", "good-first-issue", "open-source"):
            for end in range(2, len(name) + 1):
                with self.subTest(name[:end]):
                    self.assertGreater(self.daemon.search(name[:end])["total"], 0)

    def test_newest_is_sorted_by_date(self):
        dates = [hit["date"] or "" for hit in self.daemon.search(limit=100)["hits"]]
        self.assertEqual(dates, sorted(dates, reverse=True))

    def test_bad_requests_get_the_reason(self):
        for target, parameter in [
            ("limit=-1", "limit"), ("limit=9999", "limit"), ("nonsense=1", "nonsense"), ("year=abc", "year"),
            ("sort=best", "sort"), ("facets=title", "facets"), ("from=yesterday", "from"), ("q=year:abc", "q"),
            ("q=author:", "q"), ("q=((((", "q"), ("q=a+OR", "q"),
        ]:
            with self.subTest(target):
                status, fields, problem = self.daemon.request("/v1/search?" + target)
                self.assertEqual(status, 400)
                self.assertEqual(fields["Content-Type"], "application/problem+json")
                self.assertEqual(problem["parameter"], parameter)
                if parameter == "q":
                    self.assertIn("position", problem)

    def test_unreadable_requests_get_their_status(self):
        for target, status in [("/v1/search?q=%zz", 400), ("/v1/search?q=%ff", 400), ("/nowhere", 404),
                               ("/v1/articles/none", 404), ("/v1/search?q=" + "a" * 600, 400)]:
            with self.subTest(target[:40]):
                answer, fields, _ = self.daemon.request(target)
                self.assertEqual((answer, fields["Content-Type"]), (status, "application/problem+json"))
        self.assertEqual(self.daemon.request("/v1/search", method="POST")[0], 405)
        self.assertEqual(self.daemon.request("/v1/search", body=b"x")[0], 400)
        self.assertEqual(self.daemon.request("/v1/search", headers={"X-Long": "x" * 65536})[0], 431)

    def test_many_words_joined_by_slashes_are_a_sentence(self):
        """Enumerating sets is only feasible for a few words: 24 have millions."""
        answer = self.daemon.search("a1/b2/c3/d4/e5/f6/g7/redis " * 3)
        self.assertEqual(answer["total"], 0)
        self.assertGreater(answer["total_relaxed"], 0)

    def test_strange_queries_are_answered(self):
        for q in ["c++", "what is backend.ai?", "-", "😀", '" "', "don't", "‏עברית‏", "ＡＢＣ", "a" * 512, "the who", "it"]:
            with self.subTest(q[:20]):
                self.daemon.search(q)

    def test_an_article_is_returned_completely(self):
        status, _, article = self.daemon.request("/v1/articles/" + FALL_2022)
        self.assertEqual(status, 200)
        self.assertIn("Monitoring", [section["heading"] for section in article["sections"]])

    def test_an_answer_that_the_client_has_is_not_sent_again(self):
        _, fields, _ = self.daemon.request("/v1/search?q=redis")
        status, _, body = self.daemon.request("/v1/search?q=redis", headers={"If-None-Match": fields["ETag"]})
        self.assertEqual((status, body), (304, None))

    def test_pages_of_allowed_origins_may_read(self):
        _, fields, _ = self.daemon.request("/v1/search", headers={"Origin": "https://example.org"})
        self.assertEqual(fields["Access-Control-Allow-Origin"], "https://example.org")
        status, fields, _ = self.daemon.request("/v1/search", method="OPTIONS")
        self.assertEqual(status, 204)
        status, fields, body = self.daemon.request("/healthz", method="HEAD")
        self.assertEqual((status, body), (200, None))

    def test_it_is_ready(self):
        status, _, body = self.daemon.request("/readyz")
        self.assertEqual((status, body["articles"]), (200, 14))


class LifeTest(programs.ProgramTest):
    def test_markup_in_an_article_comes_out_as_text(self):
        self.write("a.md", '---\ntitle: "<img src=x onerror=alert(1)>"\n---\nevil `<script>` & "quotes" here\n')
        programs.index(self.db, self.site)
        hit = self.start().search("evil")["hits"][0]
        self.assertNotIn("<img", hit["title_html"])
        self.assertIn("&lt;script&gt;", hit["snippet_html"])

    def test_reasons_tell_where_a_word_weighs_most(self):
        self.write("a.md", "---\ntopics: [hiring]\n---\n# First week\n\n## Deployment plan\nwords about servers\n")
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        daemon = self.start()
        for word, field in [("week", "title"), ("hiring", "topic"), ("plan", "heading"), ("servers", "body")]:
            with self.subTest(word):
                why = daemon.search(word, explain="true")["hits"][0]["why"]
                self.assertEqual([reason["field"] for reason in why if reason["word"]], [field])

    def test_a_series_is_searched_filtered_counted_and_shown(self):
        self.write("a.md", "---\ntitle: Setup\nseries: Getting started\n---\nfirst\n")
        self.write("b.md", "---\ntitle: Sequel\nseries: [getting Started, Deep dive]\n---\nsecond\n")
        self.write("c.md", "---\ntitle: Other\ntopics: [started]\n---\nHow we are getting on\n")
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        daemon = self.start()

        def found(q, **parameters):
            return sorted(hit["id"] for hit in daemon.search(q, **parameters)["hits"])

        self.assertEqual(found("getting started"), ["a", "b", "c"])
        for query in ("series:started", 'series:"getting started"', "series:dive OR title:setup"):
            self.assertEqual(found(query), ["a", "b"], query)
        self.assertEqual(found('series:"started getting"'), [])
        self.assertEqual(found('topic:"getting started"'), [])
        self.assertEqual(found("", series="getting started"), ["a", "b"])
        answer = daemon.search("", facets="series", sort="oldest")
        self.assertEqual([(row["value"], row["count"]) for row in answer["facets"]["series"]],
                         [("Getting started", 2), ("Deep dive", 1)])
        self.assertEqual({hit["id"]: hit["series"] for hit in answer["hits"]},
                         {"a": ["Getting started"], "b": ["getting Started", "Deep dive"], "c": []})
        why = daemon.search("dive", explain="true")["hits"][0]["why"]
        self.assertEqual([reason["field"] for reason in why if reason["word"]], ["series"])

    def test_reasons_name_words_as_the_article_has_them(self):
        self.write("a.md", "---\ntitle: Bundling for procurement\nsummary: Accessible to all\nseason: fall\n---\n"
                   "We asked about it.\n\n## Deploying\nDeploy the front-end of Backend.AI. Facilities, services\n")
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        daemon = self.start()
        for asked, word in [("procured", "procurement"), ("bundles", "bundling"), ("accessibility", "accessible"),
                            ("falls", "fall"), ("deployed", "deploying"), ("facility", "facilities"), ("servicing", "services"),
                            ("title:bundled", "bundling"), ("backend.ai", "Backend.AI"), ("procurements", "procurement")]:
            with self.subTest(asked):
                hit = daemon.search(asked, explain="true")["hits"][0]
                self.assertEqual([reason["matched"] for reason in hit["why"] if reason["word"]], [word])
                self.assertIn(f"“{word}”", hit["why_text"])
        parted = daemon.search("facilitiesservices", explain="true")["hits"][0]["why"]
        self.assertEqual({reason["matched"] for reason in parted if reason["word"]}, {"facilities", "services"})

    def test_a_corrected_query_gives_the_answer_of_the_corrected_text(self):
        for number in range(30):
            self.write(f"{number:02}.md", f"---\ntitle: {'Accessibility' if number % 3 else 'Access'} {number}\n---\n"
                       + "accessibility " * (number % 5) + "testing " * (number % 4) + "tests of access\n")
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        daemon = self.start()
        for wrong, right in [("accessibilty testng", "accessibility testing"), ("accesibility", "accessibility"),
                             ("accessibilitytesting", "accessibility testing"), ("testng -title:27", "testing -title:27")]:
            with self.subTest(wrong):
                asked, meant = (daemon.search(q, facets="year", limit="30") for q in (wrong, right))
                self.assertEqual(asked["corrected"], right)
                for one in (asked, meant):
                    one["hits"] = [(hit["id"], hit["score"], hit["snippet_html"]) for hit in one["hits"]]
                    for member in ("query", "corrected", "took_us"):
                        one.pop(member, None)
                self.assertEqual(asked, meant)

    def test_a_query_that_is_a_whole_title_finds_its_article_first(self):
        self.write("policy.md", "# Open source policies\nWhat we publish.\n")
        for number in range(9):
            policy = "open source policy " * 9
            self.write(f"{number}.md", f"# Our open source policy, part {number}\n{policy}\n\n## Open source policy\n{policy}\n")
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        daemon = self.start()
        for query in ("open source policy", "Open-Source: policies!", "opne source policy"):
            with self.subTest(query):
                hits = daemon.search(query, explain="true", limit=10)["hits"]
                self.assertEqual((hits[0]["id"], len(hits)), ("policy", 10))
                self.assertIn("title", [reason["kind"] for reason in hits[0]["why"]])
                self.assertNotIn("title", [reason["kind"] for reason in hits[1]["why"]])
                self.assertAlmostEqual(sum(reason["weight"] for reason in hits[0]["why"]), hits[0]["score"], 3)
        self.assertNotIn("title", [reason["kind"] for reason in daemon.search("open source", explain="true")["hits"][0]["why"]])

    def test_a_new_generation_answers_without_a_lost_request(self):
        self.write("a.md", "# One\nalpha\n")
        programs.index(self.db, self.site)
        daemon = self.start()
        connection = http.client.HTTPConnection(daemon.address, timeout=programs.PATIENCE)
        self.write("b.md", "# Two\nalpha\n")
        programs.index(self.db, self.site)
        total = 0
        end = time.monotonic() + programs.PATIENCE
        while total != 2 and time.monotonic() < end:
            connection.request("GET", "/v1/search?q=" + urllib.parse.quote("alpha"))
            answer = connection.getresponse()
            self.assertEqual(answer.status, 200)
            total = int(answer.read().split(b'"total":')[1].split(b",")[0])
        connection.close()
        self.assertEqual(total, 2)

    def test_a_damaged_generation_is_refused_and_the_current_one_kept(self):
        self.write("a.md", "# One\nalpha\n")
        programs.index(self.db, self.site)
        daemon = self.start()
        (self.db / "gen-0009").mkdir()
        (self.db / "CURRENT").write_text("gen-0009\n")
        self.assertEqual(daemon.search("alpha")["total"], 1)
        self.assertEqual(daemon.stop(), 0)
        self.assertEqual(self.start().search("alpha")["total"], 1)

    def test_without_an_index_it_says_how_to_make_one(self):
        with self.assertRaisesRegex(AssertionError, "make one with recap-indexer"):
            self.start()

    def test_sigterm_ends_it_with_status_0(self):
        self.write("a.md", "# One\nalpha\n")
        programs.index(self.db, self.site)
        self.assertEqual(self.start().stop(), 0)


if __name__ == "__main__":
    unittest.main()
