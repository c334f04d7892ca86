# SPDX-License-Identifier: GPL-2.0-or-later
"""recap-searchd --insights: what readers search for, find and open."""

import json
import sqlite3
import subprocess
import time
import unittest

from tests.end_to_end import programs

EDITOR = "editor-key-0123456789"


class InsightsTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("redis.md", "---\ntitle: A cache\n---\nWords about redis and kubernetes.\n")
        self.write("other.md", "---\ntitle: Another\n---\nOther words about kubernetes.\n")
        programs.index(self.db, self.site)
        self.file = self.folder / "insights.db"

    def serve(self, *options):
        return self.start("--insights", self.file, "--trusted-proxy", "127.0.0.1",
                          "--admin-listen", f"unix:{self.folder}/admin", *options)

    def ask(self, daemon, target, readers=3, method="GET", body=None, headers=None):
        """Several readers send the same query."""
        for number in range(readers):
            fields = {"X-Forwarded-For": f"192.0.2.{number}", **(headers or {})}
            status, _, answer = daemon.fetch(target, method, fields, body)
            self.assertIn(status, (200, 204), answer)
        return answer

    def report(self, daemon, target="/v1/insights"):
        return json.loads(daemon.ask_socket(target))

    def row(self, daemon, name, q, **expected):
        """The row of a query in a list, once it is as expected."""
        end = time.monotonic() + programs.PATIENCE
        while True:
            for row in self.report(daemon)[name]:
                if row["q"] == q and expected.items() <= row.items():
                    return row
            self.assertLess(time.monotonic(), end, self.report(daemon))

    def test_frequent_queries_are_listed_by_any_route(self):
        daemon = self.serve()
        self.ask(daemon, "/v1/search?q=Redis", 4)
        self.ask(daemon, "/?q=another")
        self.ask(daemon, "/1/indexes/recap/query", 3, "POST", '{"query":"words about"}')
        self.ask(daemon, "/v1/search?q=private", 2)
        self.ask(daemon, "/v1/search?q=nothing-at-all")
        self.ask(daemon, "/v1/search?q=kuberntes")
        self.ask(daemon, "/v1/search?q=deeper&offset=10")
        self.ask(daemon, "/feed.atom?q=polled")
        self.ask(daemon, "/v1/search?limit=1")
        self.row(daemon, "popular", "redis", asked=4)
        self.row(daemon, "corrected", "kuberntes", corrected="kubernetes")
        self.row(daemon, "without_results", "nothing-at-all", without_results=3)
        for q in ("another", "words about"):
            self.row(daemon, "popular", q, asked=3)
        self.assertEqual(sorted(row["q"] for row in self.report(daemon)["popular"]),
                         ["another", "kuberntes", "nothing-at-all", "redis", "words about"])

    def test_without_keys_the_page_for_editors_is_only_at_the_address_for_admins(self):
        daemon = self.serve("--public-url", "https://search.example.org")
        self.ask(daemon, "/v1/search?q=nothing-at-all")
        self.row(daemon, "without_results", "nothing-at-all")
        page = daemon.ask_socket("/insights")
        self.assertIn('href="https://search.example.org/?q=nothing-at-all"', page)
        self.assertIn("recap.css", daemon.ask_socket("/insights?days=7"))
        self.assertEqual(daemon.fetch("/insights")[0], 403)

    def test_clicks_are_accepted_as_pages_can_send_them(self):
        daemon = self.serve()
        self.ask(daemon, "/v1/search?q=redis")
        self.ask(daemon, "/v1/search?q=kubernetes")
        event = json.dumps({"events": [{"type": "click", "q": "Redis", "id": "redis"}]})
        # As navigator.sendBeacon sends a text.
        self.ask(daemon, "/v1/events", 2, "POST", event, {"Content-Type": "text/plain;charset=UTF-8"})
        self.ask(daemon, "/v1/events", 1, "POST", event, {"Content-Type": "application/json"})
        self.row(daemon, "clicked", "redis", id="redis", clicks=3)
        self.row(daemon, "not_opened", "kubernetes")

    def test_clients_of_algolia_send_clicks_in_their_own_format(self):
        daemon = self.serve()
        asked = json.dumps({"requests": [{"indexName": "recap", "query": "Redis", "params": "clickAnalytics=true"}]})
        answer = json.loads(self.ask(daemon, "/1/indexes/*/queries", 3, "POST", asked))["results"][0]
        self.row(daemon, "popular", "redis")
        click = {"eventType": "click", "eventName": "Hit clicked", "index": "recap", "userToken": "ann-1",
                 "queryID": answer["queryID"], "objectIDs": ["redis"], "positions": [1], "timestamp": 1}
        view = {**click, "eventType": "view"}
        events = json.dumps({"events": [click, view, {**click, "objectIDs": ["unknown"]}, {**click, "queryID": "none"}]})
        self.assertEqual(json.loads(self.ask(daemon, "/1/events", 1, "POST", events)), {"status": 200, "message": "OK"})
        self.row(daemon, "clicked", "redis", id="redis", clicks=1)
        self.assertNotIn(b"ann-1", self.file.read_bytes())

    def test_invalid_events_are_refused(self):
        daemon = self.serve()
        for body, parameter in (("", "body"), ("[]", "events"), ('{"events":{}}', "events"), ('{"events":[1]}', "type"),
                                ('{"events":[{"type":"view","q":"a","id":"redis"}]}', "type"),
                                ('{"events":[{"type":"click","q":"a"}]}', "id"),
                                ('{"events":[{"type":"click","q":"a","id":"unknown"}]}', "id"),
                                (json.dumps({"events": [{"type": "click", "q": "a", "id": "redis"}] * 21}), "events")):
            with self.subTest(body[:60]):
                status, _, problem = daemon.request("/v1/events", "POST", body=body)
                self.assertIn(status, (400, 404))
                self.assertEqual(problem["parameter"], parameter)

    def test_insights_outlive_the_daemon_and_can_be_printed(self):
        daemon = self.serve()
        self.ask(daemon, "/v1/search?q=redis")
        self.assertEqual(daemon.stop(), 0)
        printed = subprocess.run([programs.BIN / "recap-searchd", "--insights-report", self.file], capture_output=True,
                                 text=True, timeout=programs.PATIENCE, check=False)
        self.assertEqual((printed.returncode, printed.stderr), (0, ""))
        self.assertEqual(printed.stdout, "3 searches for 1 queries in 30 days\n\nAsked most\n  3  redis\n")
        again = self.serve()
        self.ask(again, "/v1/search?q=redis", 1)
        self.row(again, "popular", "redis", asked=4)
        missing = subprocess.run([programs.BIN / "recap-searchd", "--insights-report", self.folder / "no"],
                                 capture_output=True, text=True, timeout=programs.PATIENCE, check=False)
        self.assertEqual((missing.returncode, missing.stdout), (2, ""))
        self.assertIn(f"{self.folder}/no: ", missing.stderr)

    def test_a_locked_file_delays_no_answer(self):
        daemon = self.serve()
        with sqlite3.connect(self.file, isolation_level=None) as other:
            other.execute("BEGIN EXCLUSIVE")
            for _ in range(20):
                self.ask(daemon, "/v1/search?q=redis")
            begin = time.monotonic()
            self.assertEqual(daemon.search("redis")["total"], 1)
            self.assertLess(time.monotonic() - begin, 1)
            status = json.loads(daemon.ask_socket("/v1/insights"))["status"]
            self.assertEqual(status, 503)
            end = time.monotonic() + programs.PATIENCE
            while "recap_insights_lost 61\n" not in daemon.ask_socket("/metrics"):
                self.assertLess(time.monotonic(), end)
            other.execute("COMMIT")
        other.close()

    def test_insights_are_off_by_default(self):
        for off in ((), ("--insights", "off")):
            daemon = self.start("--admin-listen", f"unix:{self.folder}/admin", *off)
            self.assertEqual(self.report(daemon)["status"], 404)
            self.assertEqual(daemon.request("/v1/events", "POST", body="{}")[0], 404)
            answer = json.loads(daemon.fetch("/1/indexes/recap/query", "POST", body='{"query":"a","clickAnalytics":true}')[2])
            self.assertNotIn("queryID", answer)
            daemon.stop()

    def test_only_editors_may_read_them(self):
        self.assertEqual(self.serve().request("/v1/insights")[0], 403)
        keys = self.folder / "keys.toml"
        keys.write_text(f'anonymous = "search"\n[[key]]\nname = "a"\nrole = "editor"\nkey = "{EDITOR}"\n', encoding="utf-8")
        daemon = self.start("--insights", self.file, "--keys", keys)
        self.assertEqual(daemon.request("/v1/insights")[0], 401)
        headers = {"Authorization": f"Bearer {EDITOR}"}
        self.assertEqual(daemon.request("/v1/insights?days=7&limit=3", headers=headers)[2]["days"], 7)
        for bad in ("days=0", "days=91", "limit=101", "since=1"):
            self.assertEqual(daemon.request(f"/v1/insights?{bad}", headers=headers)[0], 400)

    def test_an_unusable_file_is_named(self):
        for file in (self.folder, self.folder / "missing/insights.db"):
            with self.assertRaisesRegex(AssertionError, f"recap-searchd: {file}: "):
                self.start("--insights", file)


if __name__ == "__main__":
    unittest.main()
