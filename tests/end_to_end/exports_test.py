# SPDX-License-Identifier: GPL-2.0-or-later
import json
import unittest

from tests.end_to_end import programs


class ExportsTest(programs.ProgramTest):
    def test_an_export_is_read_where_it_is_named_and_not_in_a_folder(self):
        self.write("site.xml", "<rss><channel><wp:wxr_version>1.2</wp:wxr_version>"
                   "<item><title>From WordPress</title><link>https://ex.com/a/</link>"
                   "<wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>"
                   "<item><title>Not yet</title><wp:post_id>7</wp:post_id><wp:post_type>post</wp:post_type>"
                   "<wp:status>draft</wp:status></item></channel></rss>")
        self.write("site.json", '{"db":[{"data":{"posts":[{"id":"1","title":"From Ghost","slug":"b","html":"<p>x</p>",'
                   '"status":"published"}]}}]}')
        self.write("feed.xml", "<rss><channel><item><title>Feed</title></item></channel></rss>")
        self.write("c.md", "# From Markdown\n")
        exports = [self.site / "site.xml", self.site / "site.json"]
        run = programs.index(self.db, self.site, *exports, "--base-url", "https://ex.com", options=("--json",))
        self.assertEqual(run.returncode, 0, run.stderr)
        report = json.loads(run.stdout)
        self.assertEqual((report["added"], report["drafts"], len(report["ignored"])), (3, 1, 3))
        hits = self.start().search("from")["hits"]
        self.assertEqual({hit["id"]: hit["url"] for hit in hits},
                         {"a": "https://ex.com/a/", "b": "https://ex.com/b/", "c": "https://ex.com/c"})
        again = programs.index(self.db, self.site, *exports, "--base-url", "https://ex.com", options=("--json",))
        self.assertEqual(json.loads(again.stdout)["unchanged"], 3)
        broken = programs.index(self.db, self.site, *exports, self.site / "feed.xml", "--base-url", "https://ex.com")
        self.assertEqual(broken.returncode, 1)
        self.assertIn("feed.xml: not an export of WordPress", broken.stdout + broken.stderr)


if __name__ == "__main__":
    unittest.main()
