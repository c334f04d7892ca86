# SPDX-License-Identifier: GPL-2.0-or-later
import json
import urllib.parse

from bench.peers.engine import Engine, free_port, run

SCHEMA = """\
plugin_register token_filters/stem
table_create Articles TABLE_HASH_KEY ShortText
column_create Articles title COLUMN_SCALAR Text
column_create Articles text COLUMN_SCALAR LongText
table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerAuto \
--token_filters TokenFilterStem
column_create Terms articles COLUMN_INDEX|WITH_POSITION|WITH_SECTION Articles title,text
"""


class Groonga(Engine):
    """Over its own HTTP, without a cache, since readers seldom repeat a query."""

    name = "groonga 13"
    folder = "groonga"
    packages = (("groonga", "groonga-bin"),)
    cache = 0

    def build(self, source):
        commands = self.place / "commands"
        with open(source, encoding="utf-8") as lines, open(commands, "w", encoding="utf-8") as out:
            out.write(SCHEMA + "load --table Articles\n[\n")
            for number, article in enumerate(map(json.loads, lines)):
                row = {"_key": article["id"], "title": article["title"], "text": article["text"]}
                out.write((",\n" if number else "") + json.dumps(row, ensure_ascii=False))
            out.write("\n]\n")
        (self.place / "db").mkdir()
        run(["groonga", "-n", "--log-path", self.place / "groonga.log", "--file", commands, self.place / "db/articles"])
        commands.unlink()

    def start(self):
        port = free_port()
        self.launch_at(["groonga", "-s", "--protocol", "http", "--bind-address", "127.0.0.1", "--port", port,
                        "--max-threads", self.threads, "--cache-limit", self.cache, "--log-path", self.place / "groonga.log",
                        self.place / "db/articles"], port)

    def question(self, words, limit=10, count=False):
        parameters = {"table": "Articles", "match_columns": "title||text", "query": " OR ".join(words), "limit": limit,
                      "output_columns": "_key,title,snippet_html(text)", "sort_keys": "-_score"}
        return "/d/select?" + urllib.parse.urlencode(parameters)

    def read(self, body):
        (total,), _, *hits = json.loads(body)[1][0]
        return total, [hit[0] for hit in hits]

    def index_bytes(self):
        return sum(file.stat().st_blocks * 512 for file in (self.place / "db").iterdir())


class GroongaCached(Groonga):
    """The same, if each query was sent before and its response is cached (100 responses by default)."""

    name = "groonga 13, its cache on"
    cache = 100_000
