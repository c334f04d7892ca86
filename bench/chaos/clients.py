# SPDX-License-Identifier: GPL-2.0-or-later
"""Clients, well-behaved and hostile."""

import collections
import http.client
import json
import random
import socket
import threading
import time
import urllib.parse

from bench.chaos import truth

PATIENCE = 30  # seconds; a request that takes longer is lost
OVERLOAD = (429, 503)


class Counts:
    """Counts for all clients of a kind; thread-safe."""

    def __init__(self):
        self.lock = threading.Lock()
        self.of = collections.defaultdict(collections.Counter)
        self.faults = []

    def add(self, kind, what, fault=""):
        with self.lock:
            self.of[kind][what] += 1
            if fault and len(self.faults) < 20:
                self.faults.append(f"{kind}: {what}: {fault}")


class Worker(threading.Thread):
    """Does something repeatedly until stopped. An exception is a fault of this program."""

    def __init__(self, over, act, interval=0.0):
        """`interval`: seconds from one start to the next, unless a run takes longer."""
        super().__init__(daemon=True)
        self.over, self.act, self.interval, self.failure = over, act, interval, None

    def run(self):
        try:
            due = time.monotonic() + self.interval
            while not self.over.wait(max(0.0, due - time.monotonic())):
                due = max(due + self.interval, time.monotonic())
                self.act()
        except Exception as error:  # pylint: disable=broad-except
            self.failure = error


class Reader:
    """Asks questions with known answers. A client that keeps its connection repeats a request once if the connection
    was closed between two requests, as the server may do at any time (RFC 9112, section 9.6). A refusal must say when
    to retry, and is a fault for a client that stays below the rate."""

    KINDS = {"kept connections": True, "new connections": False, "above the rate": True}

    def __init__(self, port, site, counts, kind, address):
        self.port, self.site, self.counts, self.kind, self.address = port, site, counts, kind, address
        self.keeps, self.connection, self.used = self.KINDS[kind], None, False

    def act(self):
        number = random.randrange(truth.ARTICLES)
        is_pinned = random.random() < 0.1
        q = truth.PINNED if is_pinned else self.site.word(number)
        asked = time.monotonic()
        self.counts.add(self.kind, "sent")
        try:
            status, body, again = self.exchange("/v1/search?" + urllib.parse.urlencode({"q": q}))
        except (OSError, http.client.HTTPException) as error:
            self.counts.add(self.kind, "lost", repr(error))
            self.drop()
            return
        if status in OVERLOAD:
            is_due = status == 503 or self.kind == "above the rate"
            fault = "" if is_due and again else f"status {status}, Retry-After: {again}"
            self.counts.add(self.kind, "wrong" if fault else "refused", fault)
            return
        fault = f"status {status}: {body[:200]}" if status != 200 else ""
        if not fault:
            answer = json.loads(body)
            fault = truth.pinned_fault(answer) if is_pinned else truth.search_fault(self.site, number, answer, asked)
        self.counts.add(self.kind, "wrong" if fault else "answered", fault)

    def exchange(self, target):
        for is_again in (False, True):
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE, source_address=(self.address, 0))
                self.used = False
            try:
                self.connection.request("GET", target)
                answer = self.connection.getresponse()
            except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
                was_used = self.used
                self.drop()
                if is_again or not was_used:
                    raise
                self.counts.add(self.kind, "asked again")
                continue
            body = answer.read()
            self.used = True
            if not self.keeps or answer.will_close:
                self.drop()
            return answer.status, body, answer.getheader("Retry-After")
        raise AssertionError

    def drop(self):
        if self.connection is not None:
            self.connection.close()
        self.connection = None


class Hostile:
    """Sends what no client should, from an address of its own."""

    def __init__(self, port, counts):
        self.port, self.counts, self.open = port, counts, []

    def act(self):
        random.choice([self.junk, self.half, self.leave, self.flood, self.dear, self.large])()
        while len(self.open) > 200:
            self.open.pop(0).close()

    def connect(self):
        one = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE, source_address=("127.0.0.66", 0))
        self.counts.add("hostile", "sent")
        return one

    def send(self, content):
        try:
            one = self.connect()
            one.sendall(content)
            return one
        except OSError:
            self.counts.add("hostile", "cut off")
            return None

    def junk(self):
        self.keep(self.send(random.randbytes(random.randrange(1, 4000))))

    def half(self):
        self.keep(self.send(b"GET /v1/search?q=a HTTP/1.1\r\nHost: a\r\nX: "))

    def leave(self):
        one = self.send(b"GET /v1/search?q=" + b"words+" * 20 + b" HTTP/1.1\r\nHost: a\r\n\r\n")
        if one:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            one.close()

    def flood(self):
        self.keep(self.send(b"GET /v1/search?q=part HTTP/1.1\r\nHost: a\r\n\r\n" * 50))

    def dear(self):
        q = urllib.parse.quote('"words that all have in common" "part of the report" NEAR/100 ' * 3)
        self.keep(self.send(f"GET /v1/search?q={q}&explain=true&limit=100 HTTP/1.1\r\nHost: a\r\n\r\n".encode()))

    def large(self):
        self.keep(self.send(b"POST /v1/related HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 900000\r\n\r\n"
                            + b"word " * 20_000))

    def keep(self, one):
        if one:
            self.open.append(one)
