# SPDX-License-Identifier: GPL-2.0-or-later
"""recap-searchd --access-log, --slow-query, --log-format and X-Request-Id."""

import json
import re
import signal
import time
import unittest

from tests.end_to_end import programs

PROXY = ("--trusted-proxy", "127.0.0.1")


class LogsTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.md", "# One\nwords\n")
        programs.index(self.db, self.site)
        self.file = self.folder / "logs" / "access.log"
        self.file.parent.mkdir()

    def lines(self, count, file=None):
        """The lines of the access log, as soon as there are `count`."""
        file = file or self.file
        end = time.monotonic() + programs.PATIENCE
        while True:
            lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
            if len(lines) >= count:
                return lines
            self.assertLess(time.monotonic(), end, lines)

    def said(self, daemon):
        """Its standard error until it ends."""
        daemon.process.terminate()
        return daemon.process.communicate(timeout=programs.PATIENCE)[1]

    def test_a_valid_request_id_is_kept_and_every_answer_has_one(self):
        daemon = self.start()
        for sent, is_taken in (("abc-123", True), ("a b", False), ("a" * 65, False), ('"', False), ("", False)):
            given = daemon.fetch("/v1/search", headers={"X-Request-Id": sent})[1]["X-Request-Id"]
            self.assertEqual(given == sent, is_taken, sent)
        made = [daemon.fetch(target, method)[1]["X-Request-Id"]
                for target, method in (("/healthz", "GET"), ("/", "GET"), ("/v1/none", "GET"), ("/", "BREW"), ("/", "OPTIONS"))]
        self.assertEqual(len(set(made)), len(made))
        for one in made:
            self.assertRegex(one, r"^[0-9a-f]{16}$")

    def test_a_problem_names_its_request(self):
        daemon = self.start()
        for target, method in (("/v1/search?q=year:abc", "GET"), ("/v1/none", "GET"), ("/v1/search", "BREW")):
            _, fields, problem = daemon.request(target, method, headers={"X-Request-Id": "mine"})
            self.assertEqual((fields["X-Request-Id"], problem["request_id"]), ("mine", "mine"))

    def test_the_access_log_has_a_line_for_each_answer_and_nothing_personal(self):
        daemon = self.start("--access-log", self.file, *PROXY)
        headers = {"X-Forwarded-For": "198.51.100.77", "X-Request-Id": "mine"}
        body = daemon.fetch("/v1/search?q=secret", headers=headers)[2]
        daemon.fetch("/healthz")
        daemon.fetch("/secret?secret", method="BREW")
        lines = self.lines(3)
        self.assertRegex(lines[0], r'^198\.51\.100\.0 - - \[\d\d/[A-Z][a-z][a-z]/\d{4}:\d\d:\d\d:\d\d \+0000\] '
                                   rf'"GET /v1/search HTTP/1.1" 200 {len(body)} \d+\.\d{{3}} mine$')
        self.assertIn('"GET /healthz HTTP/1.1" 200', lines[1])
        self.assertNotIn("?", "".join(lines))
        self.assertNotIn("198.51.100.77", "".join(lines))

    def test_logs_may_be_json(self):
        daemon = self.start("--access-log", self.file, "--log-format", "json", *PROXY)
        daemon.fetch("/v1/search?q=secret", headers={"X-Forwarded-For": "2001:db8:1:2::3", "X-Request-Id": "mine"})
        entry = json.loads(self.lines(1)[0])
        self.assertEqual((entry["client"], entry["method"], entry["path"], entry["status"], entry["id"]),
                         ("2001:db8:1::", "GET", "/v1/search", 200, "mine"))
        for line in self.said(daemon).splitlines():
            self.assertEqual(set(json.loads(line)), {"time", "level", "message"})

    def test_a_slow_request_is_logged_with_its_query_on_request(self):
        self.write("many.jsonl", "".join(f'{{"id":"{number}","text":"{"a b c d " * 2000}{number}"}}\n' for number in range(300)))
        programs.index(self.db, self.site)
        dear = '/v1/search?q=%22a+b+c+d+a+b+c+d%22+%22b+c+d+a+b+c%22&explain=true&limit=100'
        for options, is_logged in ((("--slow-query", "1"), True), ((), False)):
            daemon = self.start(*options)
            daemon.fetch(dear, headers={"X-Request-Id": "mine"})
            self.assertEqual(bool(re.search(r"slow: \d+ ms, request mine: GET /v1/search\?q=", self.said(daemon))), is_logged)

    def test_a_rotated_log_is_reopened_at_sighup(self):
        daemon = self.start("--access-log", self.file)
        daemon.fetch("/healthz")
        self.lines(1)
        old = self.file.rename(self.file.with_suffix(".old"))
        daemon.process.send_signal(signal.SIGHUP)
        end = time.monotonic() + programs.PATIENCE
        while not self.file.exists():
            self.assertLess(time.monotonic(), end)
            daemon.fetch("/healthz")
        self.assertIn("/healthz", self.lines(1, old)[0])
        self.assertEqual(daemon.stop(), 0)

    def test_sighup_applies_changes(self):
        levers = self.folder / "pins.toml"
        levers.write_text("", encoding="utf-8")
        daemon = self.start("--pins", levers)
        levers.write_text("[[query", encoding="utf-8")
        for _ in range(3):
            daemon.process.send_signal(signal.SIGHUP)
        self.assertEqual(daemon.search("words")["total"], 1)
        daemon.process.send_signal(signal.SIGHUP)
        self.assertEqual(daemon.search("words")["total"], 1)
        self.assertIn("pins.toml:1: not TOML here", self.said(daemon))

    def test_a_full_disk_or_an_unread_pipe_stops_no_answer(self):
        daemon = self.start("--access-log", "/dev/full")
        for _ in range(20):
            self.assertEqual(daemon.fetch("/v1/search?q=words")[0], 200)
        self.wait_for_metric(daemon, "recap_log_lines_lost_total", 1)
        self.assertEqual(self.said(daemon).count("/dev/full: lines are lost: No space left on device"), 1)
        # Its standard output is a pipe, from which nothing more is read.
        daemon = self.start("--access-log", "-")
        for _ in range(1500):
            self.assertEqual(daemon.fetch("/healthz")[0], 200)
        self.wait_for_metric(daemon, "recap_log_lines_lost_total", 1)
        daemon.process.terminate()
        self.assertEqual(daemon.process.wait(timeout=programs.PATIENCE), 0)

    def wait_for_metric(self, daemon, name, least):
        end = time.monotonic() + programs.PATIENCE
        while True:
            text = daemon.fetch("/metrics")[2].decode()
            value = re.search(rf"^{name} (\S+)$", text, re.MULTILINE)
            if value and float(value[1]) >= least:
                return
            self.assertLess(time.monotonic(), end, text)

    def test_an_access_log_that_cannot_be_written_is_named(self):
        with self.assertRaisesRegex(AssertionError, "/nowhere/log: cannot be written: No such file"):
            programs.Daemon(self.db, "--access-log", "/nowhere/log")


if __name__ == "__main__":
    unittest.main()
