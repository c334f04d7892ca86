# SPDX-License-Identifier: GPL-2.0-or-later
"""A made set of articles as JSON lines, the same bytes every time.

Only Random.random() is drawn from, which is the same in every version of Python. Words are taken by a power law.
"""

import json
import random

from tests.search.oracle import words

ARTICLES = 300
FINAL_CONSONANTS = 28  # syllables of Hangul in a row that differ in the last consonant alone

ENGLISH = [
    "The {noun} of the {noun} was {verb} in the first week.",
    "We {verb} the {adjective} {noun} and wrote about the {noun}.",
    "Our {noun} {verb} a {noun} for every {adjective} {noun}.",
    "In the afternoon the {noun} met the {noun}, and nobody {verb} the {noun}.",
    "What the {noun} needs is a {adjective} {noun}, not another {noun}.",
    "They had {verb} {joined} before the {noun} was {adjective}.",
    "{joined} and the {noun} share one {noun}.",
    "How do you keep a {noun} {adjective} when the {noun} is {adjective}?",
    "A {adjective} {noun} {noun} is worth more than ten {noun}s.",
    "Each {noun}'s {noun} is {verb} by two people: a {noun} and a {adjective} {noun}, as the {noun} says.",
]
KOREAN = [
    "{noun:을} {noun}에서 {verb}.",
    "우리 팀은 {adjective} {noun:을} 위해 {noun:을} {verb}.",
    "{noun:은} {noun:과} 함께 {adjective} {noun:이} 되었다.",
    "첫 주에는 {noun}의 {noun:을} {verb}, 그리고 {noun:은} 다음 주로 미루었다.",
    "{noun} {noun:이} 왜 필요한지 {noun}에게 물었다.",
    "{english} {noun:을} 처음으로 {verb}.",
]
# Words that other articles do not have, and that no list of frequent words contains.
ASIDES = {
    7: "検索エンジンは東京で作られた。", 61: "数据库的索引很重要。", 118: "検索は速い。", 203: "Le café naïve était très calme.",
    40: "The good first issue was easy to find.", 88: "It was a good issue, and the first of many.",
    133: "She rode on boarding ships to the harbour.", 171: "인턴 십 프로그램을 안내한다.", 219: "오픈 소스 저장소를 둘러보았다.",
    15: "Tags such as <b>bold</b> & \"quotes\" stay text.",
}


def of_power_law(source, choices):
    """Zipf's law: the rank is the exponential of a uniform number."""
    return choices[int((len(choices) + 1) ** source.random()) - 1]


def evenly(source, choices):
    return choices[int(source.random() * len(choices))]


def happens(source, share):
    return source.random() < share


class KoreanNoun:
    """Formats itself with the particle that fits its last syllable: 을 or 를, 과 or 와."""

    PARTICLES = {"을": "를", "은": "는", "이": "가", "과": "와"}

    def __init__(self, source):
        self.source = source

    def __format__(self, particle):
        word = of_power_law(self.source, words.KOREAN_NOUNS)
        closed = (ord(word[-1]) - ord("가")) % FINAL_CONSONANTS > 0
        return word + (particle if closed else self.PARTICLES.get(particle, ""))


class Word:
    """A word of a list, a different one each time it is formatted."""

    def __init__(self, source, choices):
        self.source, self.choices = source, choices

    def __format__(self, _):
        return of_power_law(self.source, self.choices)


class Writer:
    """Writes sentences in one language."""

    def __init__(self, source, korean):
        self.source, self.korean = source, korean
        if korean:
            self.templates = KOREAN
            self.words = {"noun": KoreanNoun(source), "verb": Word(source, words.KOREAN_VERBS),
                          "adjective": Word(source, words.KOREAN_ADJECTIVES), "english": Word(source, words.JOINED)}
        else:
            self.templates = ENGLISH
            self.words = {"noun": Word(source, words.NOUNS), "verb": Word(source, words.VERBS),
                          "adjective": Word(source, words.ADJECTIVES), "joined": Word(source, words.JOINED)}

    def sentence(self):
        return evenly(self.source, self.templates).format(**self.words)

    def heading(self):
        choices = ["{adjective} {noun}", "{noun} {noun}", "{noun}"]
        choices += ["{noun:은} 왜"] if self.korean else ["The {noun} of the {noun}", "Good first {noun}"]
        text = evenly(self.source, choices).format(**self.words)
        return text[0].upper() + text[1:]

    def paragraph(self):
        return " ".join(self.sentence() for _ in range(2 + int(self.source.random() * 5)))


def markdown(source, writer, aside):
    parts = [writer.paragraph()] if happens(source, 0.7) else []
    for number in range(1 + int(source.random() * 6)):
        level = "###" if number and happens(source, 0.2) else "##"
        paragraphs = [writer.paragraph() for _ in range(1 + int(3 * source.random() ** 2))]
        parts += [f"{level} {writer.heading()}", *paragraphs]
    return "\n\n".join(parts + [aside] * bool(aside)) + "\n"


def title(source, writer, season, year):
    if writer.korean:
        return "{noun} {noun} 이야기".format(**writer.words) if happens(source, 0.6) else f"{year} {writer.heading()} 후기"
    if season and happens(source, 0.3):
        return f"{season.capitalize()} {year}: {writer.heading()}"
    return writer.heading() + (" of the {adjective} {noun}".format(**writer.words) if happens(source, 0.6) else "")


def article(source, number):
    writer = Writer(source, happens(source, 0.35))
    year = 2018 + int(source.random() * 8)
    season = of_power_law(source, words.SEASONS) if happens(source, 0.8) else None
    made = {"id": f"made-{number:03}", "title": title(source, writer, season, year), "lang": "ko" if writer.korean else "en",
            "url": f"https://example.org/blog/{number}", "author": [of_power_law(source, words.AUTHORS)],
            "topics": sorted({of_power_law(source, words.TOPICS) for _ in range(1 + int(source.random() * 4))})}
    if happens(source, 0.1):
        made["author"].append(evenly(source, words.AUTHORS))
    if happens(source, 0.95):
        made["date"] = f"{year + happens(source, 0.2)}-{1 + int(source.random() * 12):02}-{1 + int(source.random() * 28):02}"
        made["year"] = year
    if season:
        made["season"] = season
    if happens(source, 0.3):
        made["summary"] = writer.sentence()
    made["markdown"] = markdown(source, writer, ASIDES.get(number))
    return made


def articles():
    """All articles; some repeat or translate another one, as in a publication."""
    source = random.Random(10)
    made = [article(source, number) for number in range(ARTICLES)]
    for original, copy in [(20, 21), (150, 290)]:
        made[copy]["markdown"] = made[original]["markdown"] + "\n\nPublished again.\n"
        made[copy]["lang"] = made[original]["lang"]
    for original, other in [(30, 31), (97, 260)]:
        made[other]["title"], made[other]["aliases"] = made[original]["title"] + " (2)", [made[original]["title"]]
        made[other]["lang"] = "ko" if made[original]["lang"] == "en" else "en"
    return made


def write(path):
    lines = (json.dumps(one, ensure_ascii=False, sort_keys=True) + "\n" for one in articles())
    path.write_text("".join(lines), encoding="utf-8")
