# SPDX-License-Identifier: GPL-2.0-or-later
"""Usage: python3 -m tests.bench.peers_test ENGINE

Tests one engine of bench/peers over a made set with known answers: queries to it, and answers read from it, mean the
same as for all others. Status 77 if the engine is not installed.
"""

import contextlib
import io
import json
import pathlib
import random
import sys
import tempfile
import unittest

from bench.peers.collection import Collection, chosen
from bench.peers.engines import PEERS, Recap
from bench.peers.measuring import Asker, Result, compare, table
from tests.end_to_end import programs

ARTICLES = 60
WORDS = 80
HITS = 10
SKIPPED = 77


def made_articles():
    """Different words that no stemmer changes: syllables of a consonant and a, o or u."""
    source = random.Random(5)
    syllables = [consonant + vowel for consonant in "bdfgklmnprtvz" for vowel in "aou"]
    words = ["".join(syllables[int(source.random() * len(syllables))] for _ in range(4)) for _ in range(WORDS)]

    def text(count):
        return " ".join(words[int((WORDS + 1) ** source.random()) - 1] for _ in range(count))

    return [{"id": f"a{number}", "title": text(3).capitalize(), "text": text(40)} for number in range(ARTICLES)]


class PeerTest(unittest.TestCase):
    peer = None
    more = {}

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.articles = made_articles()
        source = cls.folder / "made.jsonl"
        source.write_text("".join(json.dumps(article) + "\n" for article in cls.articles), encoding="utf-8")
        cls.collection = Collection(source)
        cls.engine = cls.peer(cls.folder / "index", 2, programs.BIN, **cls.more)
        cls.seconds = cls.engine.ensure_index(source)
        cls.addClassCleanup(cls.engine.stop)
        cls.engine.start()
        cls.asker = Asker(programs.BIN / "recap-load", cls.folder)
        frequent = sorted(cls.collection.vocabulary, key=lambda word: -len(cls.having([word])))
        cls.questions = [[word] for word in frequent] + [list(pair) for pair in zip(frequent[::2], frequent[1::2])]

    @classmethod
    def having(cls, words, enough=any):
        """Ids of the articles that have any of the words, or all."""
        texts = {one["id"]: (one["title"] + " " + one["text"]).lower().split() for one in cls.articles}
        return {identity for identity, text in texts.items() if enough(word in text for word in words)}

    def answers(self, count):
        lines = [self.engine.question(words, HITS, count) for words in self.questions]
        return [self.engine.read(body) for body in self.asker.answers(self.engine, lines)]

    def test_as_many_articles_are_found_as_have_the_words(self):
        for words, (total, _) in zip(self.questions, self.answers(count=True)):
            with self.subTest(words):
                known = {None, len(self.having(words))}
                if self.peer is Recap and len(self.having(words, all)) >= HITS:
                    known.add(len(self.having(words, all)))  # it need not search for articles that lack a word
                self.assertIn(total, known)

    def test_hits_have_the_words(self):
        for words, (_, ids) in zip(self.questions, self.answers(count=False)):
            with self.subTest(words):
                having = self.having(words)
                self.assertEqual(len(set(ids)), 0 if self.engine.folder == "empty" else min(HITS, len(having)))
                self.assertLessEqual(set(ids), having)

    def test_snippets_show_the_words(self):
        if self.engine.folder == "empty":
            self.skipTest("it has no hits")
        bodies = self.asker.answers(self.engine, [self.engine.question(words) for words in self.questions])
        for (word, *others), body in zip(self.questions, bodies):
            self.assertRegex(body, f"<(mark|strong|span class=..?keyword..?)>({'|'.join([word, *others])})")

    def test_a_measurement_ends_with_its_table(self):
        result = Result(self.engine, self.seconds)
        self.assertEqual(compare([result], self.questions, self.asker, rounds=1, seconds=0), [result])
        rows = table([result], result, self.questions, self.collection.text_bytes).splitlines()
        self.assertEqual(len(rows), 3)
        self.assertTrue(rows[2].startswith(f"| {self.engine.name} | "))
        self.assertEqual(result.runs[2][0]["requests"], len(self.questions))
        self.assertGreater(result.private + result.mapped, 0)

    def test_an_engine_that_has_ended_is_left_out(self):
        ended = self.peer(self.folder / "index", 2, programs.BIN, **self.more)
        ended.address = "127.0.0.1:1"
        with contextlib.redirect_stdout(io.StringIO()) as said:
            self.assertEqual(compare([Result(ended, 0)], self.questions, self.asker, rounds=1, seconds=0), [])
        self.assertIn("left out", said.getvalue())

    def test_queries_are_chosen_among_those_whose_words_occur(self):
        word, other = sorted(self.collection.vocabulary)[:2]
        asked = [word, f"{word} nowhere", f"{word.upper()}, {other}!", f"{word} {other}", f"{word} " * 6, ""]
        self.assertEqual(chosen(asked, self.collection, 10, 5), [word, f"{word} {other}"])


def main():
    PeerTest.peer = next(peer for peer in (Recap, *PEERS) if peer.name.startswith(sys.argv[1]))
    PeerTest.more = {"programs": programs.BIN} if PeerTest.peer is Recap else {}
    if missing := PeerTest.peer(pathlib.Path(), 2, programs.BIN, **PeerTest.more).missing():
        print(f"SKIPPED: {PeerTest.peer.name}: {missing} is not here; script/bootstrap --bench installs it")
        sys.exit(SKIPPED)
    unittest.main(argv=sys.argv[:1])


if __name__ == "__main__":
    main()
