# SPDX-License-Identifier: GPL-2.0-or-later
import datetime
import unittest

from tests.end_to_end import programs


class ScheduledTest(programs.ProgramTest):
    def test_a_scheduled_article_is_indexed_by_the_first_run_after_its_moment(self):
        moment = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0) + datetime.timedelta(seconds=2)
        self.write("a.md", f"---\ntitle: Soon\npublishDate: {moment.isoformat()}\n---\nwords\n")
        for number in range(20):
            self.write(f"b{number}.md", "# Now\nsome words\n")
        status, report, _ = programs.index_json(self.db, self.site)
        self.assertEqual((status, report["added"], report["drafts"]), (0, 20, 1))
        added = 0
        while added == 0:
            status, report, _ = programs.index_json(self.db, self.site)
            added = report["added"]
            now = datetime.datetime.now(datetime.timezone.utc)
            self.assertLess(now, moment + datetime.timedelta(seconds=60))
        self.assertGreaterEqual(now, moment)
        self.assertEqual((report["added"], report["unchanged"], report["drafts"]), (1, 20, 0))
        status, report, _ = programs.index_json(self.db, self.site)
        self.assertEqual((report["added"], report["unchanged"], report["drafts"]), (0, 21, 0))


if __name__ == "__main__":
    unittest.main()
