# SPDX-License-Identifier: GPL-2.0-or-later
"""Answers equal those in recorded.json. Deliberate changes are recorded with ./record."""

import difflib
import unittest

from tests.search.oracle import answers, asked


def difference(then, now):
    """The changed lines, ignoring numbers within the tolerance; empty if there are none."""
    before, after = (answers.written(value).splitlines() for value in (then, answers.settled(now, then)))
    return "\n".join(list(difflib.unified_diff(before, after, "recorded", "now", lineterm="", n=2)))


class OracleTest(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.recorded = answers.recorded()

    def test_each_answer_is_as_recorded(self):
        with answers.Served() as served:
            for ask in asked.everything():
                with self.subTest(ask.name):
                    changed = difference(self.recorded.get(ask.name), served.answer(ask))
                    self.assertFalse(changed, f"\n{ask.name}\n{changed}")

    def test_the_record_has_an_answer_for_each_request(self):
        self.assertEqual(list(self.recorded), [ask.name for ask in asked.everything()])

    def test_numbers_differ_only_beyond_the_tolerance(self):
        then = {"hits": [["a", 1.5], ["b", 0.25]], "total": 2}
        self.assertEqual(difference(then, {"hits": [["a", 1.5004], ["b", 0.2491]], "total": 2}), "")
        for changed in ({"hits": [["a", 1.502], ["b", 0.25]], "total": 2}, {"hits": [["b", 0.25], ["a", 1.5]], "total": 2},
                        {"hits": [["a", 1.5], ["b", 0.25]], "total": 3}, {"hits": [["a", 1.5]], "total": 2}):
            self.assertNotEqual(difference(then, changed), "")


if __name__ == "__main__":
    unittest.main()
