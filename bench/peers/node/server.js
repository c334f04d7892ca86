// SPDX-License-Identifier: GPL-2.0-or-later
//
// Usage: node server.js flexsearch|minisearch FILE.jsonl
//
// A search engine in memory over HTTP: `/?q=WORDS&limit=10` returns the best articles with any of the words, with title
// and snippet. A snippet is cut around the first place of a word: less than what the daemons do.
"use strict";

const fs = require("node:fs");
const http = require("node:http");
const readline = require("node:readline");

const WIDTH = 240; // characters of a snippet
const BEFORE = 60; // of them before the first word

// Each returns the numbers of articles, best first; all of them for a count.
const engines = {
  flexsearch(articles) {
    const { Document } = require("flexsearch");
    const field = (name) => ({ field: name, tokenize: "strict" });
    const index = new Document({ document: { id: "number", index: [field("title"), field("text")] }, fastupdate: false });
    articles.forEach((article, number) => index.add({ number, ...article }));
    return (words, limit) => index.search(words, { limit, suggest: true, merge: true }).map((hit) => hit.id);
  },
  minisearch(articles) {
    const MiniSearch = require("minisearch");
    const index = new MiniSearch({ idField: "number", fields: ["title", "text"] });
    index.addAll(articles.map((article, number) => ({ number, ...article })));
    return (words) => index.search(words).map((hit) => hit.id);
  },
};

const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) => text.replace(/[&<>"]/g, (letter) => escapes[letter]);

function snippet(text, words) {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})`, "iu");
  const begin = Math.max(0, text.search(pattern) - BEFORE);
  const all = new RegExp(`(?<![\\p{L}\\p{N}])(${words.join("|")})`, "giu");
  return escaped(text.slice(begin, begin + WIDTH)).replace(all, "<mark>$1</mark>");
}

async function read(file) {
  const articles = [];
  for await (const line of readline.createInterface({ input: fs.createReadStream(file) })) {
    const { id, title, text } = JSON.parse(line);
    articles.push({ id, title: title ?? "", text });
  }
  return articles;
}

function answer(articles, search, target) {
  const parameters = new URL(target, "http://localhost").searchParams;
  const limit = Number(parameters.get("limit") ?? 10);
  const asked = parameters.get("q");
  const words = asked.match(/[\p{L}\p{N}]+/gu) ?? [];
  const counting = parameters.get("count") === "1";
  const found = words.length ? search(asked, counting ? articles.length : limit) : [];
  const hits = found.slice(0, limit).map((number) => {
    const { id, title, text } = articles[number];
    return { id, title, snippet: snippet(text, words) };
  });
  return counting ? { total: found.length, hits } : { hits };
}

async function main([name, file]) {
  const articles = await read(file);
  const search = engines[name](articles);
  const server = http.createServer((request, response) => {
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(answer(articles, search, request.url)));
  });
  server.keepAliveTimeout = 600_000;
  server.listen(0, "127.0.0.1", () => console.log(`listening on http://127.0.0.1:${server.address().port}`));
}

main(process.argv.slice(2));
