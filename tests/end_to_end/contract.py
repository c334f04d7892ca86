# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks real responses against the contract of /v1, searchd/api/openapi.json."""

import json
import pathlib
import re
import urllib.parse

import jsonschema

CONTRACT = json.loads((pathlib.Path(__file__).resolve().parents[2] / "searchd/api/openapi.json").read_text(encoding="utf-8"))


def closed(schema):
    """The same schema, rejecting unknown keys: a response must have only keys of the contract."""
    if isinstance(schema, list):
        return [closed(member) for member in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: closed(value) for key, value in schema.items()}
    if isinstance(schema.get("properties"), dict):
        made.setdefault("additionalProperties", False)
    return made


COMPONENTS = closed(CONTRACT["components"])
PATHS = [(re.compile(re.sub(r"\{\w+\}", ".+", path) + "$"), methods)
         for path, methods in sorted(CONTRACT["paths"].items(), key=lambda entry: -len(entry[0]))]


def resolved(node):
    while "$ref" in node:
        target = COMPONENTS
        for part in node["$ref"].split("/")[2:]:
            target = target[part]
        node = target
    return node


def objection(methods, method, status, content_type, body):
    """How the response differs from a path of the contract, or None."""
    responses = methods.get({"HEAD": "get"}.get(method, method.lower()), next(iter(methods.values())))["responses"]
    found = responses.get(str(status)) or responses.get(f"{status // 100}XX")
    if not found:
        return "this status is not in the contract"
    content = resolved(found).get("content", {})
    if body is None:
        return None
    if content_type not in content:
        return f"{content_type} is not one of {list(content)}"
    schema = {**closed(content[content_type]["schema"]), "components": COMPONENTS}
    error = jsonschema.exceptions.best_match(jsonschema.Draft202012Validator(schema).iter_errors(body))
    return error and f"{error.json_path}: {error.message[:300]}"


def check(method, target, status, content_type, body):
    """Raises AssertionError if a response of /v1 or of operations differs from the contract."""
    path = urllib.parse.unquote(urllib.parse.urlsplit(target).path)
    matching = [methods for pattern, methods in PATHS if pattern.match(path)]
    if not matching or method not in ("GET", "HEAD", "POST"):
        return
    # An id may end in /related, so an address can be of two kinds.
    objections = [objection(methods, method, status, content_type, body) for methods in matching]
    assert None in objections, f"{method} {target[:100]}: {status}: {objections[0]}"
