// SPDX-License-Identifier: GPL-2.0-or-later
// Authors whose names are in the table of --authors.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";

import { answered, made, nothing, serving } from "./support.js";

const folder = mkdtempSync(path.join(tmpdir(), "recap-authors-"));
const table = path.join(folder, "authors.toml");
writeFileSync(table, `lee = "이하나"\n[mallory]\nname = "<img src=/hostile onerror=alert(1)>"\n`);
after(() => rmSync(folder, { recursive: true }));

const its = serving({
  body: "<recap-search></recap-search>",
  daemon: ["--authors", table],
  articles: {
    "a.md": "---\nauthor: lee\n---\n# Trains\nA train.\n",
    "b.md": "---\nauthor: mallory\n---\n# Trams\nA tram.\n",
  },
});

const typed = async (text) => {
  const { page, seen } = await its.browser.open(its.site.url);
  await page.locator("recap-search .trigger").waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type(text);
  await answered(page, text);
  return { page, seen };
};

test("the box suggests an author by name, and leads to the articles", async () => {
  for (const text of ["le", "lee"]) {
    const { page } = await typed(text);
    const suggested = page.locator("recap-search [role=option].word", { hasText: "author" });
    assert.equal((await suggested.innerText()).replaceAll(/\s+/g, " "), "이하나 author");
    await suggested.click();
    await page.waitForURL("**/?author=lee");
    assert.deepEqual(await page.locator(".hit h2").allInnerTexts(), ["Trains"]);
    assert.match(await page.locator(".chip.on").innerText(), /이하나/);
  }
});

test("markup in the name of a suggested author is inert", async () => {
  const { page, seen } = await typed("mall");
  await page.locator("recap-search [role=option].word", { hasText: "<img" }).waitFor();
  assert.deepEqual(await made(page, "recap-search"), nothing);
  assert.deepEqual([seen.dialogs, seen.strange, seen.errors], [[], [], []]);
});
