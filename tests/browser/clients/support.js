// SPDX-License-Identifier: GPL-2.0-or-later
// What every client test needs: a daemon with articles, pages from a server of their own, a browser.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import playwright from "playwright-core";

const here = path.dirname(fileURLToPath(import.meta.url));
export const root = path.resolve(here, "../../..");
const programs = process.env.RECAP_BIN ?? path.join(root, "build/release/bin");
const chromium = process.env.RECAP_CHROMIUM ?? "/usr/bin/chromium-headless-shell";

/** Articles of an author who wants to run a script in the reader's page. */
export const hostileArticles = {
  "markup.md": `---
title: 'evil <img src="/hostile" onerror="alert(1)">'
author: '"><script>alert(2)</script>'
topics: ['<svg onload=alert(3)>', 'evil']
url: https://example.org/evil
---
evil <b>text</b> \`<script>alert(4)</script>\` before the first heading

## evil \`<img src=/hostile onerror=alert(5)>\`

evil &lt;iframe src=/hostile&gt; and \`<svg onload=alert(6)>\` </div></section> unbalanced
`,
  "direction.md": `---
title: "evil direction \u202Etxt.exe"
author: "\u202Eevil author"
year: 2021
date: 2021-03-04
---
## evil \u202Eheading

evil text
`,
  "every-field.jsonl": JSON.stringify({
    id: '"><img src=/hostile onerror=alert(11)>',
    title: 'evil </title><script>alert(12)</script> " onmouseover="alert(13)',
    author: ["<img src=/hostile onerror=alert(14)>"],
    role: "<svg/onload=alert(15)>",
    topics: ['"><iframe src=/hostile>', "evil"],
    summary: "evil <img src=/hostile onerror=alert(16)>",
    lang: '"><img src=/hostile>',
    date: "2024-01-01",
    url: 'https://example.org/"onmouseover="alert(17)"x="',
    text: 'evil <b>bold</b> <<script>alert(18)//<</script> <a href="javascript:alert(19)">x</a>',
  }),
};

/** Indexes corpus/ and \`articles\` and serves them, with further \`options\`; returns { host, port, url, stop }. */
export async function startRecap(articles = {}, options = []) {
  const folder = mkdtempSync(path.join(tmpdir(), "recap-clients-"));
  const written = Object.entries(articles).map(([name, text]) => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  });
  const db = path.join(folder, "db");
  const indexed = spawnSync(path.join(programs, "recap-indexer"),
    ["--db", db, "--base-url", "https://example.org", path.join(root, "corpus"), ...written], { encoding: "utf8" });
  if (!existsSync(path.join(db, "CURRENT"))) throw new Error(`recap-indexer: ${indexed.error ?? indexed.stderr}`);
  const daemon = spawn(path.join(programs, "recap-searchd"),
    ["--db", db, "--listen", "127.0.0.1:0", "--cors-origin", "*", ...options], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await new Promise((resolve, reject) => {
    createInterface(daemon.stdout).once("line", (first) => resolve([first]));
    daemon.once("error", reject);
    daemon.once("exit", (status) => reject(new Error(`recap-searchd ended with ${status}`)));
  });
  const url = line.replace("listening on ", "");
  const ended = new Promise((resolve) => daemon.once("exit", resolve));
  return {
    url,
    host: new URL(url).hostname,
    port: Number(new URL(url).port),
    async stop() {
      daemon.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

const types = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html; charset=utf-8" };

/** Serves \`pages\` (path to HTML) and what npm has installed; returns { url, stop }. */
export async function startSite(pages) {
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = path.join(here, name);
    const installed = name.startsWith("/node_modules/") && existsSync(file);
    const body = pages[name] ?? (installed ? readFileSync(file) : undefined);
    const type = types[path.extname(name)] ?? types[".html"];
    response.writeHead(body === undefined ? 404 : 200, { "Content-Type": type });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }),
  };
}

export function openBrowser() {
  return playwright.chromium.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });
}

/** Elements that markup of articles has created in the parts of a page: none, if all is well. */
export function made(page, parts = "html") {
  return page.evaluate((selector) => {
    const below = (top) => [...top.querySelectorAll("*")].flatMap((one) => [one, ...(one.shadowRoot ? below(one.shadowRoot) : [])]);
    const all = [...document.querySelectorAll(selector)].flatMap(below);
    return {
      elements: all.filter((one) => one.matches("img, iframe, script:not([src]), b")).map((one) => one.outerHTML),
      handlers: all.flatMap((one) => one.getAttributeNames()).filter((name) => name.startsWith("on")),
      links: all.map((one) => one.protocol).filter((protocol) => protocol && !/^https?:$/.test(protocol)),
    };
  }, parts);
}

export const nothing = { elements: [], handlers: [], links: [] };

/** Opens a page and keeps what it did: dialogs, errors, requests beyond this machine or of hostile markup. */
export async function openPage(browser, url) {
  const page = await browser.newPage();
  const seen = { dialogs: [], errors: [], strange: [], posts: [] };
  page.on("dialog", (dialog) => { seen.dialogs.push(dialog.message()); dialog.dismiss(); });
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("response", (response) => { if (response.status() >= 400) seen.errors.push(`${response.status()} ${response.url()}`); });
  page.on("request", (request) => {
    const target = new URL(request.url());
    if (target.hostname !== "127.0.0.1" || target.pathname === "/hostile") seen.strange.push(request.url());
    if (request.method() === "POST") seen.posts.push(request.postData());
  });
  await page.goto(url);
  return { page, seen };
}

/** The HTML example under \`heading\` of docs/embedding.md, pointed at this daemon and at installed packages. */
export function documented(heading, recap, packages) {
  const text = readFileSync(path.join(root, "docs/embedding.md"), "utf8");
  const section = text.slice(text.indexOf(`\n## ${heading}\n`));
  const [, html] = section.match(/```html\n(.*?)```/s);
  let page = html
    .replace('url: "search.example.org", accept: "readWrite", protocol: "https"',
      `url: "${recap.host}", port: ${recap.port}, accept: "readWrite", protocol: "http"`)
    .replaceAll("https://search.example.org", recap.url);
  for (const [name, installed] of Object.entries(packages))
    page = page.replaceAll(`https://cdn.example/${name}/`, `/node_modules/${installed}/`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${heading}</title><body>${page}</body></html>`;
}
