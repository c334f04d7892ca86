# SPDX-License-Identifier: GPL-2.0-or-later
import json
import subprocess
import urllib.parse

from bench.peers.engine import Engine, run


class Recap(Engine):
    """With its defaults: corrections, completions, totals, sections; but without its cache of answers, because every
    query is asked several times. `programs` is the folder of its programs."""

    name = "Recap"
    folder = "recap"
    cache = 0

    def __init__(self, place, threads, binaries, programs):
        super().__init__(place, threads, binaries)
        self.programs = programs

    def maker(self):
        return self.programs / "recap-indexer"

    def build(self, source):
        run([self.programs / "recap-indexer", "--quiet", "--db", self.place / "db", source])

    def start(self):
        program = self.programs / "recap-searchd"
        has_cache = "--answer-cache" in subprocess.run([program, "--help"], capture_output=True, text=True, check=True).stdout
        self.launch([program, "--db", self.place / "db", "--listen", "127.0.0.1:0", "--threads", self.threads,
                     *(["--answer-cache", self.cache] if has_cache else [])])

    def question(self, words, limit=10, count=False):
        # Plain words are compared where answers are counted: the peers neither correct nor complete.
        plain = {"typo": "off", "prefix": "off"} if count else {}
        return "/v1/search?" + urllib.parse.urlencode({"q": " ".join(words), "limit": limit, **plain})

    def read(self, body):
        answer = json.loads(body)
        return answer["total_relaxed"], [hit["id"] for hit in answer["hits"]]


class RecapCached(Recap):
    """The same, if each query was asked before and its answer is kept."""

    cache = 64
