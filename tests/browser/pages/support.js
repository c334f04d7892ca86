// SPDX-License-Identifier: GPL-2.0-or-later
// Helpers for the tests of pages, besides a daemon and a browser (../clients/support.js).

import { readFileSync, mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before } from "node:test";

import playwright from "playwright-core";

import { startRecap } from "../clients/support.js";

export { hostileArticles, made, nothing, root, startRecap } from "../clients/support.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

/** A browser with a profile of its own, in `locale`; returns { open, stop }. `routed`: Chromium hands over requests from
 *  the beginning; if page.route() switches that on in an open page, it may miss the next request. */
export async function startBrowser({ routed = false, ...options } = {}) {
  const profile = mkdtempSync(path.join(tmpdir(), "recap-chromium-"));
  const browser = await playwright.chromium.launchPersistentContext(profile, {
    executablePath: process.env.RECAP_CHROMIUM ?? "/usr/bin/chromium-headless-shell",
    args: quiet,
    locale: "en-US",
    viewport: { width: 1200, height: 900 },
    ...options,
  });
  return {
    /** Opens a page and keeps what it did: dialogs, errors, requests elsewhere, searches. */
    async open(url) {
      const page = await browser.newPage();
      const seen = { dialogs: [], errors: [], strange: [], searches: [] };
      page.on("dialog", (dialog) => { seen.dialogs.push(dialog.message()); dialog.dismiss(); });
      page.on("pageerror", (error) => seen.errors.push(String(error)));
      page.on("request", (request) => {
        const target = new URL(request.url());
        if (target.hostname !== "127.0.0.1" || target.pathname === "/hostile") seen.strange.push(request.url());
        if (target.pathname === "/v1/search") seen.searches.push(target.searchParams.get("q"));
      });
      if (routed) await page.route(/^never:/, () => {});
      await page.goto(url);
      return { page, seen };
    },
    async stop() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Starts what all tests of a file share: a daemon with corpus/, `articles` and the options `daemon`, set up by the
 *  function `prepared`; a site with `body`, if there is one; and a browser with the other options. Returns
 *  { recap, site, browser }, which are set when tests run. */
export function serving({ articles, body, daemon, prepared, ...options } = {}) {
  const its = {};
  before(async () => {
    its.recap = await startRecap(articles, daemon);
    await prepared?.(its.recap);
    if (body) its.site = await startSite(body, its.recap);
    its.browser = await startBrowser({ routed: true, ...options });
  });
  after(async () => {
    await its.browser?.stop();
    await its.site?.stop();
    await its.recap?.stop();
  });
  return its;
}

/** A site with one page of `body` and the script of the search box, whose policy lets it run scripts of Recap and
 *  nothing else. */
export async function startSite(body, recap) {
  const policy = `default-src 'none'; script-src ${recap.url}; connect-src ${recap.url}`;
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Site</title></head><body><main><h1>Site</h1>${body}<script type="module" src="${recap.url}/assets/recap-search.js"></script></main></body></html>`;
  const server = http.createServer((request, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy });
    response.end(page);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    stop: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }),
  };
}

/** The objections of axe-core, one line per violation. Runs in the page's own world, despite its policy. */
export async function violations(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: axe });
  const { result } = await session.send("Runtime.evaluate", {
    expression: "axe.run().then((found) => found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html).join(' | ')))",
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value;
}

/** Waits until the search box shows what was found for `q`, and not for its first letters. */
export function answered(page, q) {
  return page.locator(`recap-search .footer a[href$="?q=${encodeURIComponent(q)}"]`).waitFor();
}

/** Makes the timers of a page ten times as fast until the returned function is called. */
export async function hurry(page) {
  await page.evaluate(() => {
    const later = globalThis.setTimeout;
    globalThis.setTimeout = (act, delay) => later(act, delay / 10);
    globalThis.calmDown = () => { globalThis.setTimeout = later; };
  });
  return () => page.evaluate(() => globalThis.calmDown());
}

/** What a screen reader gets from a page: `of(role)` lists nodes as { role, name, text } and their
 *  properties; a property that refers to nodes is a list of them. */
export async function accessible(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const textOf = (node) => (node.role?.value === "StaticText" ? node.name.value : (node.childIds ?? []).map((id) => (byId.has(id) ? textOf(byId.get(id)) : "")).join(""));
  const made = new Map();
  for (const node of nodes.filter(({ ignored }) => !ignored)) {
    made.set(node.backendDOMNodeId, { role: node.role.value, name: node.name?.value, text: textOf(node).trim() });
  }
  for (const { ignored, backendDOMNodeId, properties } of nodes) {
    if (ignored) continue;
    for (const { name, value } of properties ?? []) {
      made.get(backendDOMNodeId)[name] = value.relatedNodes ? value.relatedNodes.map((one) => made.get(one.backendDOMNodeId)) : value.value;
    }
  }
  return { of: (role) => [...made.values()].filter((node) => node.role === role) };
}

/** Whether the text after the first of these elements is to its right, as it is unless a
 *  direction that the element's text overrides continues after it. For left-to-right text on one line. */
export async function staysInside(page, selector, text) {
  const measure = () => page.locator(selector, { hasText: text }).first().evaluate((element) => {
    const range = document.createRange();
    range.setStartAfter(element);
    range.setEndAfter(element.parentNode.lastChild);
    const behind = [...range.getClientRects()].find(({ width }) => width > 5);
    const inside = [...element.getClientRects()].at(-1);
    if (!behind || !inside) return null; // a new list of results is not laid out yet
    return behind.left >= inside.right - 1 || behind.top >= inside.bottom - 4;
  });
  const end = Date.now() + 10_000;
  let measured = await measure();
  while (measured === null && Date.now() < end) measured = await measure();
  return measured;
}

/** Types as an input method does: each of `steps` replaces the composition, the last is committed. */
export async function compose(page, steps) {
  const session = await page.context().newCDPSession(page);
  for (const text of steps) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  return { commit: () => session.send("Input.insertText", { text: steps.at(-1) }) };
}

/** Has three readers ask each query of `asked`, and click what `opened` names ([query, id]), until all of it is among
 *  the insights. The daemon trusts 127.0.0.1 as a proxy. */
export async function askAsReaders(url, key, { asked, opened }) {
  const readers = [1, 2, 3].map((number) => ({ "X-Forwarded-For": `192.0.2.${number}` }));
  for (const q of asked) {
    for (const headers of readers) await fetch(`${url}/v1/search?q=${encodeURIComponent(q)}`, { headers });
  }
  const events = opened.map(([q, id]) => ({ type: "click", q, id }));
  const giveUp = Date.now() + 60_000;
  while (Date.now() < giveUp) {
    const answer = await fetch(`${url}/v1/insights?limit=100`, { headers: { Authorization: `Bearer ${key}` } });
    const report = await answer.json();
    const isKept = report.popular.length >= asked.length;
    if (isKept && report.clicked.length >= opened.length) return;
    if (isKept) await fetch(`${url}/v1/events`, { method: "POST", body: JSON.stringify({ events }), headers: readers[0] });
  }
  throw new Error("what was asked is not among the insights");
}

/** Clicks `target` so that its page gets a pending answer between press and release. `late`
 *  is part of the requested address; `ask` makes the page send the request. */
export async function clickWhileAnswered(page, target, late, ask) {
  let answer;
  const held = new Promise((resolve) => { answer = resolve; });
  const matches = (url) => url.href.includes(late);
  await page.route(matches, async (route) => {
    const response = await route.fetch();
    await held;
    await route.fulfill({ response });
  });
  await ask();
  await target.hover();
  await page.mouse.down();
  const arrived = page.waitForResponse((response) => matches(new URL(response.url())));
  answer();
  await (await arrived).finished();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  await page.mouse.up();
}
