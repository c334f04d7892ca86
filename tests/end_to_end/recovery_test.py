# SPDX-License-Identifier: GPL-2.0-or-later
"""Rolling back, verifying, inspecting and exporting an index."""

import json
import shutil
import time
import unittest

from tests.end_to_end import programs


class RecoveryTest(programs.ProgramTest):
    def act(self, *options):
        return programs.index(self.db, options=options)

    def setUp(self):
        super().setUp()
        self.write("a.md", "---\ntitle: Summer 2022\ntags: [go, ci]\nauthor: Ann\ndate: 2022-08-01\n---\n"
                           "alpha\n\n## Why {#why}\n\ngamma\n\n| x | y |\n|---|---|\n| 1 | 2 |\n")
        self.write("b.md", "# 한국어 글\n\n인턴십을 시작했다\n")
        programs.index(self.db, self.site)
        self.write("a.md", "# A\nbeta\n")
        programs.index(self.db, self.site)

    def flip_byte(self, generation):
        table = self.db / generation / "xapian" / "postlist.glass"
        content = bytearray(table.read_bytes())
        content[len(content) // 2] ^= 0x20
        table.write_bytes(content)

    def test_the_previous_generation_answers_again_while_the_daemon_runs(self):
        self.assertEqual(self.start().search("alpha")["total"], 0)
        done = self.act("--rollback")
        self.assertEqual((done.returncode, done.stdout), (0, "rolled back from generation 2 to generation 1\n"))
        self.assertEqual(self.start().search("alpha")["total"], 1)
        done = self.act("--rollback")
        self.assertEqual(done.returncode, 2)
        self.assertIn("no earlier generation", done.stderr)

    def test_a_run_after_a_rollback_keeps_the_generation_it_came_from(self):
        self.act("--rollback")
        programs.index(self.db, self.site)
        self.assertEqual((self.db / "CURRENT").read_text(), "gen-0003\n")
        self.act("--rollback")
        self.assertIn((self.db / "CURRENT").read_text(), ("gen-0001\n", "gen-0002\n"))
        self.assertEqual(self.act("--verify").returncode, 0)

    def test_a_daemon_survives_truncated_files_and_the_previous_generation_answers(self):
        self.write("a.md", "# A\n" + "delta is a word of many. " * 20_000)
        self.write("b.md", "# B\n" + "delta and others. " * 20_000)
        programs.index(self.db, self.site)
        daemon = self.start()
        self.assertEqual(daemon.search("delta")["total"], 2)
        for file in (self.db / "gen-0003").rglob("*"):
            if file.is_file() and file.stat().st_nlink == 1 and file.parent.name != "xapian":
                with open(file, "r+b") as cut:
                    cut.truncate(file.stat().st_size // 2 // 4096 * 4096)
        end = time.monotonic() + programs.PATIENCE
        while True:
            status, _, body = daemon.request("/v1/search?q=delta&explain=true")
            self.assertIsNone(daemon.process.poll())
            if status == 200 and body["generation"] == 2:
                self.assertEqual(body["total"], 0)
                break
            self.assertIn((status, body.get("total", 2)), ((200, 2), (503, 2)))
            self.assertLess(time.monotonic(), end)
        self.assertEqual(daemon.search("beta")["total"], 1)
        programs.index(self.db, self.site, options=("--rebuild",))
        while daemon.search("delta")["total"] != 2:
            self.assertLess(time.monotonic(), end)
        self.assertEqual(daemon.stop(), 0)

    def test_a_removed_and_rebuilt_index_answers_although_it_has_the_same_number(self):
        shutil.rmtree(self.db)
        programs.index(self.db, self.site)
        daemon = self.start()
        self.assertEqual((daemon.search("beta")["total"], daemon.search()["generation"]), (1, 1))
        shutil.rmtree(self.db)
        self.write("a.md", "# A\ndelta\n")
        programs.index(self.db, self.site)
        end = time.monotonic() + programs.PATIENCE
        while daemon.search("delta")["total"] == 0:
            self.assertLess(time.monotonic(), end)
        self.assertEqual((daemon.search("beta")["total"], daemon.search()["generation"]), (0, 1))

    def test_one_flipped_byte_is_found_and_the_previous_generation_answers(self):
        self.assertEqual(self.act("--verify").returncode, 0)
        self.flip_byte("gen-0002")
        done = self.act("--verify")
        self.assertEqual(done.returncode, 2)
        self.assertIn("generation 2 (current): damaged", done.stdout)
        self.assertIn("generation 1: intact, 2 articles", done.stdout)
        self.assertIn("postlist.glass: content has changed", done.stderr)
        daemon = self.start()
        self.assertEqual(daemon.search("alpha")["total"], 1)
        daemon.stop()
        self.assertEqual(self.act("--rollback").returncode, 0)
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        self.assertEqual(self.start().search("beta")["total"], 1)

    def test_statistics_of_an_index_are_printed(self):
        self.act("--rollback")
        stats = json.loads(self.act("--stats", "--json").stdout)
        self.assertEqual((stats["articles"], stats["generation"]), (2, 1))
        self.assertEqual(stats["values"]["topic"], [{"value": "ci", "articles": 1}, {"value": "go", "articles": 1}])
        self.assertEqual(stats["values"]["season"], [{"value": "summer", "articles": 1}])
        self.assertIn("alpha", [row["value"] for row in stats["frequent_words"]])
        self.assertIn("topic: ci 1, go 1\n", self.act("--stats").stdout)

    def test_an_export_builds_the_same_index(self):
        self.act("--rollback")
        exported = self.act("--export").stdout
        self.assertEqual(len(exported.splitlines()), 2)
        other = self.folder / "other"
        self.assertEqual(programs.index(other, "-", stdin=exported).returncode, 0)
        self.assertEqual(programs.index(other, options=("--export",)).stdout, exported)
        first, second = programs.Daemon(self.db), programs.Daemon(other)
        self.addCleanup(first.stop)
        self.addCleanup(second.stop)
        for word in ("alpha", "인턴십", "go", "gamma"):
            hits = [[(hit["id"], hit["score"], hit["section"]) for hit in daemon.search(word)["hits"]]
                    for daemon in (first, second)]
            self.assertEqual(hits[0], hits[1])
            self.assertTrue(hits[0])

    def test_an_action_on_the_index_takes_no_sources(self):
        done = programs.index(self.db, self.site, options=("--verify",))
        self.assertEqual(done.returncode, 2)
        self.assertIn("name no sources", done.stderr)


if __name__ == "__main__":
    unittest.main()
