# SPDX-License-Identifier: GPL-2.0-or-later
"""A set of articles as JSON lines with id, title and text, and its queries."""

import functools
import json
import re

WORD = re.compile(r"[^\W_]+")


def words_of(text):
    return WORD.findall(text.lower())


class Collection:
    """The articles of a file; `limit` takes only the first ones."""

    def __init__(self, path, limit=None):
        self.path, self.limit = path.resolve(), limit

    @property
    def name(self):
        name = f"{self.path.parent.name}-{self.path.stem}"
        return f"{name}-{self.limit}" if self.limit else name

    def articles(self):
        with open(self.path, encoding="utf-8") as lines:
            for number, line in enumerate(filter(str.strip, lines)):
                if number == self.limit:
                    return
                article = json.loads(line)
                yield {"id": str(article["id"]), "title": article.get("title") or "", "text": article.get("text") or ""}

    def write(self, path):
        """The same articles with only these three fields, as every engine gets them."""
        with open(path, "w", encoding="utf-8") as out:
            for article in self.articles():
                out.write(json.dumps(article, ensure_ascii=False) + "\n")

    @functools.cached_property
    def text_bytes(self):
        return sum(len(article["title"].encode()) + len(article["text"].encode()) for article in self.articles())

    @functools.cached_property
    def vocabulary(self):
        return {word for article in self.articles() for word in words_of(article["title"] + " " + article["text"])}


def questions_of(path):
    """One query per line, or in the last column of a table."""
    return [line.split("\t")[-1].strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def chosen(questions, collection, count, longest):
    """Distinct queries of at most `longest` words (0: any), all in the collection, taken evenly from the list."""
    fitting = {}
    for question in questions:
        words = words_of(question)
        if longest and not (0 < len(words) <= longest and collection.vocabulary.issuperset(words)):
            continue
        if words:
            fitting.setdefault(" ".join(words), words)
    texts = list(fitting)
    if len(texts) <= count:
        return texts
    return [texts[place * len(texts) // count] for place in range(count)]
