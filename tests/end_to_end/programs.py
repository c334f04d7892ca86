# SPDX-License-Identifier: GPL-2.0-or-later
"""Starts, queries and stops the two programs."""

import http.client
import json
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import unittest
import urllib.parse

from tests.end_to_end import contract

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("RECAP_BIN", ROOT / "build/release/bin"))
PATIENCE = 120  # seconds; only a hanging program takes that long


def index(db, *sources, stdin=None, options=()):
    """Runs recap-indexer; returns the finished process."""
    command = [BIN / "recap-indexer", "--db", db, *options, *sources]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=PATIENCE, check=False)


def index_json(db, *sources, options=()):
    """The same with --json; returns exit status, report and standard error."""
    done = index(db, *sources, options=("--json", *options))
    return done.returncode, json.loads(done.stdout) if done.stdout else None, done.stderr


class Daemon:
    """A recap-searchd on a port of its own."""

    def __init__(self, db, *options):
        listen = () if "--listen" in options else ("--listen", "127.0.0.1:0")
        command = [BIN / "recap-searchd", "--db", db, *listen, *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("listening on http://"):
            raise AssertionError(line + self.process.communicate(timeout=PATIENCE)[1])
        self.address = line.split("//")[1].strip()

    def fetch(self, target, method="GET", headers=None, body=None):
        """Returns status, header fields and body."""
        connection = http.client.HTTPConnection(self.address, timeout=PATIENCE)
        connection.request(method, target, body=body, headers=headers or {})
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer.status, dict(answer.getheaders()), content

    def request(self, target, method="GET", headers=None, body=None):
        """The same for a JSON response, parsed."""
        status, fields, content = self.fetch(target, method, headers, body)
        parsed = json.loads(content) if content else None
        contract.check(method, target, status, fields.get("Content-Type"), parsed)
        return status, fields, parsed

    def ask_socket(self, target):
        """The body of a response from the Unix domain socket of --admin-listen."""
        path = next(option for option in map(str, self.process.args) if option.startswith("unix:"))
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(PATIENCE)
            connection.connect(path.removeprefix("unix:"))
            connection.sendall(f"GET {target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
            with connection.makefile("rb") as stream:
                return stream.read().decode().partition("\r\n\r\n")[2]

    def search(self, q="", **parameters):
        status, _, body = self.request("/v1/search?" + urllib.parse.urlencode({"q": q, **parameters}, doseq=True))
        if status != 200:
            raise AssertionError(body)
        return body

    def stop(self):
        """Stops the daemon; returns the exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self.process.communicate(timeout=PATIENCE)
        return self.process.returncode

    def said(self):
        """Stops the daemon; returns what it logged."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.communicate(timeout=PATIENCE)[1]


class CorpusTest(unittest.TestCase):
    """One daemon, started with `options`, serves corpus/ to all tests of a class."""

    options = ()

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.db = folder.name
        assert index(cls.db, ROOT / "corpus").returncode == 0
        cls.daemon = cls.serve(*cls.options)

    @classmethod
    def serve(cls, *options):
        daemon = Daemon(cls.db, *options)

        def stop():
            assert daemon.stop() == 0

        cls.addClassCleanup(stop)
        return daemon


class ProgramTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.db = self.folder / "db"
        self.site = self.folder / "site"
        self.site.mkdir()

    def write(self, name, content):
        path = self.site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def serve_corpus(self, *options):
        index(self.db, ROOT / "corpus")
        return self.start(*options)

    def start(self, *options):
        daemon = Daemon(self.db, *options)
        self.addCleanup(daemon.stop)
        return daemon
