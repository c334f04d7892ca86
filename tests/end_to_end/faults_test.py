# SPDX-License-Identifier: GPL-2.0-or-later
"""Faults of a machine: processes killed, clocks turned back, files that change, vanish or have odd names."""

import os

import random
import signal
import subprocess
import threading
import time
import unittest

from tests.end_to_end import datasets, file_events, programs

KILLS = 100
DAY = 86_400


class KilledAnywhereTest(programs.ProgramTest):
    def test_none_of_a_hundred_kills_costs_the_index(self):
        """After a kill at a random moment, the generation in CURRENT is intact, and the next run leaves no litter."""
        moments = random.Random(4)
        for number in range(20):
            self.write(f"{number}.md", f"# Article {number}\nsame {'word ' * 300}\n")
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        begin = time.monotonic()
        self.write("0.md", "# Article 0\nchanged\n")
        self.assertEqual(programs.index(self.db, self.site, options=["--quiet"]).returncode, 0)
        whole_run = time.monotonic() - begin
        kill = 0
        while kill < KILLS:
            self.write("0.md", f"# Article 0\nchanged {kill}\n")
            command = [programs.BIN / "recap-indexer", "--db", self.db, "--quiet", self.site]
            begin = time.monotonic()
            with subprocess.Popen(command, stderr=subprocess.DEVNULL) as indexer:
                try:
                    indexer.wait(moments.uniform(0, whole_run))
                    whole_run = time.monotonic() - begin  # the machine has become faster
                except subprocess.TimeoutExpired:
                    indexer.kill()
            kill += indexer.returncode == -signal.SIGKILL
            current = self.db / (self.db / "CURRENT").read_text(encoding="ascii").strip()
            self.assertTrue((current / "manifest.json").exists())
            done = programs.index(self.db, self.site, options=["--quiet"])
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            left = sorted(entry.name for entry in self.db.iterdir())
            self.assertEqual([name for name in left if not name.startswith("gen-")], ["CURRENT", "LOCK"])
            self.assertFalse([name for name in left if name.endswith(".draft")])
            if kill % 10 == 0:
                verified = programs.index(self.db, options=["--verify", "--quiet"])
                self.assertEqual((verified.returncode, verified.stderr), (0, ""))
        daemon = self.start()
        self.assertEqual(daemon.search(f'"changed {KILLS - 1}"')["total"], 1)
        self.assertEqual(daemon.search("same")["total"], 19)


class OddFilesTest(programs.ProgramTest):
    def run_json(self, *sources):
        return programs.index_json(self.db, *(sources or [self.site]))

    def test_a_hundred_thousand_files_in_one_folder(self):
        """Takes one in fifty: indexing all takes too long for a test, and shows nothing more."""
        for number in range(100_000):
            (self.site / f"{number}.md").write_bytes(b"# %d\n" % number)
        wanted = ("--include", "*[05]0.md")
        status, report, errors = programs.index_json(self.db, self.site, options=wanted)
        self.assertEqual((status, report["added"], errors), (0, 1_999, ""))
        self.write("77750.md", "# Changed\n")
        status, report, _ = programs.index_json(self.db, self.site, options=wanted)
        self.assertEqual((status, report["changed"], report["unchanged"]), (0, 1, 1_998))

    def test_names_with_newlines_quotes_and_tabs_are_indexed_and_reported_on_one_line(self):
        for name in ('new\nline.md', 'quote"\'`.md', "tab\t.md", "-dash.md", "back\\slash.md", "한글 이름.md"):
            self.write(name, "# Title\nalpha\n")
        self.write("bad\nname.md", b"\xff")
        status, report, errors = self.run_json()
        self.assertEqual((status, report["added"]), (1, 6))
        self.assertEqual(len(errors.splitlines()), 1, errors)
        self.assertEqual(self.start().search("alpha")["total"], 6)
        self.assertEqual(self.run_json()[1]["unchanged"], 6)

    def test_a_name_that_is_not_utf8_is_named(self):
        self.write("a.md", "# A\n")
        with open(bytes(self.site) + b"/\xff\xfe.md", "wb") as file:
            file.write(b"# B\n")
        status, report, errors = self.run_json()
        self.assertEqual((status, report["added"]), (1, 1))
        self.assertIn("its name is not UTF-8", errors)

    @unittest.skipUnless(os.geteuid() == 0, "devices are made by root")
    def test_devices_are_never_opened(self):
        self.write("a.md", "# A\n")
        try:
            os.mknod(self.site / "zero.md", 0o644 | 0o020000, os.makedev(1, 5))
        except PermissionError:
            self.skipTest("no devices can be made here")
        self.assertEqual(self.run_json()[1]["added"], 1)

    def test_circular_links_end(self):
        self.write("a/a.md", "# A\n")
        self.write("b/b.md", "# B\n")
        (self.site / "a/to-b").symlink_to(self.site / "b")
        (self.site / "b/to-a").symlink_to(self.site / "a")
        (self.site / "self.md").symlink_to("self.md")
        status, report, errors = self.run_json()
        self.assertEqual((status, report["added"]), (1, 2))
        self.assertIn("self.md", errors)

    def test_a_change_under_a_time_from_the_future_is_seen(self):
        """A clock that was turned back leaves files from the future, and two saves with the same time."""
        article = self.write("a.md", "# A\nalpha\n")
        tomorrow = time.time() + DAY
        os.utime(article, (tomorrow, tomorrow))
        self.assertEqual(self.run_json()[1]["added"], 1)
        article.write_text("# A\nomega\n", encoding="utf-8")
        os.utime(article, (tomorrow, tomorrow))
        self.assertEqual(self.run_json()[1]["changed"], 1)
        self.assertEqual(self.start().search("omega")["total"], 1)

    def test_a_generation_from_the_future_is_followed_by_the_next(self):
        article = self.write("a.md", "# A\nalpha\n")
        self.run_json()
        tomorrow = time.time() + DAY
        for place in [self.db, *self.db.rglob("*")]:
            os.utime(place, (tomorrow, tomorrow))
        article.write_text("# A\nomega\n", encoding="utf-8")
        status, report, _ = self.run_json()
        self.assertEqual((status, report["changed"], report["generation"]), (0, 1, 2))
        self.assertEqual(self.start().search("omega")["total"], 1)

    def test_a_file_that_is_written_to_while_it_is_read_is_named_and_read_again(self):
        line = '{"id": "%d", "text": "' + "words " * 60 + '"}\n'
        growing = self.write("growing.jsonl", "".join(line % number for number in range(20_000)))
        self.write("other.md", "# Other\n")
        ended = threading.Event()

        def append():
            number = 20_000
            with open(growing, "a", encoding="utf-8") as file:
                while not ended.wait(0.001):
                    file.write(line % number)
                    file.flush()
                    number += 1

        writer = threading.Thread(target=append)
        writer.start()
        try:
            status, _, errors = self.run_json()
        finally:
            ended.set()
            writer.join()
        self.assertEqual(status, 1)
        self.assertIn("growing.jsonl: changed while it was read", errors)
        self.assertEqual(self.run_json()[0], 0)

    def test_a_file_that_vanishes_before_it_is_read_is_named(self):
        line = '{"id": "%d", "text": "' + "words " * 60 + '"}\n'
        self.write("a.jsonl", "".join(line % number for number in range(40_000)))
        vanishing = self.write("z.md", "# Z\n")
        self.db.mkdir()
        watch = file_events.Watch(self.db)
        self.addCleanup(watch.close)
        command = [programs.BIN / "recap-indexer", "--db", self.db, "--quiet", self.site]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as indexer:
            while (file_events.CREATED, "gen-0001.draft") not in list(watch.events(programs.PATIENCE)):
                pass
            vanishing.unlink()
            errors = indexer.communicate(timeout=programs.PATIENCE)[1]
        self.assertEqual(indexer.returncode, 1)
        self.assertIn("z.md: vanished while it was read", errors)


class HostileArticlesTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        self.sets = datasets.unpack("robustness", self.folder)

    def index_all(self, expected):
        """Each is indexed or skipped by name, within programs.PATIENCE."""
        status, report, errors = programs.index_json(self.db, self.site)
        self.assertIn(status, (0, 1), errors)
        self.assertNotIn("signal", errors)
        self.assertEqual(report["added"] + report["drafts"] + len(errors.splitlines()), expected, errors)

    def test_the_yaml_test_suite_as_front_matter(self):
        documents = [file for file in sorted((self.sets / "yaml-test-suite").rglob("*")) if file.suffix in (".yaml", ".yml")]
        self.assertGreater(len(documents), 100)
        for number, file in enumerate(documents):
            self.write(f"{number}.md", b"---\n" + file.read_bytes() + b"\n---\n# Title\ntext\n")
        self.index_all(len(documents))

    def test_texts_that_are_hard_for_markdown_parsers(self):
        files = [file for folder in ("cmark-gfm", "commonmark") for file in sorted((self.sets / folder).rglob("*"))
                 if file.is_file() and file.suffix in (".md", ".txt")]
        self.assertGreater(len(files), 20)
        hard = {
            "nested-quotes": "> " * 20_000 + "a", "nested-brackets": "[" * 50_000 + "a" + "]" * 50_000,
            "image-brackets": "![[]()" * 8_000, "emphasis": "*a **a " * 30_000, "links": "[a](" * 30_000,
            "wide-table": "|" + "a|" * 20_000 + "\n|" + "-|" * 20_000 + "\n", "entities": "&" * 100_000,
            "backticks": "".join("`" * length + "e" for length in range(1, 500)), "html": "<![CDATA[" * 30_000,
            "at-signs": "a@" * 50_000, "references": "".join(f"[a{number}]: u\n" for number in range(20_000)),
        }
        for number, file in enumerate(files):
            content = file.read_bytes()
            self.write(f"file-{number}.md", content)
        for name, content in hard.items():
            self.write(f"{name}.md", content)
        self.index_all(len(files) + len(hard))


if __name__ == "__main__":
    unittest.main()
