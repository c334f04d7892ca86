# SPDX-License-Identifier: GPL-2.0-or-later
"""Korean as it is typed and written: particles, one syllable, spaces, questions."""

import unittest

from tests.end_to_end import programs

ARTICLES = {
    "app": "# 첫 주\n앱을 만들었다. 팀에서 리뷰를 받았다.\n",
    "alone": "# 둘째 주\n앱 하나와 서버.\n",
    "result": "# 셋째 주\n결과를 발표했다. 회의가 길었다.\n",
    "spaced": "# 넷째 주\n오픈 소스 저장소와 인턴십 안내, 그리고 프로그램 소개.\n",
    "joined": "# 다섯째 주\n오픈소스를 배웠다.\n",
    "insurance": "# 여섯째 주\n비급여 항목과 에어팟.\n",
    "history": "# 일곱째 주\n르네상스는 이탈리아에서 시작되었다.\n",
    "other": "# 여덟째 주\n언제 어디에서 무엇을 하는가.\n",
}


class KoreanTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        for name, text in ARTICLES.items():
            self.write(f"{name}.md", f"---\nid: {name}\n---\n{text}")
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        self.daemon = self.start()

    def found(self, query, **parameters):
        return [hit["id"] for hit in self.daemon.search(query, prefix="off", **parameters)["hits"]]

    def snippet(self, query, name):
        hits = self.daemon.search(query, prefix="off")["hits"]
        return next(hit["snippet_html"] for hit in hits if hit["id"] == name)

    def test_a_noun_of_one_syllable_is_found_under_its_particles(self):
        self.assertEqual(self.found("앱"), ["alone", "app"])
        self.assertEqual(self.found("팀"), ["app"])
        self.assertIn("<mark>앱</mark>을", self.snippet("앱", "app"))

    def test_a_noun_of_one_syllable_is_found_from_under_another_particle(self):
        self.assertEqual(self.found("팀은"), ["app"])
        self.assertEqual(self.found("앱에서"), ["alone", "app"])

    def test_the_end_of_a_noun_is_not_a_particle(self):
        self.assertEqual(self.found("결"), [])
        self.assertEqual(self.found("회의"), ["result"])
        self.assertEqual(self.found("에어팟을"), ["insurance"])

    def test_a_noun_that_ends_like_a_particle_is_found_whole_under_each_particle(self):
        forms = ("가", "를", "는", "에서", "의", "와", "도", "만", "에게는")
        for noun in ("호랑이", "바나나", "피아노", "회의", "강의", "메시지", "아버지", "시나리오", "칼로리", "대학로", "기타"):
            for number, form in enumerate(forms):
                self.write(f"{noun}{number}.md", f"---\nid: {noun}{number}\n---\n# 글\n어제 {noun}{form} 보았다.\n")
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        self.daemon.stop()
        self.daemon = self.start()
        for noun in ("호랑이", "바나나", "피아노", "강의", "메시지", "아버지", "시나리오", "칼로리", "대학로", "기타"):
            with self.subTest(noun):
                hits = self.daemon.search(noun, prefix="off", limit=50)["hits"]
                self.assertEqual({hit["id"] for hit in hits}, {f"{noun}{number}" for number in range(len(forms))})
                self.assertEqual([hit["id"] for hit in hits if f"<mark>{noun}" not in hit["snippet_html"]], [])

    def test_a_longer_word_does_not_mean_its_end(self):
        """비급여 is the opposite of 급여: it matches it, but the reason says so."""
        self.assertEqual(self.found("비급여는"), ["insurance"])
        reasons = self.daemon.search("급여", prefix="off", explain="true")["hits"][0]["why"]
        self.assertIn("inside", [reason["kind"] for reason in reasons])

    def test_spaces_make_no_difference(self):
        for query in ("오픈소스", "오픈 소스", "오픈소스를"):
            with self.subTest(query):
                self.assertEqual(set(self.found(query)), {"spaced", "joined"})
        self.assertIn("<mark>오픈 소스</mark>", self.snippet("오픈소스", "spaced"))
        self.assertIn("<mark>오픈소스</mark>를", self.snippet("오픈 소스", "joined"))

    def test_words_written_together_are_found_apart(self):
        answer = self.daemon.search("인턴십프로그램")
        self.assertEqual([hit["id"] for hit in answer["hits"]], ["spaced"])
        self.assertEqual(answer["corrected"], "인턴십 프로그램")
        self.assertIn("<mark>프로그램</mark>", answer["hits"][0]["snippet_html"])
        self.assertEqual(self.found("인턴십프로그램", typo="off"), [])

    def test_a_noun_with_other_particles_is_not_a_mistake(self):
        answer = self.daemon.search("결과에게")
        self.assertEqual(([hit["id"] for hit in answer["hits"]], answer.get("corrected")), (["result"], None))

    def test_interrogatives_are_not_required(self):
        self.assertEqual(self.found("르네상스는 언제 시작되었나요?")[0], "history")
        self.assertEqual(self.found("언제 어디에서")[0], "other")


if __name__ == "__main__":
    unittest.main()


class NounsLikeParticlesTest(programs.ProgramTest):
    """Nouns whose last syllable may be a particle."""

    def setUp(self):
        super().setUp()
        articles = {
            "micro": "# 제어\n작은 마이크로 제어기.\n", "mike": "# 녹음\n마이크를 샀다. 마이크는 좋다. 마이크의 소리, 마이크.\n",
            "cat": "# 동물\n고양이를 길렀다.\n", "town": "# 고양\n고양에서 살았다. 고양 시장과 고양.\n",
            "seminar": "# 모임\n세미나 발표와 세미나를 들었다.\n", "investor": "# 돈\n투자가를 만났다.\n", "money": "# 투자\n투자를 했다. 투자 이야기.\n",
        }
        for name, text in articles.items():
            self.write(f"{name}.md", f"---\nid: {name}\n---\n{text}")
        self.assertEqual(programs.index(self.db, self.site).returncode, 0)
        self.daemon = self.start()

    def test_the_word_as_typed_comes_first_and_stripped_forms_after_it(self):
        for query, ids in (("마이크로", ["micro", "mike"]), ("고양이", ["cat", "town"]), ("고양이가", ["cat", "town"]), ("투자가", ["investor", "money"])):
            with self.subTest(query):
                self.assertEqual([hit["id"] for hit in self.daemon.search(query, prefix="off")["hits"]], ids)

    def test_a_noun_is_marked_whole(self):
        for query, name, marked in (("세미나", "seminar", "<mark>세미나</mark> 발표와 <mark>세미나</mark>를"),
                                    ("마이크로", "micro", "<mark>마이크로</mark> 제어기"), ("고양이", "cat", "<mark>고양이</mark>를"), ("고양이가", "cat", "<mark>고양이</mark>를")):
            with self.subTest(query):
                hits = self.daemon.search(query, prefix="off")["hits"]
                self.assertIn(marked, next(hit["snippet_html"] for hit in hits if hit["id"] == name))
