# SPDX-License-Identifier: GPL-2.0-or-later
"""A site that changes constantly, and the answers that are right at any moment."""

import json
import threading
import time

ARTICLES = 300
PINNED = "newest of all"  # a query whose first result editors change
SETTLED = 8.0  # seconds after which a change must be answered, with a machine as busy as this one


class Site:
    """Each article has a word of its own, and a version in its title. Thread-safe."""

    def __init__(self, folder):
        self.source = folder / "articles.jsonl"
        self.versions = [0] * ARTICLES
        self.since = [{0: 0.0} for _ in range(ARTICLES)]  # when each version was published
        self.lock = threading.Lock()
        self.write()

    @staticmethod
    def word(number):
        return f"own{number:03d}"  # with digits, so that no two have a stem in common

    def write(self):
        lines = []
        for number, version in enumerate(self.versions):
            text = f"{self.word(number)} and words that all have in common, part {number % 7} of the report " * 20
            lines.append(json.dumps({"id": f"a{number}", "title": f"Article {number} version {version}", "text": text,
                                     "date": f"2026-01-{number % 28 + 1:02d}", "topics": [f"topic {number % 5}"]}))
        self.source.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def change(self, numbers):
        with self.lock:
            for number in numbers:
                self.versions[number] += 1
            self.write()
            return list(self.versions)

    def published(self, versions):
        now = time.monotonic()
        with self.lock:
            for number, version in enumerate(versions):
                self.since[number].setdefault(version, now)

    def fault(self, number, version, asked):
        """What is wrong with an answer that has this version; `asked`: when."""
        with self.lock:
            newest = self.versions[number]
            since = self.since[number]
            if version > newest:
                return f"version {version} of article {number}, which is not written yet"
            late = [one for one, when in since.items() if one > version and asked - when > SETTLED]
            return f"version {version} of article {number}, long after {min(late)}" if late else ""


def search_fault(site, number, answer, asked):
    """What is wrong with the answer to a search for the word of an article, or nothing."""
    hits = [hit["id"] for hit in answer["hits"]]
    if answer["total"] != 1 or hits != [f"a{number}"]:
        return f"{site.word(number)}: {answer['total']} articles, {hits}"
    return site.fault(number, int(answer["hits"][0]["title"].split()[-1]), asked)


def pinned_fault(answer):
    """What is wrong with the answer to PINNED, which finds nothing without pins: see Disturbances.edit()."""
    hits = [hit["id"] for hit in answer["hits"]]
    return "" if hits in ([], ["a1"], ["a2", "a3"]) and answer["total"] == len(hits) else f"pinned: {hits}"
