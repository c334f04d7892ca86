# SPDX-License-Identifier: GPL-2.0-or-later
import json
import shutil
import urllib.parse

from bench.peers.engine import ROOT, Engine

FOLDER = ROOT / "bench/peers/node"


class InNode(Engine):
    """An in-memory engine, served by Node's own server (node/server.js) in one thread; without an index on disk."""

    package = ""

    def missing(self):
        if not shutil.which("node"):
            return "Debian's nodejs"
        return "" if (FOLDER / "node_modules" / self.package).is_dir() else f"{self.package} by npm ci in bench/peers/node"

    def build(self, source):
        shutil.copyfile(source, self.place / "articles.jsonl")

    def start(self):
        # Its heap may grow to what a large collection needs.
        self.launch(["node", "--max-old-space-size=12288", FOLDER / "server.js", self.package, self.place / "articles.jsonl"])

    def question(self, words, limit=10, count=False):
        return "/?" + urllib.parse.urlencode({"q": " ".join(words), "limit": limit} | ({"count": 1} if count else {}))

    def index_bytes(self):
        return 0


class FlexSearch(InNode):
    name = "FlexSearch (in memory, node)"
    folder = package = "flexsearch"


class MiniSearch(InNode):
    name = "MiniSearch (in memory, node)"
    folder = package = "minisearch"
