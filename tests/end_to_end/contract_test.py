# SPDX-License-Identifier: GPL-2.0-or-later
import json
import re

from tests.end_to_end import contract, programs

SEARCH = {"query": "", "total": 0, "total_relaxed": 0, "limit": 1, "offset": 0, "took_us": 1, "generation": 1, "hits": [],
          "facets": {}}


class ContractTest(programs.ProgramTest):
    """All other responses are checked against the contract in programs.Daemon.request."""

    def test_the_daemon_serves_its_contract(self):
        self.write("a.md", "# One\nalpha\n")
        programs.index(self.db, self.site)
        status, fields, body = self.start().request("/openapi.json")
        self.assertEqual((status, fields["Content-Type"], body), (200, "application/json", contract.CONTRACT))

    def test_it_has_every_route_of_the_documentation(self):
        text = (programs.ROOT / "docs/http-api.md").read_text(encoding="utf-8")
        headings = re.findall(r"^## (GET|POST) (/v1/\S+)", text, re.MULTILINE)
        self.assertTrue(headings)
        for method, path in headings:
            self.assertIn(method.lower(), contract.CONTRACT["paths"].get(path, {}), path)

    def test_a_response_outside_the_contract_is_noticed(self):
        contract.check("GET", "/v1/search?q=a", 200, "application/json", SEARCH)
        for status, content_type, body in [(200, "application/json", {**SEARCH, "new": 1}),
                                           (200, "application/json", {**SEARCH, "total": -1}),
                                           (200, "text/html", SEARCH), (200, "application/json", {}),
                                           (201, "application/json", SEARCH), (404, "application/problem+json", {})]:
            with self.subTest(json.dumps(body)[:40]), self.assertRaises(AssertionError):
                contract.check("GET", "/v1/search?q=a", status, content_type, body)


if __name__ == "__main__":
    programs.unittest.main()
