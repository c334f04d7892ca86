# SPDX-License-Identifier: GPL-2.0-or-later
"""recap-indexer --shards: a generation of several databases gives the same results as one."""

import json
import os
import shutil
import unittest.mock

from tests.end_to_end import programs, sharded


class ShardsTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        self.articles = self.site / "made.jsonl"
        sharded.write_articles(self.articles)

    def index(self, *options, db=None):
        done = programs.index(db or self.db, self.articles, options=options)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def change(self, name, **fields):
        lines = [json.loads(line) for line in self.articles.read_text().splitlines()]
        changed = [{**line, **fields} if line["id"] == name else line for line in lines]
        if not any(line["id"] == name for line in lines):
            changed.append({"id": name, **fields})
        self.articles.write_text("".join(json.dumps(line) + "\n" for line in changed))

    def generation(self, number=1):
        return self.db / f"gen-{number:04}"

    def exported(self, db):
        return programs.index(db, options=("--export",)).stdout

    def test_the_answers_of_three_shards_are_those_of_one_database(self):
        one = self.folder / "one"
        sharded.index(one, self.articles, 1)
        sharded.index(self.db, self.articles, 3)
        daemons = [programs.Daemon(db) for db in (one, self.db)]
        for daemon in daemons:
            self.addCleanup(daemon.stop)
        sharded.assert_same_answers(self, *daemons)

    def test_an_article_with_all_words_is_not_listed_again_among_those_with_most(self):
        sharded.index(self.db, self.articles, 1)
        with unittest.mock.patch.dict(os.environ, MALLOC_PERTURB_="1"):  # the contents of uninitialised memory must not matter
            daemon = self.start()
        for _ in range(20):
            answer = daemon.search("kubernets clustr", year="2021", topic="Career", limit=100)
            names = [hit["id"] for hit in answer["hits"]]
            self.assertEqual(len(names), len(set(names)))
            self.assertEqual(answer["total_relaxed"], len(names))

    def test_each_shard_has_its_share_in_a_folder_of_its_own(self):
        self.index("--shards", "3")
        names = {path.name for path in self.generation().iterdir()}
        self.assertEqual(names, {"manifest.json", "phrases", "shard-1", "shard-2", "shard-3", "sources", "vocabulary"})
        manifest = json.loads((self.generation() / "manifest.json").read_text())
        self.assertEqual(manifest["shards"], 3)
        self.assertIn("shard-3/postlist.glass", [row["name"] for row in manifest["files"]])

    def test_export_statistics_and_verify_see_all_shards(self):
        one = self.folder / "one"
        self.index(db=one)
        self.index("--shards", "3")
        self.assertEqual(self.exported(self.db), self.exported(one))
        self.assertIn("intact, 160 articles", programs.index(self.db, options=("--verify",)).stdout)
        statistics = [json.loads(programs.index(db, options=("--stats", "--json")).stdout) for db in (self.db, one)]
        self.assertEqual(statistics[0]["values"], statistics[1]["values"])
        self.assertEqual(statistics[0]["frequent_words"], statistics[1]["frequent_words"])

    def test_a_damaged_shard_is_named_and_the_generation_before_answers(self):
        self.index("--shards", "2")
        self.change("made-001", title="Changed")
        self.index("--shards", "2")
        postlist = self.generation(2) / "shard-2/postlist.glass"
        content = bytearray(postlist.read_bytes())
        content[len(content) // 2] ^= 1
        postlist.write_bytes(content)
        done = programs.index(self.db, options=("--verify",))
        self.assertEqual(done.returncode, 2)
        self.assertIn("gen-0002/shard-2/postlist.glass", done.stderr)
        self.assertEqual(self.start().search("")["generation"], 1)

    def test_a_change_is_written_to_the_shard_that_has_the_article(self):
        one = self.folder / "one"
        for db, shards in ((one, "1"), (self.db, "3")):
            self.index("--shards", shards, db=db)
        self.change("made-007", title="An unmistakable zanzibar")
        self.change("brand-new", title="Zanzibar again", text="zanzibar", date="2024-01-01")
        for db, shards in ((one, "1"), (self.db, "3")):
            self.assertIn("1 added, 1 changed, 159 unchanged", self.index("--shards", shards, db=db).stdout)
        self.articles.write_text("".join(self.articles.read_text().splitlines(keepends=True)[20:]))
        for db, shards in ((one, "1"), (self.db, "3")):
            self.assertIn("20 removed", self.index("--shards", shards, db=db).stdout)
        self.assertEqual(self.exported(self.db), self.exported(one))
        self.assertIn("generation 3 (current): intact, 141 articles",
                      programs.index(self.db, options=("--verify",)).stdout)
        self.assertEqual([hit["id"] for hit in self.start().search("zanzibar")["hits"]], ["brand-new"])

    def test_another_number_of_shards_is_reported_and_reindexes_everything(self):
        self.index("--shards", "3")
        done = self.index("--shards", "2")
        self.assertIn("160 added", done.stdout)
        self.assertIn("--shards changed from 3 to 2", done.stderr)
        self.assertTrue((self.generation(2) / "shard-2").is_dir())
        self.assertFalse((self.generation(2) / "shard-3").exists())
        self.assertIn("--shards changed from 2 to 1", self.index("--dry-run").stderr)
        self.assertIn("160 unchanged", self.index("--shards", "2").stdout)
        programs.index(self.db, options=("--rollback",))
        self.assertEqual(self.start().search("")["total"], 160)

    def test_there_may_be_more_shards_than_articles(self):
        self.articles.write_text("".join(self.articles.read_text().splitlines(keepends=True)[:3]))
        self.index("--shards", "8")
        self.assertEqual(self.start().search("")["total"], 3)

    def test_many_writers_number_the_articles_as_one_does(self):
        text = "word " * 1000
        with self.articles.open("a") as file:
            for number in range(1200):
                file.write(json.dumps({"id": f"long-{number}", "title": f"Long {number}", "text": text}) + "\n")
        one = self.folder / "one"
        self.index("--jobs", "1", db=one)
        self.index("--jobs", "3", "--shards", "5")
        self.assertEqual(self.exported(self.db), self.exported(one))

    def test_a_shard_that_is_not_there_is_named(self):
        self.index("--shards", "2")
        shutil.rmtree(self.generation() / "shard-2")
        with self.assertRaisesRegex(AssertionError, "gen-0001/shard-2/.*missing"):
            self.start()
