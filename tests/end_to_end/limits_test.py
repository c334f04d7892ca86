# SPDX-License-Identifier: GPL-2.0-or-later
"""recap-searchd --rate, --trusted-proxy, --admin-listen and --public."""

import http.client
import os
import subprocess
import unittest

from tests.end_to_end import programs


class LimitsTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.md", "# One\nA word.\n")
        programs.index(self.db, self.site)

    def refused(self, *options):
        """The message of a daemon that does not start."""
        command = [programs.BIN / "recap-searchd", "--db", self.db, *options]
        done = subprocess.run(command, capture_output=True, text=True, timeout=programs.PATIENCE, check=False)
        self.assertEqual((done.returncode, done.stdout), (2, ""), done.stderr)
        return done.stderr

    def test_a_client_over_its_rate_gets_retry_after(self):
        daemon = self.start("--rate", "0.1")
        self.assertEqual(daemon.request("/v1/search?q=word")[0], 200)
        status, fields, problem = daemon.request("/v1/search?q=word")
        self.assertEqual((status, problem["type"]), (429, "urn:recap:problem:too-many-requests"))
        self.assertTrue(1 <= int(fields["Retry-After"]) <= 10)
        status, fields, body = daemon.request("/1/indexes/recap/query", "POST", body="{}")
        self.assertEqual((status, body["status"]), (429, 429))
        self.assertIn("Retry-After", fields)
        self.assertEqual(daemon.request("/healthz")[0], 200)
        self.assertIn('recap_http_requests_total{code="429",route="refused"} 2', daemon.fetch("/metrics")[2].decode())

    def test_only_a_trusted_proxy_determines_the_client(self):
        named = self.start("--rate", "0.1", "--trusted-proxy", "127.0.0.0/8")
        unnamed = self.start("--rate", "0.1", "--trusted-proxy", "192.0.2.1")
        for daemon, second in ((named, 200), (unnamed, 429)):
            self.assertEqual(daemon.request("/v1/search?q=a", headers={"X-Forwarded-For": "192.0.2.7"})[0], 200)
            self.assertEqual(daemon.request("/v1/search?q=a", headers={"X-Forwarded-For": "192.0.2.8"})[0], second)
            self.assertEqual(daemon.request("/v1/search?q=a", headers={"X-Forwarded-For": "192.0.2.7"})[0], 429)

    def test_an_address_has_as_many_connections_as_are_allowed(self):
        daemon = self.start("--connections-per-address", "1")
        first = http.client.HTTPConnection(daemon.address, timeout=programs.PATIENCE)
        self.addCleanup(first.close)
        first.request("GET", "/healthz")
        first.getresponse().read()
        self.assertEqual(daemon.request("/healthz")[0], 429)

    def test_a_public_address_needs_a_decision(self):
        for address in ("0.0.0.0:0", "[::]:0", "192.0.2.1:0"):
            with self.subTest(address):
                said = self.refused("--listen", address)
                for way in ("--keys FILE", "--public", "listen on 127.0.0.1"):
                    self.assertIn(way, said)
        keys = self.folder / "keys.toml"
        keys.write_text('[[key]]\nname = "a"\nrole = "search"\nkey = "0123456789abcdef"\n', encoding="utf-8")
        for decision, status in ((("--public",), 200), (("--keys", keys), 401)):
            daemon = self.start("--listen", "0.0.0.0:0", *decision)
            daemon.address = daemon.address.replace("0.0.0.0", "127.0.0.1")
            self.assertEqual(daemon.request("/v1/search?q=a")[0], status)
        config = self.write("recap.toml", 'listen = "0.0.0.0:0"\npublic = true\n')
        command = [programs.BIN / "recap-searchd", "--db", self.db, "--config", config]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
            self.assertIn("listening on http://0.0.0.0:", process.stdout.readline())
            process.terminate()
        for address in ("127.3.2.1:0", "[::1]:0"):
            self.start("--listen", address)

    def test_admins_have_an_address_of_their_own(self):
        daemon = self.start("--admin-listen", "127.0.0.1:0")
        self.assertEqual(daemon.fetch("/metrics")[0], 404)
        self.assertEqual(daemon.request("/readyz")[2], {"status": "ready"})
        said = daemon.process.stdout.readline()
        self.assertTrue(said.startswith("admins on http://127.0.0.1:"), said)
        connection = http.client.HTTPConnection(said.split("//")[1].strip(), timeout=programs.PATIENCE)
        self.addCleanup(connection.close)
        for target, expected in (("/metrics", "recap_index_articles 1"), ("/readyz", '"generation":1,"articles":1,"created":"20'),
                                 ("/readyz", '"troubles":[]'), ("/healthz", '"status":"ok"'), ("/v1/search?q=a", '"status":404')):
            connection.request("GET", target)
            self.assertIn(expected, connection.getresponse().read().decode())

    def test_admins_may_have_a_socket_that_only_this_user_may_open(self):
        socket = self.folder / "admin.sock"
        before = os.umask(0o077)
        self.addCleanup(os.umask, before)
        daemon = self.start("--admin-listen", f"unix:{socket}")
        self.assertEqual(socket.stat().st_mode & 0o777, 0o700)
        self.assertIn("recap_build_info", daemon.ask_socket("/metrics"))
        self.assertEqual(daemon.stop(), 0)
        self.assertFalse(socket.exists())

    def test_the_address_for_admins_is_one_of_this_host(self):
        for address in ("0.0.0.0:0", "192.0.2.1:9090", "[::]:0"):
            self.assertIn("--admin-listen", self.refused("--admin-listen", address))
            self.assertIn("a loopback address", self.refused("--admin-listen", address))
        for address in ("localhost:1", "unix:"):
            self.assertIn(f"--admin-listen {address}", self.refused("--admin-listen", address))

    def test_unusable_options_are_named(self):
        self.assertIn("10.0.0.0/33: takes an address or a network", self.refused("--trusted-proxy", "10.0.0.0/33"))
        file = self.write("recap.toml", 'trusted-proxy = ["10.0.0.0/8", "proxy"]\n')
        self.assertIn(f"{file}:1: --trusted-proxy: ", self.refused("--config", file))
        self.assertIn("--rate", self.refused("--rate", "-1"))
        self.assertIn("--search-key-file: cannot be combined with --keys",
                      self.refused("--keys", "a", "--search-key-file", self.write("key", "k\n")))


if __name__ == "__main__":
    unittest.main()
