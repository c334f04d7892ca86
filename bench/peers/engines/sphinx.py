# SPDX-License-Identifier: GPL-2.0-or-later
import json
import xml.sax.saxutils

from bench.peers.engine import Engine, free_port, run

CONFIGURATION = """\
source articles
{{
  type = xmlpipe2
  xmlpipe_command = cat {place}/articles.xml
}}
index articles
{{
  source = articles
  path = {place}/articles
  morphology = stem_en
  ngram_len = 1
  ngram_chars = U+AC00..U+D7A3, U+3040..U+30FF, U+4E00..U+9FFF
  charset_table = 0..9, a..z, A..Z->a..z, U+C0..U+D6, U+D8..U+F6, U+F8..U+24F, U+370..U+52F
}}
indexer
{{
  mem_limit = 512M
  max_xmlpipe2_field = 16M
}}
searchd
{{
  listen = 127.0.0.1:{port}:mysql41
  log = {place}/searchd.log
  pid_file = {place}/searchd.pid
  binlog_path =
  workers = threads
  max_children = 64
  max_packet_size = 64M
  client_timeout = 3600
}}
"""
SCHEMA = """\
<?xml version="1.0" encoding="utf-8"?>
<sphinx:docset>
<sphinx:schema>
<sphinx:attr name="name" type="string"/>
<sphinx:field name="title" attr="string"/>
<sphinx:field name="text" attr="string"/>
</sphinx:schema>
"""


def escaped(text):
    """Replaces what XML cannot represent by a space."""
    allowed = (letter if letter in "\t\n" or letter >= " " and letter not in "\ufffe\uffff" else " " for letter in text)
    return xml.sax.saxutils.escape("".join(allowed))


class Sphinx(Engine):
    """Uses its own protocol, SphinxQL, the only one that returns snippets in the same response."""

    name = "Sphinx 2.2"
    folder = "sphinx"
    protocol = "sphinxql"
    packages = (("indexer", "sphinxsearch"),)

    def configure(self, port):
        path = self.place / "sphinx.conf"
        path.write_text(CONFIGURATION.format(place=self.place, port=port), encoding="utf-8")
        return path

    def build(self, source):
        document = self.place / "articles.xml"
        with open(source, encoding="utf-8") as lines, open(document, "w", encoding="utf-8") as out:
            out.write(SCHEMA)
            for number, article in enumerate(map(json.loads, lines), start=1):
                fields = "".join(f"<{name}>{escaped(article[key])}</{name}>"
                                 for name, key in (("name", "id"), ("title", "title"), ("text", "text")))
                out.write(f'<sphinx:document id="{number}">{fields}</sphinx:document>\n')
            out.write("</sphinx:docset>\n")
        run(["indexer", "--config", self.configure(1), "--all"])
        document.unlink()

    def start(self):
        port = free_port()
        # Sphinx's searchd, not ours, which has another name.
        self.launch_at(["searchd", "--nodetach", "--config", self.configure(port)], port)

    def question(self, words, limit=10, count=False):
        plain = " ".join(words)
        select = (f"SELECT name, title, SNIPPET(text, '{plain}', 'limit=240', 'around=8', 'before_match=<mark>', "
                  f"'after_match=</mark>') FROM articles WHERE MATCH('{'|'.join(words)}') LIMIT {limit}")
        return select + ("; SHOW META LIKE 'total_found'" if count else "")

    def read(self, body):
        rows = [row.split("\t") for row in body.split("\n") if row]
        totals = [int(row[1]) for row in rows if row[0] == "total_found"]
        return (totals[0] if totals else None), [row[0] for row in rows if row[0] != "total_found"]
