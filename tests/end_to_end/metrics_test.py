# SPDX-License-Identifier: GPL-2.0-or-later
"""What /metrics reports to Prometheus."""

import re
import socket
import time
import unittest

from tests.end_to_end import programs

SAMPLE = re.compile(r'^([a-z_]+)(?:\{(.*)\})? (\S+)$')
LABEL = re.compile(r'([a-z]+)="([^"]*)"')


class MetricsTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.md", "---\nid: a\n---\n# A\nwords\n")
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        self.daemon = self.start()

    def samples(self):
        """Values by name and labels, and the whole text."""
        status, fields, body = self.daemon.fetch("/metrics")
        self.assertEqual((status, fields["Content-Type"]), (200, "text/plain; version=0.0.4; charset=utf-8"))
        values = {}
        for line in body.decode().splitlines():
            if line.startswith("#"):
                self.assertRegex(line, r"^# (HELP \w+ \S.*|TYPE \w+ (counter|gauge|histogram))$")
                continue
            name, labels, value = SAMPLE.match(line).groups()
            values[name, frozenset(LABEL.findall(labels or ""))] = float(value)
        return values, body.decode()

    def answered(self):
        """Responses by route and code."""
        return {(dict(labels)["route"], dict(labels)["code"]): value for (name, labels), value in self.samples()[0].items()
                if name == "recap_http_requests_total"}

    def test_answers_are_counted_by_kind_of_address_and_status(self):
        for target in ("/v1/search?q=words", "/v1/search?q=more", "/v1/search?q=year:abc", "/v1/articles/a",
                       "/v1/articles/a/related", "/v1/articles/none", "/nowhere", "/", "/assets/recap-search.js"):
            self.daemon.fetch(target)
        self.daemon.fetch("/1/indexes/recap/query", method="POST", body=b"{}")
        self.assertEqual(self.answered(), {
            ("/v1/search", "200"): 2, ("/v1/search", "400"): 1, ("/v1/articles/", "200"): 1, ("/v1/articles/", "404"): 1,
            ("/v1/articles/*/related", "200"): 1, ("other", "404"): 1, ("/", "200"): 1, ("/assets/", "200"): 1,
            ("/1/", "200"): 1})

    def test_requests_refused_unread_are_counted_too(self):
        self.assertEqual(self.daemon.fetch("/", method="BREW")[0], 501)
        self.assertEqual(self.answered(), {("refused", "501"): 1})
        self.assertEqual(self.samples()[0]["recap_http_refused_total", frozenset([("reason", "malformed")])], 1)

    def test_refused_requests_are_counted_by_reason(self):
        daemon = self.start("--rate", "0.1", "--connections-per-address", "2")
        for _ in range(3):
            daemon.fetch("/v1/search")
        host, port = daemon.address.split(":")
        connections = [socket.create_connection((host, int(port)), timeout=programs.PATIENCE) for _ in range(3)]
        self.assertIn(b"429", connections[2].recv(100))
        for connection in connections:
            connection.close()
        end = time.monotonic() + programs.PATIENCE
        while daemon.fetch("/metrics")[0] == 429:  # until the daemon has seen them close
            self.assertLess(time.monotonic(), end)
        self.daemon = daemon
        reasons = {dict(labels)["reason"] for name, labels in self.samples()[0] if name == "recap_http_refused_total"}
        self.assertEqual(reasons, {"rate", "address_connections"})

    def test_every_metric_of_the_board_is_exported(self):
        board = (programs.ROOT / "packaging/grafana.json").read_text(encoding="utf-8")
        expressions = re.findall(r'"expr": "((?:[^"\\]|\\.)*)"', board)
        wanted = {name for one in expressions for name in re.findall(r"\b(?:recap|process)_[a-z_]+", one)}
        self.assertGreater(len(wanted), 15)
        self.daemon = self.start("--insights", self.folder / "insights.db")
        for target, method in (("/v1/search?q=words", "GET"), ("/", "BREW")):
            self.daemon.fetch(target, method)
        names = {name for name, _ in self.samples()[0]}
        if not any(name.startswith("recap_cgroup") for name in names):  # this machine may have none
            wanted = {name for name in wanted if not name.startswith("recap_cgroup")}
        wanted.discard("recap_cgroup_memory_limit_bytes")  # only if there is a limit
        self.assertEqual(wanted - names, set())

    def test_a_search_out_of_time_is_counted(self):
        self.write("many.jsonl", "".join(f'{{"id":"{n}","text":"{"a b c d " * 2000}{n}"}}\n' for n in range(300)))
        programs.index(self.db, self.site)
        self.daemon = self.start("--search-budget", "1")
        body = self.daemon.search('"a b c d a b c d" "b c d a b c"', explain="true")
        self.assertTrue(body["partial"])
        self.assertEqual(self.samples()[0]["recap_search_partial_total", frozenset()], 1)

    def test_the_process_reports_its_resources(self):
        values = {name: value for (name, _), value in self.samples()[0].items()}
        self.assertGreater(values["process_cpu_seconds_total"], 0)
        self.assertGreater(values["process_resident_memory_bytes"], 1e6)
        self.assertGreater(values["process_open_fds"], 3)
        self.assertGreaterEqual(values["process_max_fds"], values["process_open_fds"])
        self.assertLess(abs(time.time() - values["process_start_time_seconds"]), 3600)
        self.assertEqual(values["recap_http_requests_in_flight"], 1)
        self.assertGreaterEqual(values["recap_http_connections"], 1)

    def test_the_times_of_answers_make_a_histogram(self):
        for _ in range(3):
            self.daemon.fetch("/v1/search?q=words")
        values, _ = self.samples()
        route = ("route", "/v1/search")
        name = "recap_http_request_duration_seconds"
        self.assertEqual(values[f"{name}_count", frozenset([route])], 3)
        self.assertEqual(values[f"{name}_bucket", frozenset([route, ("le", "+Inf")])], 3)
        self.assertGreater(values[f"{name}_sum", frozenset([route])], 0)
        buckets = sorted((float(dict(labels)["le"]), value) for (sample, labels), value in values.items()
                         if sample == f"{name}_bucket" and route in labels)
        self.assertEqual([value for _, value in buckets], sorted(value for _, value in buckets))

    def test_the_current_index_is_reported(self):
        values, _ = self.samples()
        self.assertEqual((values["recap_index_generation", frozenset()], values["recap_index_articles", frozenset()]), (1, 1))
        age = time.time() - values["recap_index_created_timestamp_seconds", frozenset()]
        self.assertTrue(-5 < age < 3600, age)
        self.assertIn("recap_build_info", [name for name, _ in values])

    def test_no_query_is_in_it(self):
        self.daemon.fetch("/v1/search?q=topsecret")
        self.daemon.fetch("/topsecret")
        self.daemon.fetch("/v1/articles/topsecret")
        self.assertNotIn("topsecret", self.samples()[1])


if __name__ == "__main__":
    unittest.main()
