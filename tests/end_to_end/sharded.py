# SPDX-License-Identifier: GPL-2.0-or-later
"""Articles and queries that show whether results depend on the shards of an index."""

import json
import random
import urllib.parse

from tests.end_to_end import programs

WORDS = """monitoring kubernetes cluster redis python internship onboarding deployment storage scheduler container
network front-end backend database testing review mentor project team release pipeline latency cache queue
인턴십 쿠버네티스 모니터링 배포 서버 클러스터 프로젝트 멘토 테스트 검색""".split()
TOPICS = ["Infrastructure", "Front-end", "Machine Learning", "Career", "쿠버네티스"]
AUTHORS = ["Minji Park", "Jordan Lee", "SeongHyun Koo", "김서연"]
PHRASES = ["the front end of the cluster", "kubernetes cluster monitoring", "redis cache for the queue",
           "a mentor reviewed my project", "모니터링 서버를 배포", "state of the art machine learning"]


def sentence(chance):
    words = [chance.choice(WORDS) for _ in range(chance.randint(4, 12))]
    return " ".join(words + ([chance.choice(PHRASES)] if chance.random() < 0.4 else [])) + "."


def articles(count=160):
    """Articles, many nearly identical, so that hits often have the same score and their numbers decide."""
    chance = random.Random(20)
    for number in range(count):
        yield {
            "id": f"made-{number:03}",
            "title": " ".join(chance.sample(WORDS, 3)).title(),
            "author": [chance.choice(AUTHORS)],
            "date": f"{chance.randint(2019, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            "year": chance.randint(2019, 2024),
            "season": chance.choice(["summer", "winter"]),
            "topics": chance.sample(TOPICS, chance.randint(1, 3)),
            "markdown": "\n\n".join(f"## {chance.choice(WORDS).title()} {part}\n\n{sentence(chance)} {sentence(chance)}"
                                    for part in range(chance.randint(1, 3))),
        }


def write_articles(file):
    file.write_text("".join(json.dumps(article) + "\n" for article in articles()), encoding="utf-8")


def searches():
    every_facet = "year,season,author,topic,lang"
    for q in ["monitoring", "kubernetes cluster", "monitering", "kubernets clustr", "인턴십", "모니터링을", "ㅋㅂㄴ", "쿠버",
              "front-end", "front end", '"kubernetes cluster monitoring"', '"front end" redis', 'cache -"redis cache"',
              '"서버를 배포"', "redis NEAR/3 queue", "mentor NEAR/1 project", "kube*", "author:koo", "title:redis",
              "topic:career cache", "redis OR storage", "-redis", "year:2020..2022 cache", "lang:ko", "nothinglikeit",
              "how did the mentor review my kubernetes cluster monitoring project", "redis/python/cache", ""]:
        yield {"q": q, "facets": every_facet, "explain": "true"}
        yield {"q": q, "facets": every_facet, "year": "2021", "topic": ["Career", "Infrastructure"]}
    yield {"q": next(articles())["title"], "explain": "true"}
    for sort in ["newest", "oldest"]:
        yield {"q": "cluster", "sort": sort}
    for offset in [0, 7, 14, 100]:
        yield {"q": "cluster", "limit": 7, "offset": offset}
    yield {"q": "", "limit": 100}
    yield {"q": "cache", "from": "2021-03", "to": "2022"}


def questions():
    """Targets to GET."""
    for parameters in searches():
        yield "/v1/search?" + urllib.parse.urlencode(parameters, doseq=True)
    for q in ["kub", "mon", "front", "redis ca", "ㅋㅂㄴㅌㅅ", "쿠버", "dlsxj", "monitr", "min", "career"]:
        yield "/v1/suggest?" + urllib.parse.urlencode({"q": q})
    for name in ["made-000", "made-017", "2023-summer-internship"]:
        yield f"/v1/articles/{name}"
        yield f"/v1/articles/{name}/related"


DRAFT = "# Monitoring a cluster\n\nWe deployed redis on kubernetes, and my mentor reviewed the pipeline.\n"
MULTIPLE = json.dumps({"requests": [
    {"indexName": "recap", "params": f"query=cluster&facets=topic,year&hitsPerPage=5&{more}"}
    for more in ["", "facetFilters=topic:Career", "optionalFilters=topic:Career"]]})


def bare(answer):
    """Removes what differs between two responses to the same request, and rounds scores."""
    if isinstance(answer, dict):
        return {key: bare(value) for key, value in answer.items()
                if key not in ("took_us", "generation", "processingTimeMS", "serverTimeMS")}
    if isinstance(answer, list):
        return [bare(value) for value in answer]
    return round(answer, 6) if isinstance(answer, float) else answer


def assert_same_answers(test, daemon, other):
    """`other` gives the same response to every request as `daemon`."""
    def compare(target, **request):
        expected, answer = (one.request(target, **request) for one in (daemon, other))
        test.assertEqual(expected[0], 200, (target, expected[2]))
        test.assertEqual(answer[0], 200, (target, answer[2]))
        with test.subTest(target=urllib.parse.unquote(target)):
            test.assertEqual(bare(answer[2]), bare(expected[2]))
    for target in questions():
        compare(target)
    compare("/v1/related", method="POST", body=DRAFT.encode(), headers={"Content-Type": "text/markdown"})
    compare("/1/indexes/*/queries", method="POST", body=MULTIPLE.encode(), headers={"Content-Type": "application/json"})


    for q in ('"kubernetes cluster monitoring"', "redis NEAR/3 queue", '"서버를 배포"', "front-end", "kube*"):
        test.assertGreater(daemon.search(q)["total"], 0, q)


def index(db, articles_file, shards):
    done = programs.index(db, programs.ROOT / "corpus", articles_file, options=("--shards", str(shards)))
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return done
