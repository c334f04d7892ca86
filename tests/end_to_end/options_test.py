# SPDX-License-Identifier: GPL-2.0-or-later
"""Options that cannot be honoured are rejected, and the message says what to write."""

import subprocess
import unittest

from tests.end_to_end import programs


class OptionsTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.md", "# A\nwords\n")

    def refused(self, program, *options):
        """The message of a program that does not start."""
        command = [programs.BIN / program, "--db", self.db, *options]
        done = subprocess.run(command, capture_output=True, text=True, timeout=programs.PATIENCE, check=False)
        self.assertEqual((done.returncode, done.stdout), (2, ""), done.stderr)
        return done.stderr

    def test_a_mistake_in_the_file_of_options_is_reported_with_its_line(self):
        for program in ("recap-indexer", "recap-searchd"):
            for content, reason in (('\nlistn = "x"\n', ":2: unknown option listn"), ("a = \n", ":1: not TOML here: ")):
                file = self.write("recap.toml", content)
                self.assertIn(f"{file}{reason}", self.refused(program, "--config", file))
        file = self.write("recap.toml", "keep = 0\n")
        self.assertIn(f"{file}:1: --keep: ", self.refused("recap-indexer", "--config", file, self.site))
        file = self.write("recap.toml", 'threads = "many"\n')
        self.assertIn(f"{file}:1: ", self.refused("recap-searchd", "--config", file))

    def test_the_address_of_a_site_has_a_scheme_and_a_host(self):
        for address in ("example.org", "htp://x", "https://", "https:///a", "http://:80/", "https://e.org/?a", "/path", "https://e.org/a b"):
            with self.subTest(address):
                self.assertIn("write http:// or https://, a host", self.refused("recap-indexer", "--base-url", address, self.site))
        for address in ("https://e.org", "HTTP://e.org:80/a/", "https://한글.kr/"):
            self.assertEqual(programs.index(self.db, self.site, options=("--base-url", address)).returncode, 0)

    def test_an_origin_is_what_browsers_send(self):
        for origin in ("a.example", "https://a.example/docs", "https://*.a.example", "https://user@a.example", "https://bücher.example"):
            with self.subTest(origin):
                self.assertIn("takes * or what browsers send in Origin", self.refused("recap-searchd", "--cors-origin", origin))
        file = self.write("recap.toml", 'cors-origin = ["https://a.example", "b.example"]\n')
        self.assertIn(f"{file}:1: --cors-origin: ", self.refused("recap-searchd", "--config", file))

    def test_settings_that_pages_cannot_show_are_refused(self):
        gif = self.write("logo.gif", "GIF89a")
        large = self.write("large.svg", "<svg>" + " " * 256 * 1024)
        for file in (gif, large, self.folder / "missing.svg"):
            self.assertIn(f"--logo {file}: takes an SVG or PNG file", self.refused("recap-searchd", "--logo", str(file)))
        self.assertIn("takes a colour as in #0a58ca", self.refused("recap-searchd", "--accent", "blue"))
        self.assertIn("--facets", self.refused("recap-searchd", "--facets", "topic,colour"))
        self.assertIn("topic is given twice", self.refused("recap-searchd", "--facets", "topic,year,topic"))
        self.assertIn("--editor", self.refused("recap-searchd", "--editor", "maybe"))
        self.assertIn("takes http:// or https://", self.refused("recap-searchd", "--home-url", "javascript:alert(1)"))
        file = self.write("recap.toml", 'accent = "blue"\n')
        self.assertIn(f"{file}:1: --accent: ", self.refused("recap-searchd", "--config", file))

    def test_the_file_of_options_may_set_the_appearance_of_pages(self):
        programs.index(self.db, self.site)
        file = self.write("recap.toml", 'facets = ["topic", "year"]\neditor = false\naccent = "#0a58ca"\n')
        daemon = self.start("--config", file)
        self.assertEqual(daemon.fetch("/editor")[0], 404)
        self.assertEqual(daemon.fetch("/assets/site.css")[0], 200)

    def test_a_format_is_one_of_three_and_belongs_to_a_check(self):
        self.assertIn('"xml" is not one of text, json, github', self.refused("recap-indexer", "--check", "--format", "xml", self.site))
        self.assertIn("--format: needs --check", self.refused("recap-indexer", "--format", "json", self.site))

    def test_a_daemon_listens_on_an_ip_address(self):
        for address in ("localhost:0", ":8080", "8080", "127.0.0.1", "127.0.0.1:x", "[::1]", "example.org:80"):
            with self.subTest(address):
                self.assertIn("takes an IP address and a port", self.refused("recap-searchd", "--listen", address))


if __name__ == "__main__":
    unittest.main()
