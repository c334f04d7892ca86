#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Usage: bench/keystroke.py ADDRESS:PORT [ROUNDS]

Measures one keystroke in InstantSearch on a running recap-searchd: the six searches of a page with
filters in one call, compared with one call for each, on one connection. Takes words from the titles of
the index. Prints milliseconds: median and 95 %.
"""

import http.client
import json
import statistics
import sys
import time

FACETS = ["year", "season", "author", "topics", "lang"]


def items(query):
    """The main search, and one for each refined facet without its own filter."""
    shown = {"hitsPerPage": 20, "attributesToSnippet": ["content:20"], "highlightPreTag": "__ais-highlight__",
             "highlightPostTag": "__/ais-highlight__"}
    main = {"indexName": "recap", "query": query, "facets": FACETS, **shown}
    rest = [{"indexName": "recap", "query": query, "facets": facet, "hitsPerPage": 0, "page": 0,
             "facetFilters": [["lang:en", "lang:ko"]]} for facet in FACETS]
    return [main, *rest]


class Client:
    def __init__(self, address):
        self.connection = http.client.HTTPConnection(address, timeout=60)

    def ask(self, *searches):
        self.connection.request("POST", "/1/indexes/*/queries", json.dumps({"requests": searches}))
        answer = self.connection.getresponse()
        body = json.loads(answer.read())
        if answer.status != 200:
            raise SystemExit(body["message"])
        return body["results"]


def milliseconds(function):
    begin = time.perf_counter()
    function()
    return (time.perf_counter() - begin) * 1000


def shown(times):
    return f"{statistics.median(times):7.2f} {statistics.quantiles(times, n=20)[-1]:7.2f}"


def main():
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    client = Client(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    titles = [hit["title"] for hit in client.ask({"indexName": "recap", "hitsPerPage": 1000,
                                                  "attributesToRetrieve": ["title"], "attributesToHighlight": [],
                                                  "attributesToSnippet": []})[0]["hits"]]
    words = sorted({word.lower() for title in titles for word in title.split() if len(word) > 3})
    queries = [words[i * len(words) // rounds] for i in range(rounds)]
    rows = {"six in one call": lambda searches: client.ask(*searches),
            "six calls": lambda searches: [client.ask(search) for search in searches],
            "the first alone": lambda searches: client.ask(searches[0]),
            "the five counts in one call": lambda searches: client.ask(*searches[1:]),
            "the five counts, five calls": lambda searches: [client.ask(search) for search in searches[1:]]}
    times = {name: [] for name in rows}
    for query in queries:  # alternately, so that other load affects all alike
        searches = items(query)
        for name, ask in rows.items():
            times[name].append(milliseconds(lambda: ask(searches)))
    for name in rows:
        print(f"{name:28} {shown(times[name])}")


if __name__ == "__main__":
    main()
