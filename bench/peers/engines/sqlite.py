# SPDX-License-Identifier: GPL-2.0-or-later
import json
import sqlite3
import urllib.parse

from bench.peers.engine import Engine


class Fts5(Engine):
    """SQLite's full-text index with its own stemmer, served by our server (servers/fts5.cpp)."""

    name = "SQLite FTS5"
    folder = "fts5"

    def missing(self):
        return "" if (self.binaries / "recap-bench-fts5").exists() else "Debian's libsqlite3-dev, and recap-bench built with it"

    def build(self, source):
        connection = sqlite3.connect(self.place / "articles.sqlite")
        connection.execute("CREATE VIRTUAL TABLE articles USING fts5(id UNINDEXED, title, text, tokenize = 'porter unicode61')")
        with open(source, encoding="utf-8") as lines:
            rows = ((one["id"], one["title"], one["text"]) for one in map(json.loads, lines))
            connection.executemany("INSERT INTO articles VALUES (?, ?, ?)", rows)
        connection.execute("INSERT INTO articles(articles) VALUES ('optimize')")
        connection.commit()
        connection.execute("VACUUM")
        connection.close()

    def start(self):
        self.launch([self.binaries / "recap-bench-fts5", self.place / "articles.sqlite", self.threads])

    def question(self, words, limit=10, count=False):
        match = " OR ".join(f'"{word}"' for word in words)
        return "/?" + urllib.parse.urlencode({"match": match, "limit": limit} | ({"count": 1} if count else {}))
