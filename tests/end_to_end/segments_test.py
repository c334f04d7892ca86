# SPDX-License-Identifier: GPL-2.0-or-later
"""A run that changes little writes little, and its generation equals a rebuilt one."""

import json
import random
import resource
import signal
import subprocess
import unittest

from tests.end_to_end import programs

WORDS = "monitoring kubernetes cluster redis python internship walking walks walk 인턴십 서버를 서버에서 배포".split()
ARTICLES = 60


class SegmentsTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        self.chance = random.Random(3)
        for number in range(ARTICLES):
            self.write_article(number)
        self.index()

    def write_article(self, number):
        text = " ".join(self.chance.choice(WORDS) for _ in range(40))
        self.write(f"{number:03}.md", f"---\ntitle: Title {number}\ntags: t{number % 3}\n---\n{text} w{self.chance.random()}\n\n## More\n\n{text}\n")

    def index(self, *options, db=None):
        done = programs.index(db or self.db, self.site, options=options)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def generation(self):
        return self.db / (self.db / "CURRENT").read_text().strip()

    def segments(self):
        manifest = json.loads((self.generation() / "manifest.json").read_text())
        self.assertLessEqual({name for row in manifest["segments"] for name in row.values()},
                             {row["name"] for row in manifest["files"]})
        return [row["words"] for row in manifest["segments"]]

    def statistics(self, db=None):
        return json.loads(programs.index(db or self.db, options=("--stats", "--json")).stdout)

    def assert_as_made_anew(self):
        anew = self.folder / "anew"
        self.index("--rebuild", db=anew)
        exports = [sorted(programs.index(db, options=("--export",)).stdout.splitlines()) for db in (self.db, anew)]
        self.assertEqual(*exports)
        ours, theirs = self.statistics(), self.statistics(anew)
        self.assertEqual((ours["values"], ours["frequent_words"]), (theirs["values"], theirs["frequent_words"]))
        newest = anew / (anew / "CURRENT").read_text().strip()
        self.assertEqual((self.generation() / "vocabulary").read_bytes(), (newest / "vocabulary").read_bytes())
        done = programs.index(self.db, options=("--verify",))
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_a_changed_article_is_in_a_second_segment_and_the_first_is_shared(self):
        first = self.generation()
        self.assertEqual({path.name for path in first.iterdir()}, {
            "manifest.json", "words-1", "articles-1", "live", "xapian", "vocabulary", "phrases", "sources"})
        self.write_article(7)
        self.index()
        self.assertEqual(self.segments(), ["words-1", "words-2"])
        for name in ("words-1", "articles-1"):
            self.assertEqual((first / name).stat().st_ino, (self.generation() / name).stat().st_ino)
        self.assertEqual([(row["articles"], row["in_force"]) for row in self.statistics()["segments"]],
                         [(ARTICLES, ARTICLES - 1), (1, 1)])
        self.assert_as_made_anew()

    def test_an_index_changed_many_times_equals_a_rebuilt_one(self):
        seen = set()
        for run in range(8):
            self.write_article(run)
            self.write_article(ARTICLES + run)
            if run % 3 == 2:
                (self.site / f"{run + 20:03}.md").unlink()
            self.index()
            seen.add(len(self.segments()))
            self.assert_as_made_anew()
        self.assertEqual(seen, {1, 2})

    def test_when_a_tenth_has_changed_all_are_written_into_one_segment(self):
        for number in range(4):
            self.write_article(number)
        self.index()
        self.assertEqual(self.segments(), ["words-2"])  # four in the second and four dead are more than six
        self.assert_as_made_anew()

    def test_a_flipped_byte_of_a_segment_is_found(self):
        self.write_article(1)
        self.index()
        for name in ("words-2", "articles-2", "live"):
            with self.subTest(name):
                file = self.generation() / name
                content = file.read_bytes()
                file.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
                done = programs.index(self.db, options=("--verify",))
                self.assertEqual(done.returncode, 2)
                self.assertIn(f"gen-0002/{name}: content has changed", done.stderr)
                file.write_bytes(content)
        self.assertEqual(programs.index(self.db, options=("--verify",)).returncode, 0)

    def test_a_dry_run_compares_with_the_article_in_force(self):
        self.write("005.md", "# Five\nalpha\n")
        self.index()
        self.write("005.md", "# Five\nalpha beta\n")
        self.write("006.md", "# Six\nalpha\n")
        rows = json.loads(programs.index(self.db, self.site, options=("--dry-run", "--json")).stdout)["differences"]
        self.assertEqual({row["id"]: row["text_bytes_before"] for row in rows}["005"], len("Five" + "alpha"))

    def test_a_run_that_is_killed_while_it_writes_changes_nothing(self):
        exported = programs.index(self.db, options=("--export",)).stdout
        self.write_article(3)
        killed = 0
        for limit in (64, 500, 1000, 2000, 4000, 8000, 16_000, 32_000, 64_000):
            with self.subTest(limit):
                done = subprocess.run(
                    [programs.BIN / "recap-indexer", "--db", self.db, self.site], capture_output=True, check=False,
                    timeout=programs.PATIENCE, preexec_fn=lambda most=limit: resource.setrlimit(
                        resource.RLIMIT_FSIZE, (most, most)))
                if done.returncode == 0:
                    break
                self.assertEqual(done.returncode, -signal.SIGXFSZ)
                killed += 1
                self.assertEqual(programs.index(self.db, options=("--export",)).stdout, exported)
                self.assertEqual(programs.index(self.db, options=("--verify",)).returncode, 0)
        self.assertGreaterEqual(killed, 3)
        self.index()
        self.assert_as_made_anew()


if __name__ == "__main__":
    unittest.main()
