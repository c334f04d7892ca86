# SPDX-License-Identifier: GPL-2.0-or-later
"""Shards that xapian-tcpsrv serves: recap-searchd gives the same results, or names the one that does not respond."""

import json
import shutil
import signal
import time
import unittest

from tests.end_to_end import programs, sharded
from tests.end_to_end.shard_server import PROGRAM, ShardServer


@unittest.skipUnless(PROGRAM, "xapian-tcpsrv, of the package xapian-tools, is not installed")
class RemoteShardsTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        self.articles = self.site / "made.jsonl"
        sharded.write_articles(self.articles)
        sharded.index(self.db, self.articles, 3)
        self.elsewhere = self.folder / "elsewhere"
        self.elsewhere.mkdir()
        self.servers = {shard: self.serve(shard) for shard in (2, 3)}

    def serve(self, shard):
        """Copies the shard to another host, under a permanent name, and serves it there."""
        name = self.elsewhere / f"shard-{shard}"
        name.symlink_to(self.take_away(shard, 1))
        server = ShardServer(name)
        self.addCleanup(server.stop)
        return server

    def take_away(self, shard, generation):
        moved = self.elsewhere / f"generation-{generation}-shard-{shard}"
        shutil.move(self.db / f"gen-{generation:04}" / f"shard-{shard}", moved)
        return moved

    def options(self, **others):
        addresses = {shard: server.address for shard, server in self.servers.items()} | others.get("addresses", {})
        return [word for shard, address in addresses.items() for word in ("--shard", f"{shard}={address}")]

    def start(self, *options):
        return super().start(*self.options(), *options)

    def search(self, daemon, q="cluster"):
        status, fields, body = daemon.request(f"/v1/search?q={q}")
        if status == 503:
            self.assertEqual(fields["Content-Type"], "application/problem+json")
            self.assertIn("Retry-After", fields)
        return status, body

    def search_until(self, daemon, right, q="cluster"):
        until = time.monotonic() + programs.PATIENCE
        while not right(*(answer := self.search(daemon, q))):
            self.assertLess(time.monotonic(), until, answer)
        return answer

    def assert_names(self, body, shard):
        self.assertIn(f"shard {shard} at {self.servers[shard].address}", body["detail"])

    def test_the_answers_are_those_of_one_database(self):
        one = self.folder / "one"
        sharded.index(one, self.articles, 1)
        whole = programs.Daemon(one)
        self.addCleanup(whole.stop)
        sharded.assert_same_answers(self, whole, self.start())

    def test_a_shard_that_does_not_answer_at_the_start_is_named(self):
        self.servers[3].stop()
        with self.assertRaisesRegex(AssertionError, f"shard 3 at {self.servers[3].address} does not respond"):
            self.start()

    def test_a_server_of_another_shard_is_not_taken_for_this_one(self):
        wrong = {2: self.servers[3].address, 3: self.servers[2].address}
        with self.assertRaisesRegex(AssertionError, f"shard 2 at {wrong[2]} serves another shard or generation"):
            programs.Daemon(self.db, *self.options(addresses=wrong))

    def test_a_shard_that_the_index_does_not_have_is_refused(self):
        with self.assertRaisesRegex(AssertionError, "shard 4 at 127.0.0.1:1: generation 1 has shards 1 to 3;"):
            programs.Daemon(self.db, *self.options(addresses={4: "127.0.0.1:1"}))
        for option in ("2", "2=host", "0=host:1", "2=host:port", "=host:1", "2=:1"):
            with self.assertRaisesRegex(AssertionError, "takes NUMBER=HOST:PORT"):
                programs.Daemon(self.db, "--shard", option)

    def test_a_shard_that_goes_away_is_a_503_until_it_is_back(self):
        daemon = self.start("--answer-cache", "0")
        expected = self.search(daemon)
        self.servers[2].stop()
        status, body = self.search(daemon)
        self.assertEqual(status, 503, body)
        self.assert_names(body, 2)
        for target in ("/v1/suggest?q=kub", "/v1/articles/made-001", "/v1/articles/made-002/related"):
            self.assertIn(daemon.request(target)[0], (200, 503))
        call = json.dumps({"requests": [{"indexName": "recap", "params": "query=cluster"}]}).encode()
        self.assertEqual(daemon.request("/1/indexes/*/queries", "POST", body=call)[0], 429)
        self.assertEqual(daemon.request("/healthz")[0], 200)
        self.assertTrue(self.servers[2].start())
        answer = self.search_until(daemon, lambda status, _: status == 200)
        self.assertEqual(sharded.bare(answer[1]), sharded.bare(expected[1]))

    def test_a_cached_answer_is_sent_while_a_shard_is_away(self):
        daemon = self.start()
        expected = self.search(daemon)
        self.servers[2].stop()
        self.assertEqual(self.search(daemon), expected)

    def test_a_silent_shard_delays_a_search_no_longer_than_the_time_limit(self):
        daemon = self.start("--shard-timeout", "1", "--answer-cache", "0")
        self.assertEqual(self.search(daemon)[0], 200)
        self.servers[3].signal(signal.SIGSTOP)
        status, body = self.search(daemon)
        self.servers[3].signal(signal.SIGCONT)
        self.assertEqual(status, 503)
        self.assert_names(body, 3)
        self.search_until(daemon, lambda status, _: status == 200)

    def test_a_connection_closed_after_idleness_is_opened_again(self):
        daemon = self.start("--answer-cache", "0")
        self.assertEqual(self.search(daemon)[0], 200)
        self.servers[2].end_connections()
        self.assertEqual(self.search(daemon)[0], 200)

    def test_a_new_generation_answers_once_all_of_its_shards_do(self):
        daemon = self.start()
        changed = self.articles.read_text().replace("Kubernetes", "Unmistakable")
        self.articles.write_text(changed)
        for shard in (2, 3):  # the indexer runs where the shards are
            shutil.copytree(self.elsewhere / f"generation-1-shard-{shard}", self.db / f"gen-0001/shard-{shard}")
        sharded.index(self.db, self.articles, 3)
        self.assertEqual(self.search(daemon)[1]["generation"], 1)
        for shard in (2, 3):
            name = self.elsewhere / f"shard-{shard}"
            name.unlink()
            name.symlink_to(self.take_away(shard, 2))
        _, body = self.search_until(daemon, lambda status, body: status == 200 and body["generation"] == 2,
                                    "unmistakable")
        self.assertGreater(body["total"], 0)
        self.assertEqual(daemon.stop(), 0)
