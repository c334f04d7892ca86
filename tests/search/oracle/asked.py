# SPDX-License-Identifier: GPL-2.0-or-later
"""The requests whose responses are recorded."""

import dataclasses
import json
import pathlib
import re
import urllib.parse

from tests.end_to_end import programs

HERE = pathlib.Path(__file__).parent

# Requests of Algolia's clients, to /1/indexes/INDEX/query.
ALGOLIA = [
    ("made", "recap", {"query": "server review", "optionalFilters": ["topics:research"]}),
    ("made", "recap", {"query": "server review", "optionalFilters": [["topics:research", "year:2020"], "season:winter"]}),
    ("made", "recap", {"query": "lighthosue", "optionalFilters": "lang:ko", "facets": ["year", "lang"]}),
    ("made", "recap", {"query": "", "optionalFilters": ["author:이서연"], "hitsPerPage": 5}),
    ("made", "recap", {"query": "how do you keep a server reliable when the cluster is slow", "optionalFilters": ["season:fall"]}),
    ("made", "recap", {"query": "telescope zanzibar", "optionalWords": "zanzibar"}),
    ("made", "recap", {"query": "telescope zanzibar", "removeWordsIfNoResults": "none"}),
    ("made", "recap", {"query": "orchard", "similarQuery": "lighthouse telescope compass"}),
    ("made", "recap", {"query": "server", "restrictSearchableAttributes": ["title"]}),
    ("made", "recap", {"query": "server", "restrictSearchableAttributes": ["topics", "content"]}),
    ("made", "recap", {"query": "server", "filters": "year >= 2020 AND (season:summer OR season:winter) AND NOT lang:ko"}),
    ("made", "recap", {"query": "lighth", "queryType": "prefixNone", "typoTolerance": "false"}),
    ("made", "recap", {"query": "(", "advancedSyntax": True}),
    ("made", "recap", {"query": "\"good first\" -issue", "advancedSyntax": True, "page": 1, "hitsPerPage": 5}),
    ("made", "recap", {"query": "server", "facets": ["*", "date_timestamp"], "maxValuesPerFacet": 3, "hitsPerPage": 0}),
    ("made", "recap_newest", {"query": "server review"}),
    ("made", "recap_sections", {"query": "quiet harbour"}),
    ("made", "recap_sections", {"query": "저장소를", "distinct": True}),
    ("corpus", "recap", {"query": "monitering", "facets": ["year"]}),
    ("corpus", "recap_sections", {"query": "monitoring"}),
    ("synonyms", "recap", {"query": "internship", "synonyms": False}),
]

# Drafts, to POST /v1/related.
DRAFTS = [
    ("corpus", {"title": "Monitoring", "body": "Containers of a Kubernetes node, and how we monitor them."}),
    ("corpus", {"title": "인턴십 후기", "lang": "ko", "year": 2022, "season": "summer", "topics": ["mentoring"],
                "body": "## 면접\n\n오픈소스 해커톤에서 멘토링을 받았고, 여름에 인턴으로 일했다.\n"}),
    ("made", {"title": "The telescope of the lighthouse", "author": "Mara Lindqvist", "topics": "research, storage",
              "body": "In the afternoon the lighthouse met the telescope.\n\n## Quiet harbour\n\nA compass and an orchard.\n"}),
]


@dataclasses.dataclass(frozen=True, order=True)
class Ask:
    """One request to the daemon that serves a collection."""

    kind: str  # search, suggest, related or algolia
    collection: str
    query: str  # as a person reads it, with its parameters
    target: str
    body: str = ""

    @property
    def name(self):
        return f"{self.kind} {self.collection}: {self.query}"


def rows(name):
    """Collection, text and further parameters of each line."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            collection, text, *parameters = line.split("\t")
            yield collection, text, urllib.parse.parse_qsl(parameters[0]) if parameters else []


def shown(text, parameters):
    return " ".join([text if text.strip() else json.dumps(text), *(f"{name}={value}" for name, value in parameters)])


def searches():
    for collection, text, parameters in rows("searches.tsv"):
        encoded = urllib.parse.urlencode([("q", text), ("explain", "true"), *parameters])
        yield Ask("search", collection, shown(text, parameters), "/v1/search?" + encoded)


def beginnings():
    for collection, text, parameters in rows("beginnings.tsv"):
        yield Ask("suggest", collection, shown(text, parameters), "/v1/suggest?" + urllib.parse.urlencode([("q", text), *parameters]))


def stories():
    articles = [("corpus", re.search(r"^id: (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)[1])
                for path in (programs.ROOT / "corpus").glob("[0-9]*.md")]
    articles += [("made", f"made-{number:03}") for number in (20, 21, 30, 31, 97, 114, 150, 203)]
    for collection, article in articles:
        yield Ask("related", collection, article, f"/v1/articles/{article}/related")
    for collection, draft in DRAFTS:
        yield Ask("related", collection, "draft " + draft["title"], "/v1/related", json.dumps(draft))


def algolia():
    for collection, index, parameters in ALGOLIA:
        text = json.dumps(parameters, ensure_ascii=False)
        ranked = {"getRankingInfo": True, "attributesToRetrieve": ["title", "section", "anchor"], "attributesToHighlight": ["title"]}
        yield Ask("algolia", collection, f"{index} {text}", f"/1/indexes/{index}/query", json.dumps(parameters | ranked))


def everything():
    """Every request, in the order of the record."""
    return sorted([*searches(), *beginnings(), *stories(), *algolia()])
