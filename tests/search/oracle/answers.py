# SPDX-License-Identifier: GPL-2.0-or-later
"""Answers of the built programs, cut down to what the record holds, and how they are written and compared."""

import contextlib
import json
import pathlib
import tempfile

from tests.end_to_end import programs
from tests.search.oracle import asked, made_set

RECORD = pathlib.Path(__file__).with_name("recorded.json")
SHOWN_WHOLE = 2  # hits; the others have id, score and missing words
TOLERANCE = 1.001e-3  # of scores and weights; Algolia's have three decimals
LINE = 120  # characters that fit on a line


def section(one):
    return one and [one["heading"], one["anchor"]]


def reasons(hit):
    """In an order independent of their weights, whose last digits may differ."""
    parts = [[one["kind"], one["field"], one["word"], one["matched"], one["weight"]] for one in hit.get("why", [])]
    return sorted(parts, key=lambda part: [str(value) for value in part[:4]] + [part[4]])


def whole(hit):
    kept = {"id": hit["id"], "score": hit["score"], "title": hit["title_html"], "section": section(hit["section"]),
            "more": [section(one) for one in hit["more_sections"]], "snippet": hit["snippet_html"]}
    return kept | ({"missing": hit["missing"]} if "missing" in hit else {}) | {"why": reasons(hit)}


def of_search(body):
    kept = {key: body[key] for key in ("corrected", "did_you_mean", "total", "total_relaxed", "total_is") if key in body}
    if body["facets"]:
        kept["facets"] = {name: [f"{one['count']} {one['value']}" for one in values] for name, values in body["facets"].items()}
    kept["hits"] = [whole(hit) for hit in body["hits"][:SHOWN_WHOLE]]
    rest = body["hits"][SHOWN_WHOLE:]
    return kept | {"further": [[hit["id"], hit["score"], *hit.get("missing", [])] for hit in rest]}


def of_suggest(body):
    return {"suggestions": [[one["kind"], one["count"], one["text_html"], one.get("id") or one.get("url")] for one in body["suggestions"]]}


def of_related(body):
    hits = [[one["id"], one["score"], *one["reasons"].values()] for one in body["hits"]]
    same = {key: [[one["id"], one["share"]] for one in body[key]] for key in ("near_duplicates", "translations")}
    topics = {"topics": [list(one.values()) for one in body["topics"]]} if "topics" in body else {}
    return {"hits": hits, **same, **topics}


def of_algolia(body):
    kept = {key: body[key] for key in ("nbHits", "nbPages", "exhaustiveNbHits", "facets", "facets_stats") if key in body}
    hits = []
    for hit in body["hits"]:
        ranking = hit["_rankingInfo"]
        facts = [ranking[key] for key in ("nbTypos", "nbExactWords", "words")]
        snippet = hit.get("_snippetResult", {}).get("content", {}).get("value")
        hits.append([hit["objectID"], ranking["userScore"] / 1000, facts, hit.get("anchor"), snippet])
    return kept | {"hits": hits}


KINDS = {"search": of_search, "suggest": of_suggest, "related": of_related, "algolia": of_algolia}


def kept_of(ask, status, body):
    if status != 200:
        return {key: body[key] for key in ("status", "parameter", "code", "position", "detail", "message") if key in body}
    return KINDS[ask.kind](body)


class Served:
    """Daemons that serve the collections until the block ends."""

    def __enter__(self):
        with contextlib.ExitStack() as stack:
            folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))
            made_set.write(folder / "made.jsonl")
            self.daemons = {}
            for name, source in [("corpus", programs.ROOT / "corpus"), ("made", folder / "made.jsonl")]:
                # One process, so that articles, and with them equal scores, have the order of the source.
                done = programs.index(folder / name, source, options=("--jobs", "1"))
                assert done.returncode == 0, done.stderr
                self.daemons[name] = programs.Daemon(folder / name)
                stack.callback(self.daemons[name].stop)
            synonyms = ("--synonyms", programs.ROOT / "corpus/synonyms.toml")
            self.daemons["synonyms"] = programs.Daemon(folder / "corpus", *synonyms)
            stack.callback(self.daemons["synonyms"].stop)
            self.stack = stack.pop_all()
        return self

    def __exit__(self, *_):
        self.stack.close()

    def answer(self, ask):
        method = "POST" if ask.body else "GET"
        fields = {"Content-Type": "application/json"} if ask.body else {}
        status, _, content = self.daemons[ask.collection].fetch(ask.target, method, fields, ask.body.encode() or None)
        body = json.loads(content)
        assert_descending(ask, body)
        return kept_of(ask, status, body)


def assert_descending(ask, body):
    """The record holds the parts of a score in its own order; the response has them by weight."""
    for hit in body.get("hits", []) if ask.kind == "search" else []:
        weights = [reason["weight"] for reason in hit.get("why", [])]
        assert weights == sorted(weights, reverse=True), f"{ask.name}: the parts of a score do not stand largest first"


def written(value, depth=0):
    """JSON to compare line by line; whatever fits on a line is on one."""
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or not value or len(line) <= LINE:
        return line
    margin = " " * (depth + 1)
    if isinstance(value, dict):
        parts = [f"{margin}{json.dumps(key, ensure_ascii=False)}: {written(one, depth + 1)}" for key, one in value.items()]
    else:
        parts = [margin + written(one, depth + 1) for one in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return "\n".join([opening, ",\n".join(parts), " " * depth + closing])


def settled(now, then):
    """The present answers, with the recorded numbers where they differ by no more than the tolerance."""
    if isinstance(now, float) and isinstance(then, (int, float)):
        return then if abs(now - then) <= TOLERANCE else now
    if isinstance(now, dict) and isinstance(then, dict):
        return {key: settled(value, then.get(key)) for key, value in now.items()}
    if isinstance(now, list) and isinstance(then, list):
        return [settled(*pair) for pair in zip(now, then)] + now[len(then):]
    return now


def recorded():
    return json.loads(RECORD.read_text(encoding="utf-8"))


def record():
    """Sends every request and rewrites the record; returns the number of answers."""
    with Served() as served:
        answers = {ask.name: served.answer(ask) for ask in asked.everything()}
    lines = ",\n".join(f"{json.dumps(name, ensure_ascii=False)}: {written(answer)}" for name, answer in answers.items())
    RECORD.write_text("{\n" + lines + "\n}\n", encoding="utf-8")
    return len(answers)
