# SPDX-License-Identifier: GPL-2.0-or-later
"""Requests that no proper client sends. None gets a 5xx, and none is closed without a response."""

import gzip
import re
import tempfile
import unittest

from tests.end_to_end import datasets, programs, raw_http

HOST = b"Host: example.org\r\n"


def get(target, fields=HOST):
    return b"GET " + target + b" HTTP/1.1\r\n" + fields + b"\r\n"


class DaemonTest(programs.CorpusTest):
    def ask(self, data, ended=True):
        return raw_http.answers(self.daemon.address, data, ended)


class RawHttpTest(DaemonTest):
    def check_problem(self, answer, status):
        self.assertEqual(answer.status, status, answer.body)
        self.assertEqual(answer.fields["Content-Type"], "application/problem+json")
        problem = answer.json()
        self.assertEqual(problem["status"], status)
        self.assertTrue(problem["detail"])

    def test_malformed_requests_get_the_documented_status(self):
        search = b"/v1/search?q=redis"
        cases = {
            "raw UTF-8 in the target": (get("/v1/search?q=인턴십".encode()), 400),
            "64 KB of header": (get(search, HOST + b"X-Long: " + b"x" * 65536 + b"\r\n"), 431),
            "64 KB of request line": (get(b"/v1/search?q=" + b"x" * 65536), 414),
            "1,900 tiny fields": (get(search, HOST + b"a: b\r\n" * 1900), 431),
            "no host": (get(search, b""), 400),
            "two hosts": (get(search, HOST + HOST), 400),
            "a host that is none": (get(search, b"Host: a b\r\n"), 400),
            "a length and chunks": (get(search, HOST + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n")
                                    + b"0\r\n\r\n", 400),
            "chunks and a length": (get(search, HOST + b"Transfer-Encoding: chunked\r\nContent-Length: 3\r\n")
                                    + b"0\r\n\r\n", 400),
            "two lengths": (get(search, HOST + b"Content-Length: 3\r\nContent-Length: 4\r\n") + b"abcd", 400),
            "a length below zero": (get(search, HOST + b"Content-Length: -1\r\n"), 400),
            "a bare line feed": (b"GET " + search + b" HTTP/1.1\nHost: a\n\n", 400),
            "a bare carriage return": (b"GET " + search + b" HTTP/1.1\rHost: a\r\r", 400),
            "a folded field": (get(search, HOST + b"X-A: b\r\n c\r\n"), 400),
            "a zero byte": (get(search, HOST + b"X-A: \0\r\n"), 400),
            "a space before the colon": (get(search, b"Host : a\r\n"), 400),
            "no version": (b"GET " + search + b"\r\n\r\n", 400),
            "version 2": (b"GET " + search + b" HTTP/2.0\r\n" + HOST + b"\r\n", 505),
            "TLS": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"x" * 100, 400),
            "a body on GET": (get(search, HOST + b"Content-Length: 1\r\n") + b"x", 400),
            "a half request": (b"GET " + search + b" HTT", 400),
            "an encoding of its own": (get(search, HOST + b"Transfer-Encoding: gzip\r\n"), 501),
            "a method of its own": (b"BREW /pot HTTP/1.1\r\n" + HOST + b"\r\n", 501),
            "DELETE": (b"DELETE /v1/search HTTP/1.1\r\n" + HOST + b"\r\n", 405),
            "TRACE": (b"TRACE / HTTP/1.1\r\n" + HOST + b"\r\n", 405),
            "CONNECT": (b"CONNECT a:1 HTTP/1.1\r\n" + HOST + b"\r\n", 405),
            "an expectation": (get(search, HOST + b"Expect: wonders\r\n"), 417),
            "a fragment": (get(b"/v1/search#top"), 400),
            "a target without slash": (get(b"v1/search"), 400),
        }
        for name, (data, status) in cases.items():
            with self.subTest(name):
                found = self.ask(data)
                self.assertEqual(len(found), 1)
                self.check_problem(found[0], status)

    def test_an_absolute_target_is_answered_like_its_path(self):
        """RFC 9112, section 3.2.2: a server must accept it."""
        for target in (b"http://example.org/v1/search?q=redis", b"HTTP://other:80/v1/search?q=redis",
                       b"https://example.org/v1/search?q=redis"):
            with self.subTest(target):
                found = self.ask(get(target))
                self.assertEqual([answer.status for answer in found], [200])
                self.assertGreater(found[0].json()["total"], 0)
        self.assertIn(self.ask(get(b"http://example.org"))[0].status, (200, 404))
        self.check_problem(self.ask(get(b"http:///v1/search"))[0], 400)
        self.check_problem(self.ask(get(b"http://a b/v1/search"))[0], 400)

    def test_requests_sent_without_waiting_are_answered_in_order(self):
        words = [b"redis", b"monitoring", b"onboarding", b"nothing-has-this-word"] * 10
        found = self.ask(b"".join(get(b"/v1/search?q=" + word) for word in words))
        self.assertEqual([answer.json()["query"].encode() for answer in found], words)

    def test_a_refused_request_does_not_affect_the_next_one(self):
        found = self.ask(get(b"/v1/search?limit=-1") + get(b"/v1/search?q=%zz") + get(b"/nowhere")
                         + get(b"/v1/search?q=redis"))
        self.assertEqual([answer.status for answer in found], [400, 400, 404, 200])

    def test_a_request_after_one_whose_end_is_uncertain_is_not_read(self):
        smuggled = get(b"/v1/search", HOST + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n") + \
            b"0\r\n\r\n" + get(b"/healthz")
        self.assertEqual([answer.status for answer in self.ask(smuggled, ended=False)], [400])


class RequestSetTest(DaemonTest):
    """Requests that other projects test their servers with."""

    @classmethod
    def setUpClass(cls):
        cls.unpacked = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.unpacked.cleanup)
        cls.sets = datasets.unpack("robustness", cls.unpacked.name) / "http"
        super().setUpClass()

    def requests(self):
        for name in ("h1spec", "http-parser"):
            for file in sorted((self.sets / name).glob("*.req")):
                yield f"{name}/{file.name}", file.read_bytes()
        for file in sorted((self.sets / "h11/fuzz/afl-server-examples").iterdir()):
            yield f"h11/{file.name}", file.read_bytes()

    def test_each_request_of_the_sets_is_answered_without_a_5xx(self):
        for name, data in self.requests():
            with self.subTest(name):
                found = self.ask(data)
                self.assertTrue(found, data)
                for answer in found:
                    self.assertIn(answer.status, [*range(200, 500), 501, 505], answer.body)
                    # A client that accepts HTML gets a page instead of a problem document.
                    is_page = answer.fields.get("Content-Type", "").startswith("text/html")
                    self.assertTrue(answer.status < 400 or is_page or answer.json()["detail"])
        self.assertEqual(self.daemon.request("/healthz")[0], 200)


class CompressionTest(programs.CorpusTest):
    def test_a_client_that_accepts_gzip_gets_the_same_text_in_fewer_bytes(self):
        for target in ("/?q=internship", "/v1/search?q=internship", "/assets/recap.css", "/feed.atom"):
            _, fields, plain = self.daemon.fetch(target)
            status, short, body = self.daemon.fetch(target, headers={"Accept-Encoding": "br, gzip"})
            self.assertEqual((status, short["Content-Encoding"]), (200, "gzip"), target)
            self.assertNotIn("Content-Encoding", fields)
            self.assertLess(len(body), len(plain) / 2)
            whole = re.compile(rb'"took_us":\d+')
            self.assertEqual(whole.sub(b"", gzip.decompress(body)), whole.sub(b"", plain), target)
            status, _, rest = self.daemon.fetch(target, headers={"Accept-Encoding": "gzip", "If-None-Match": short["ETag"]})
            self.assertEqual((status, rest), (304, b""), target)
            status, head, rest = self.daemon.fetch(target, "HEAD", headers={"Accept-Encoding": "gzip"})
            self.assertEqual((status, head["Content-Encoding"], rest), (200, "gzip", b""))

    def test_a_short_body_is_sent_uncompressed(self):
        self.assertNotIn("Content-Encoding", self.daemon.fetch("/healthz", headers={"Accept-Encoding": "gzip"})[1])


if __name__ == "__main__":
    unittest.main()
