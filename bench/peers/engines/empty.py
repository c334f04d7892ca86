# SPDX-License-Identifier: GPL-2.0-or-later
from bench.peers.engine import Engine


class Empty(Engine):
    """Responds with 4 KB without searching: the limit of HTTP."""

    name = "empty handler, 4 KB"
    folder = "empty"

    def start(self):
        self.launch([self.binaries / "recap-bench-empty", self.threads])

    def question(self, words, limit=10, count=False):
        return "/?q=" + "+".join(words)

    def read(self, body):
        return None, []

    def index_bytes(self):
        return 0
