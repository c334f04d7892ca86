# SPDX-License-Identifier: GPL-2.0-or-later
"""recap-searchd --keys: which role may use which address."""

import base64
import time
import unittest

from tests.end_to_end import programs

SITE, NEXT, EDITOR, ADMIN = ("site-key-0123456789", "next-key-0123456789", "editor-key-0123456789", "admin-key-0123456789")
MANY = "/1/indexes/*/queries"

# Addresses by the least role that they need, and addresses that need none.
SEARCH = ("/v1/search?q=a", "/v1/suggest?q=a", "/v1/articles/a", "/v1/articles/a/related", "/", "/feed.atom",
          "/opensearch.xml", "/opensearch/suggestions?q=a", "/nothing", "/v1/editor")
OPEN = ("/healthz", "/readyz", "/openapi.json", "/assets/recap-search.js")


def key(name, role, secret):
    return f'[[key]]\nname = "{name}"\nrole = "{role}"\nkey = "{secret}"\n'


def bearer(secret):
    return {"Authorization": f"Bearer {secret}"}


def basic(secret):
    return {"Authorization": "Basic " + base64.b64encode(f"reader:{secret}".encode()).decode()}


class AccessTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.md", "# One\nA word.\n")
        programs.index(self.db, self.site)
        self.keys = self.folder / "keys.toml"
        self.keys.write_text(key("site", "search", SITE) + key("ann", "editor", EDITOR) + key("ops", "admin", ADMIN),
                             encoding="utf-8")

    def serve(self, *options):
        return self.start("--keys", self.keys, *options)

    def statuses(self, daemon, headers=None):
        """The statuses of requests that need each role: search, editor, admin."""
        draft = {"Content-Type": "text/plain", **(headers or {})}
        return (daemon.request("/v1/search?q=word", headers=headers)[0],
                daemon.request("/v1/related", "POST", draft, "A word.")[0],
                daemon.fetch("/metrics", headers=headers)[0])

    def wait_until(self, condition):
        end = time.monotonic() + programs.PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), end)

    def test_each_role_includes_the_rights_of_those_before(self):
        daemon = self.serve()
        self.assertEqual(self.statuses(daemon), (401, 401, 401))
        self.assertEqual(self.statuses(daemon, bearer("wrong-key-0123456789")), (401, 401, 401))
        self.assertEqual(self.statuses(daemon, bearer(SITE)), (200, 403, 403))
        self.assertEqual(self.statuses(daemon, bearer(EDITOR)), (200, 200, 403))
        self.assertEqual(self.statuses(daemon, bearer(ADMIN)), (200, 200, 200))
        self.assertEqual(daemon.fetch("/editor", headers=bearer(SITE))[0], 403)
        self.assertEqual(daemon.fetch("/editor", headers=bearer(EDITOR))[0], 200)

    def test_every_address_needs_a_key_but_for_a_few(self):
        daemon = self.serve()
        for target in SEARCH:
            with self.subTest(target):
                self.assertEqual(daemon.fetch(target)[0], 401)
                self.assertNotIn(daemon.fetch(target, headers=bearer(SITE))[0], (401, 403))
        for target in OPEN:
            with self.subTest(target):
                self.assertEqual(daemon.fetch(target)[0], 200)
        self.assertEqual(daemon.fetch("/v1/search", "OPTIONS")[0], 204) # a preflight has no key

    def test_a_refusal_says_what_is_missing(self):
        daemon = self.serve()
        status, fields, problem = daemon.request("/v1/search?q=a")
        self.assertEqual((status, fields["Content-Type"], problem["type"]),
                         (401, "application/problem+json", "urn:recap:problem:unauthorized"))
        self.assertTrue(fields["WWW-Authenticate"].startswith("Bearer"))
        self.assertEqual(fields["Cache-Control"], "no-store")
        self.assertIn("role search", problem["detail"])
        status, fields, problem = daemon.request("/v1/related", "POST", {"Content-Type": "text/plain", **bearer(SITE)}, "a")
        self.assertEqual((status, problem["type"]), (403, "urn:recap:problem:forbidden"))
        self.assertIn("role editor", problem["detail"])

    def test_a_browser_asks_its_user_for_the_key_of_a_page(self):
        daemon = self.serve()
        for page in ("/", "/editor"):
            self.assertTrue(daemon.fetch(page)[1]["WWW-Authenticate"].startswith("Basic"))
        self.assertEqual(self.statuses(daemon, basic(EDITOR)), (200, 200, 403))
        for broken in ("Basic", "Basic ", "Basic !", "Basic " + "A" * 1000, "Bearer", "Bearer ", EDITOR, "Digest x"):
            with self.subTest(broken):
                self.assertEqual(self.statuses(daemon, {"Authorization": broken}), (401, 401, 401))

    def test_browsers_get_the_refusal_as_a_page(self):
        daemon = self.serve()
        browser = {"Accept": "text/html", "Accept-Language": "en"}
        for target, headers, status, title in [("/", browser, 401, "This page needs a key"),
                                               ("/editor", {**browser, **bearer(SITE)}, 403, "You cannot open this page")]:
            got, fields, body = daemon.fetch(target, headers=headers)
            self.assertEqual((got, fields["Content-Type"], fields["Cache-Control"]), (status, "text/html; charset=utf-8", "no-store"))
            self.assertIn(f"<h1>{title}</h1>", body.decode())
            self.assertIn("Content-Security-Policy", fields)
            self.assertEqual("WWW-Authenticate" in fields, status == 401)
        self.assertEqual(daemon.fetch("/v1/search", headers=browser)[1]["Content-Type"], "application/problem+json")
        self.assertEqual(daemon.fetch("/", headers={"Accept": "*/*"})[1]["Content-Type"], "application/problem+json")

    def test_clients_of_algolia_send_the_key_in_their_own_fields(self):
        daemon = self.serve()
        for target, headers, expected in ((MANY, {}, 403), (MANY, {"X-Algolia-API-Key": "wrong"}, 403),
                                          (MANY, {"X-Algolia-API-Key": SITE}, 200), (MANY, bearer(SITE), 200),
                                          (f"{MANY}?x-algolia-api-key={SITE}", {}, 200),
                                          (f"{MANY}?x-algolia-api-key=wrong", {}, 403)):
            with self.subTest(target=target, headers=headers):
                status, _, body = daemon.request(target, "POST", headers, '{"requests":[]}')
                self.assertEqual(status, expected)
                if expected == 403:
                    self.assertEqual(body, {"message": "Invalid Application-ID or API key", "status": 403})
        # This is not a parameter of the interface itself.
        self.assertEqual(daemon.request("/v1/search?q=a", headers={"X-Algolia-API-Key": SITE})[0], 401)

    def test_searching_without_a_key_works_if_the_file_allows_it(self):
        self.keys.write_text('anonymous = "search"\n' + key("ann", "editor", EDITOR), encoding="utf-8")
        daemon = self.serve()
        self.assertEqual(self.statuses(daemon), (200, 401, 401))
        self.assertEqual(daemon.fetch("/")[0], 200)
        self.assertEqual(daemon.request(MANY, "POST", {}, '{"requests":[]}')[0], 200)
        self.assertEqual(self.statuses(daemon, bearer(EDITOR)), (200, 200, 403))

    def test_keys_are_changed_without_a_gap(self):
        daemon = self.serve()
        self.keys.write_text(key("site", "search", SITE) + key("site, next", "search", NEXT), encoding="utf-8")
        self.wait_until(lambda: self.statuses(daemon, bearer(NEXT))[0] == 200)
        self.assertEqual(self.statuses(daemon, bearer(SITE))[0], 200)
        self.keys.write_text(key("site, next", "search", NEXT), encoding="utf-8")
        self.wait_until(lambda: self.statuses(daemon, bearer(SITE))[0] == 401)
        self.assertEqual(self.statuses(daemon, bearer(NEXT))[0], 200)

    def test_a_bad_file_changes_nothing_and_is_reported_to_admins(self):
        daemon = self.serve("--admin-listen", f"unix:{self.folder}/admin")
        for broken in ("[[key", ""):
            with self.subTest(broken):
                self.keys.write_text(broken, encoding="utf-8")
                if broken:
                    self.wait_until(lambda: "keeping the current keys" in str(daemon.ask_socket("/readyz")))
                    self.assertEqual(self.statuses(daemon, bearer(SITE))[0], 200)
        self.wait_until(lambda: self.statuses(daemon, bearer(SITE))[0] == 401) # the empty one has no key
        self.keys.unlink()
        self.wait_until(lambda: "cannot be read" in str(daemon.ask_socket("/readyz")))
        self.assertEqual(self.statuses(daemon)[0], 401)

    def test_an_invalid_file_is_named_with_line_and_reason_but_no_key(self):
        for content, complaint in [
            (f'\n[[key]]\nname = "a"\nkey = "{SITE}\n', ":4: not TOML here"),
            ('[[keys]]\nname = "a"\n', ":1: unknown name keys; use [[key]] or anonymous"),
            (f'key = "{SITE}"\n', ":1: unknown name key; use [[key]] or anonymous"),
            ("key = [1]\n", ":1: write [[key]] in a line of its own"),
            (f'[[key]]\nname = "a"\nkey = "{SITE}"\n', ":1: [[key]] lacks role"),
            (key("a", "reader", SITE), ":3: role is search, editor or admin"),
            (key("a", "search", "short"), ":4: key is shorter than 16 characters"),
            (key("a", "search", "열쇠열쇠열쇠열쇠"), ":4: key has other characters"),
            (key("a", "search", SITE) + "secret = 1\n", ":5: [[key]] has name, role and key, and no secret"),
            (key("a", "search", SITE) + key("a", "search", NEXT), ":5: the name a is given twice"),
            (key("a", "search", SITE) + key("b", "admin", SITE), ":5: this key is also that of a"),
            ('anonymous = "admin"\n', ":1: anonymous, the role without a key, is search or none"),
        ]:
            with self.subTest(content):
                self.keys.write_text(content, encoding="utf-8")
                with self.assertRaises(AssertionError) as refused:
                    self.serve()
                self.assertIn(f"recap-searchd: {self.keys}{complaint}", str(refused.exception))
                self.assertNotIn(SITE, str(refused.exception))

    def test_a_file_that_everybody_may_read_is_named_in_the_log(self):
        for mode, warned in ((0o644, True), (0o640, False)):
            self.keys.chmod(mode)
            daemon = self.serve()
            daemon.process.terminate()
            _, log = daemon.process.communicate(timeout=programs.PATIENCE)
            self.assertEqual("every user of this machine may read the keys" in log, warned)


if __name__ == "__main__":
    unittest.main()
