// SPDX-License-Identifier: GPL-2.0-or-later

import assert from "node:assert/strict";
import { test } from "node:test";

const parts = new URL("../../../searchd/web/assets/", import.meta.url);
const source = async (name) => import(`data:text/javascript,${encodeURIComponent(await (await import("node:fs/promises")).readFile(new URL(name, parts), "utf8"))}`);
const { withTopic } = await source("editor/front-matter.js");
const { markdownLink, sentenceFor, sentencesOf } = await source("editor/sentences.js");

test("sentences are those of running text that hold no link", () => {
  const draft = "---\ntitle: No. It is metadata.\n---\n# A heading\n\nOne is\nhere. Two is here!\n\n- Three. See [it](x).\n\n```\ncode. code.\n```\n\n| a | b |\n";
  assert.deepEqual(sentencesOf(draft, "en"), ["One is here.", "Two is here!", "Three."]);
  assert.deepEqual(sentencesOf("", "en"), []);
  assert.deepEqual(sentencesOf("```\nnever closed. code.", "en"), []);
});

test("a topic is written into the front matter in the form used there", () => {
  for (const [draft, expected] of [
    ["# A\n", "---\ntopics: [new one]\n---\n\n# A\n"],
    ["---\ntitle: A\n---\nText\n", "---\ntitle: A\ntopics: [new one]\n---\nText\n"],
    ["---\ntopics:\ntitle: A\n---\n", "---\ntopics: [new one]\ntitle: A\n---\n"],
    ["---\ntopics: # which?\n---\n", "---\ntopics: [new one] # which?\n---\n"],
    ["---\ntopics: []\n---\n", "---\ntopics: [new one]\n---\n"],
    ["---\ncategories: [x]\nTags: [a, 'b c'] # two\n---\n", "---\ncategories: [x]\nTags: [a, 'b c', new one] # two\n---\n"],
    ["---\r\ntags:\r\n  - a\r\n  - b\r\ntitle: A\r\n---\r\n", "---\r\ntags:\r\n  - a\r\n  - b\r\n  - new one\r\ntitle: A\r\n---\r\n"],
    ["---\ntags: a\n---\n", "---\ntags: [a, new one]\n---\n"],
    ["+++\ntitle = \"A\"\n[taxonomies]\ntags = [\"a\"]\n+++\n", "+++\ntitle = \"A\"\n[taxonomies]\ntags = [\"a\", \"new one\"]\n+++\n"],
    ["---\ntags: [a,\n  b]\n---\n", "---\ntags: [a,\n  b]\n---\n"],
    ["---\nnever closed\n", "---\ntopics: [new one]\n---\n\n---\nnever closed\n"],
  ]) assert.equal(withTopic(draft, "new one"), expected);
  assert.equal(withTopic("", "a: b"), '---\ntopics: ["a: b"]\n---\n\n');
  assert.equal(withTopic("", "2022"), '---\ntopics: ["2022"]\n---\n\n');
});

test("the sentence with most of the words is chosen, and the link covers them", () => {
  const sentences = ["We like nodes.", "Containers run on a Kubernetes node.", "Kubernetes is a word."];
  const found = sentenceFor(["Kubernetes", "node", "container"], sentences, new Set());
  assert.equal(found.anchor, "Containers run on a Kubernetes node");
  assert.deepEqual(found.words, ["Kubernetes", "node", "container"]);
  assert.equal(sentenceFor(["Kubernetes", "node"], sentences, new Set(sentences)), null);
  assert.equal(sentenceFor(["Kubernetes"], sentences, new Set()), null);
});

test("a link is a phrase: it contains no comma, and no single word if another belongs to it", () => {
  const anchor = (words, sentence) => sentenceFor(words, [sentence], new Set()).anchor;
  assert.equal(anchor(["plugins", "agent", "loads"], "It was about plugins, which the agent loads."), "agent loads");
  assert.equal(anchor(["container", "node"], "Our busy containers run far away from where anybody would look after them, on a node."), "busy containers");
  assert.equal(anchor(["node", "container"], "Of our containers, the small ones, each knows its node."), "containers");
  assert.equal(anchor(["review", "tests"], "Good review (and tests) took time."), "Good review");
});

test("Korean words are found under their particles", () => {
  const found = sentenceFor(["인턴십", "온보딩"], ["인턴십에서는 온보딩을 먼저 했다."], new Set());
  assert.equal(found.anchor, "인턴십에서는 온보딩");
});

test("a Markdown link ends where it should", () => {
  assert.equal(markdownLink("a [b]", "https://example.org/a_(b) c"), "[a \\[b\\]](https://example.org/a_%28b%29%20c)");
});
