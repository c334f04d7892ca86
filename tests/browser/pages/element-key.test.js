// SPDX-License-Identifier: GPL-2.0-or-later
// The elements at a daemon that requires a key.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";

import { serving, startSite } from "./support.js";

const key = "0123456789abcdef-site";
const folder = mkdtempSync(path.join(tmpdir(), "recap-keys-"));
const keys = path.join(folder, "keys.toml");
writeFileSync(keys, `[[key]]\nname = "site"\nrole = "search"\nkey = "${key}"\n`);
after(() => rmSync(folder, { recursive: true }));

const its = serving({ daemon: ["--keys", keys] });

async function onSite(body, check) {
  const site = await startSite(`${body}<script type="module" src="${its.recap.url}/assets/recap-related.js"></script>`, its.recap);
  const { page } = await its.browser.open("about:blank");
  const consoleLines = [];
  page.on("console", (message) => consoleLines.push(message.text()));
  await page.goto(site.url);
  try {
    await check(page, consoleLines);
  } finally {
    await page.close();
    await site.stop();
  }
}

test("the box sends its key with searches and suggestions", () => onSite(`<recap-search key="${key}"></recap-search>`, async (page) => {
  const asked = [];
  page.on("response", async (response) => {
    if (response.request().method() === "GET") asked.push([new URL(response.url()).pathname, response.status()]);
  });
  await page.keyboard.press("/");
  await page.locator("recap-search .title").first().waitFor();
  await page.keyboard.type("onboarding");
  await page.locator("recap-search mark").first().waitFor();
  assert.deepEqual([...new Set(asked.map(String))].sort(), ["/v1/search,200", "/v1/suggest,200"]);
}));

test("related stories are requested with the key", () => onSite(`<recap-related article="2023-summer-internship" key="${key}"></recap-related>`, async (page) => {
  await page.locator("recap-related li").first().waitFor();
}));

test("without the key, the owner of the page is warned, but not readers", () => onSite("<recap-search></recap-search>", async (page, consoleLines) => {
  await page.keyboard.press("/");
  await page.keyboard.type("onboarding");
  await page.locator("recap-search .message", { hasText: "currently unavailable" }).waitFor();
  assert.ok(consoleLines.some((line) => /^recap-search: .*key/.test(line)), consoleLines.join("\n"));
}));
