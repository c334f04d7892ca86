# SPDX-License-Identifier: GPL-2.0-or-later
"""Generations that change under load: no request is lost, and each response is from one generation."""

import http.client
import json
import threading
import unittest

from tests.end_to_end import programs

CLIENTS = 6
GENERATIONS = 6


class Client(threading.Thread):
    """Sends requests on one connection until it has seen the last generation."""

    def __init__(self, address):
        super().__init__(daemon=True)
        self.connection = http.client.HTTPConnection(address, timeout=programs.PATIENCE)
        self.answers = []
        self.failure = None

    def run(self):
        try:
            while not self.answers or self.answers[-1][0] < GENERATIONS:
                self.connection.request("GET", "/v1/search?q=common&limit=100&facets=year")
                answer = self.connection.getresponse()
                body = json.loads(answer.read())
                if answer.status != 200:
                    raise AssertionError(body)
                self.answers.append((body["generation"], body["total"], len(body["hits"]),
                                     body["facets"]["year"][0]["count"]))
        except Exception as error:  # reported by the test
            self.failure = error
        self.connection.close()


class LoadTest(programs.ProgramTest):
    def publish(self, articles):
        for number in range(articles):
            self.write(f"{number}.md", f"---\nyear: 2020\n---\n# Article {number}\ncommon words {articles}\n")
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)

    def test_no_request_is_lost_while_generations_change(self):
        self.publish(1)
        daemon = self.start("--threads", "4")
        clients = [Client(daemon.address) for _ in range(CLIENTS)]
        for client in clients:
            client.start()
        for generation in range(2, GENERATIONS + 1):
            self.publish(generation)
        for client in clients:
            client.join(programs.PATIENCE)
            self.assertFalse(client.is_alive(), client.answers[-1:])
            self.assertIsNone(client.failure)
            generations = [answer[0] for answer in client.answers]
            self.assertEqual(generations, sorted(generations))
            # Generation n has n articles, so an answer mixed from two would show.
            for generation, total, hits, counted in client.answers:
                self.assertEqual((total, hits, counted), (generation,) * 3)
        self.assertEqual(daemon.stop(), 0)

    def test_no_request_is_lost_when_its_generation_is_removed(self):
        self.publish(1)
        daemon = self.start("--threads", "4")
        stop = threading.Event()
        failures = []

        def ask():
            while not stop.is_set():
                status, _, body = daemon.request("/v1/search?q=common")
                if status != 200:
                    failures.append(body)

        threads = [threading.Thread(target=ask, daemon=True) for _ in range(CLIENTS)]
        for thread in threads:
            thread.start()
        for number in range(20):
            self.write("0.md", f"# Article\ncommon words {number}\n")
            self.assertEqual(programs.index(self.db, self.site, options=("--keep", "1")).returncode, 0)
        stop.set()
        for thread in threads:
            thread.join(programs.PATIENCE)
        self.assertEqual(failures, [])


if __name__ == "__main__":
    unittest.main()
