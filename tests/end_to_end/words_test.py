# SPDX-License-Identifier: GPL-2.0-or-later
"""Words as articles write them: commands, versions, names in camel case, letters with strokes."""

from tests.end_to_end import programs


class WordsTest(programs.ProgramTest):
    def serve(self, **articles):
        for name, text in articles.items():
            self.write(f"{name}.md", f"---\nid: {name}\n---\n{text}\n")
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        self.daemon = self.start()

    def found(self, query, **parameters):
        """The articles with all words of the query; other parameters have their defaults."""
        return [hit["id"] for hit in self.daemon.search(query, **parameters)["hits"] if not hit.get("missing")]

    def snippet(self, query, name):
        return next(hit["snippet_html"] for hit in self.daemon.search(query)["hits"] if hit["id"] == name)


class CommandsTest(WordsTest):
    """A dash does not exclude a word that articles write with a dash."""

    def setUp(self):
        super().setUp()
        self.serve(tar="# Tar\nUnpack with `tar -xvf archive.tar`, or in another folder with `tar -C /opt -xzf archive.tar`.",
                   list="# Listing\n\n    ls -la /tmp\n    rm -rf /tmp/old",
                   docker="# Docker\nRun `docker run -itd nginx`, then `docker exec -it web sh`.",
                   cluster="# Cluster\nRun `kubectl get pods -o wide`, `curl -sSL https://e.org`, `git commit -am x` and `git push --force-with-lease`.",
                   shell="# Shell\n`ps -ef`, `chmod -R 755 dir`, `find . -name foo`, `wsl --shutdown`, `gcc -Wall -O2`, `java -Xmx512m -jar app.jar`.",
                   cache="# Redis\nRedis as a cache.\n\n-cache\n-queue",
                   queue="# Redis queue\nRedis as a queue.")

    def test_an_option_is_a_word(self):
        for query, name in (("tar -xvf", "tar"), ("tar -xzf", "tar"), ("ls -la", "list"), ("rm -rf", "list"),
                            ("rm -rf /tmp", "list"), ("docker run -itd", "docker"), ("docker exec -it", "docker"), ("kubectl get pods -o wide", "cluster"), ("curl -sSL", "cluster"),
                            ("git commit -am", "cluster"), ("git push --force-with-lease", "cluster"), ("ps -ef", "shell"), ("chmod -R 755", "shell"),
                            ("find . -name foo", "shell"), ("wsl --shutdown", "shell"), ("gcc -Wall -O2", "shell"), ("java -Xmx512m", "shell"), ("java -jar app.jar", "shell")):
            with self.subTest(query):
                self.assertEqual(self.found(query), [name])

    def test_a_dash_excludes_words_other_than_options(self):
        self.assertEqual(self.found("redis -cache"), ["queue"])
        self.assertEqual(self.found('tar -"xvf"'), [])
        self.assertEqual(self.found("tar NOT xvf"), [])
        self.assertNotIn("docker", self.found("-nginx"))


class VersionsTest(WordsTest):
    """Numbers match exactly: with letters before or after them, and every part of a version."""

    def setUp(self):
        super().setUp()
        self.serve(old="# Old\nVersion 1.2.3 came first. The server was 192.168.1.17 then.", tagged="# Tagged\nWe run v2.4.1 now.",
                   python="# Python\nNeeds python3.8 at least.", apart="# Apart\nNeeds Python 3.8 at least, says RFC 2616.",
                   standard="# Standard\nAs RFC2616 has it.", size="# Sizes\n44사이즈는 5kg 상자에 넣는다.",
                   apart_size="# More sizes\n44 사이즈는 5 kg 상자에 넣는다.",
                   names="# Names\nES2015, UTF8, IPv6, H.264 and log4j2 on Ubuntu22.04, PEP-484, x86_64.", release="# Release\n2024.1.0-rc1 has TLSv1.3.", issue="# Issues\nA good first issue of ours.")

    def test_a_version_does_not_match_another_one(self):
        for query in ("1.2.9", "1.2.4", "192.168.1.9", "192.168.222.9", "good-first-z", "1.2.30"):
            with self.subTest(query):
                self.assertEqual(self.found(query), [])
        self.assertEqual(self.found("1.2.3"), ["old"])

    def test_an_unfinished_version_is_completed(self):
        for query in ("1.2", "1.2.", "192.168.1.1"):
            self.assertEqual(self.found(query), ["old"], query)
        self.assertEqual(self.found("good-first-i"), ["issue"])

    def test_a_number_is_found_with_and_without_its_letters(self):
        for query, names in (("2.4.1", {"tagged"}), ("v2.4.1", {"tagged"}), ("python 3.8", {"python", "apart"}),
                             ("python3.8", {"python", "apart"}), ("RFC2616", {"standard", "apart"}), ("rfc 2616", {"standard", "apart"}),
                             ("44사이즈", {"size", "apart_size"}), ("44 사이즈", {"size", "apart_size"}),
                             ("5kg", {"size", "apart_size"}), ("5 kg", {"size", "apart_size"}), ("v1.2.3", {"old"}), ("es 2015", {"names"}), ("utf-8", {"names"}), ("ipv6", {"names"}),
                             ("h264", {"names"}), ("log4j", {"names"}), ("ubuntu 22.04", {"names"}), ("PEP484", {"names"}), ("x86", {"names"}),
                             ("2024.1", {"release"}), ("2024.1.2", set()), ("TLSv1.3", {"release"})):
            with self.subTest(query):
                self.assertEqual(set(self.found(query)), names)

    def test_separate_parts_are_marked_as_one(self):
        self.assertIn("<mark>RFC 2616</mark>", self.snippet("RFC2616", "apart"))
        self.assertIn("v<mark>2.4.1</mark>", self.snippet("2.4.1", "tagged"))


class CamelCaseTest(WordsTest):
    def setUp(self):
        super().setUp()
        self.serve(timer="# Timers\nCall `setTimeout` once.", chain="# Chain\nUse `eth_sendRawTransaction` here.",
                   server="# Server\nThe class HTTPServer listens; its APIs are old.", script="# Script\nWe write JavaScript frameworks.", request="# Request\n`XMLHttpRequest`, or `Some.NameSpace.ClassName#lastName()`.",
                   brands="# Brands\nGitHub, YouTube and PostgreSQL; `@angular/forms`, `$rootScope`, `useState훅`.")

    def test_parts_are_found(self):
        for query, name in (("timeout", "timer"), ("RawTransaction", "chain"), ("rawtransaction", "chain"), ("transactions", "chain"),
                            ("setTimeout", "timer"), ("set timeout", "timer"), ("http server", "server"), ("api", "server"),
                            ("script", "script"), ("xml http request", "request"), ("httprequest", "request"), ("namespace", "request"),
                            ("classname", "request"), ("name", "request"), ("github", "brands"), ("git hub", "brands"), ("sql", "brands"),
                            ("@angular/forms", "brands"), ("angular forms", "brands"), ("scope", "brands"), ("usestate", "brands")):
            with self.subTest(query):
                self.assertEqual(self.found(query, prefix="off"), [name])

    def test_the_part_is_marked(self):
        self.assertIn("set<mark>Timeout</mark>", self.snippet("timeout", "timer"))

    def test_the_whole_is_one_word_of_a_phrase(self):
        self.assertEqual(self.found('"javascript frameworks"'), ["script"])


class LettersTest(WordsTest):
    def setUp(self):
        super().setUp()
        self.write("letters.md", "---\nid: letters\nauthor: [Søren Kjær, Łukasz Đurić, Þórr Ólafsson, İlker Şahin, Đặng Hương]\n---\n# Letters\nCœur et Straße, Øresund, 5㎏ on 10㎡; Encyclopædia, façade, Wałęsa, ĳsvrij, ﬁnance, 20℃, ħbar.\n")
        self.serve(dots="# Dots\n도로ㆍ지반ㆍ수자원, 산업ᆞ경제와 뉴스ㅣ정치. 입법‧사법‧행정, 초・중・고, 교육∙연구, 정보﹒통신, 시⋅도, 3ㆍ1운동.", moscow="# Город\nМосква зимой.")

    def test_strokes_and_ligatures_may_be_left_out(self):
        for query in ("coeur", "strasse", "oresund", "author:soren", "author:kjaer", "author:lukasz", "author:Łukasz", "author:duric",
                      "5kg", "10m2", "10 m2", "author:thorr", "ilker sahin", "dang huong", "encyclopaedia", "facade", "walesa", "ijsvrij", "finance", "20°C", "hbar", "5 kg", "author:øresund OR author:søren"):
            with self.subTest(query):
                self.assertEqual(self.found(query), ["letters"])

    def test_a_slip_in_a_letter_counts_once(self):
        for query in ("мосва", "москвва", "мсоква", "Мисква"):
            with self.subTest(query):
                self.assertEqual([hit["id"] for hit in self.daemon.search(query)["hits"]], ["moscow"])

    def test_punctuation_of_korean_keyboards_separates_words(self):
        for query in ('"도로 지반"', "지반", "수자원", '"산업 경제"', "정치", "도로ㆍ지반", '"입법 사법"', "사법", '"초 중 고"', '"교육 연구"', "통신", '"시 도"',
                      "3·1운동", "3.1운동"):
            with self.subTest(query):
                self.assertEqual(self.found(query), ["dots"])
