# SPDX-License-Identifier: GPL-2.0-or-later
import json
import os
import pathlib
import urllib.parse

from bench.peers.engine import Engine, run

PROGRAM = pathlib.Path("/usr/lib/cgi-bin/omega/omega")
SCRIPT = """\
id : boolean=Q unique=Q field
title : index=S index field
text : index field
"""
# JSON, except for the comma after the last hit, which read() removes. $( $) $. are { } and a comma.
TEMPLATE = """\
$set{stemmer,english}$httpheader{Content-Type,application/json}$("total":$msize$."hits":[$hitlist{\
$("id":"$json{$field{id}}"$."title":"$json{$field{title}}"$."snippet":"$json{$snippet{$field{text},240}}"$)$.}]$)"""


class Omega(Engine):
    """Xapian's own CGI program, started for each request as a web server does (servers/cgi.cpp)."""

    name = "Xapian Omega 1.4"
    folder = "omega"
    packages = (("scriptindex", "xapian-omega"), ("xapian-compact", "xapian-tools"))

    def build(self, source):
        dump, script, raw = self.place / "dump", self.place / "script", self.place / "raw"
        with open(source, encoding="utf-8") as lines, open(dump, "w", encoding="utf-8") as out:
            for article in map(json.loads, lines):
                # Further lines of a value follow a `=`; blank lines separate articles.
                out.write("".join(f"{name}=" + article[name].replace("\n", "\n=") + "\n" for name in ("id", "title", "text")) + "\n")
        script.write_text(SCRIPT, encoding="utf-8")
        run(["scriptindex", "--stemmer=english", raw, script, dump])
        run(["xapian-compact", raw, self.place / "articles"])
        run(["rm", "-r", raw, dump])

    def start(self):
        templates = self.place / "templates"
        templates.mkdir(exist_ok=True)
        (templates / "bench").write_text(TEMPLATE, encoding="utf-8")
        configuration = self.place / "omega.conf"
        configuration.write_text(f"database_dir {self.place}\ntemplate_dir {templates}\nlog_dir {self.place}\ncdb_dir {self.place}\n",
                                 encoding="utf-8")
        self.launch([self.binaries / "recap-bench-cgi", PROGRAM, self.threads],
                    env={**os.environ, "OMEGA_CONFIG_FILE": str(configuration)})

    def question(self, words, limit=10, count=False):
        parameters = {"P": " ".join(words), "DB": "articles", "FMT": "bench", "HITSPERPAGE": limit, "DEFAULTOP": "or"}
        return "/?" + urllib.parse.urlencode(parameters | ({"MINHITS": 10_000_000} if count else {}))

    def read(self, body):
        return super().read(body.replace(",]}", "]}"))

    def index_bytes(self):
        return sum(file.stat().st_size for file in (self.place / "articles").iterdir())
