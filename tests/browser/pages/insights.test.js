// SPDX-License-Identifier: GPL-2.0-or-later
// What readers look for, as editors see it.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";

import { askAsReaders, made, nothing, serving, startBrowser, violations } from "./support.js";

const folder = mkdtempSync(path.join(tmpdir(), "recap-insights-"));
const key = "editor-key-0123456789";
writeFileSync(path.join(folder, "keys.toml"), `anonymous = "search"\n[[key]]\nname = "Ann"\nrole = "editor"\nkey = "${key}"\n`);

const daemon = ["--insights", path.join(folder, "insights.db"), "--keys", path.join(folder, "keys.toml"), "--trusted-proxy", "127.0.0.1"];
const hostile = 'evil "><img src=/hostile onerror=alert(1)> \u202Etxt';
const asked = ["onboarding", "zanzibar", "kuberntes", "모니터링", hostile];
const opened = [["onboarding", "2023-summer-internship"]];
const its = serving({
  daemon,
  prepared: (recap) => askAsReaders(recap.url, key, { asked, opened }),
  extraHTTPHeaders: { Authorization: `Bearer ${key}` },
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("an editor gets from a query without results to the search, and to lines for a synonym", async () => {
  const { page, seen } = await its.browser.open(`${its.recap.url}/insights`);
  const missing = page.getByRole("region", { name: "Nothing found" });
  const row = missing.getByRole("listitem").filter({ hasText: "zanzibar" });
  await row.getByText("As a synonym").click();
  assert.equal(await row.locator("pre").innerText(), '[[one-way]]\nfrom = ["zanzibar"]\nto = [""]');
  await row.getByRole("link", { name: "zanzibar" }).click();
  await page.waitForURL(`${its.recap.url}/?q=zanzibar`);
  assert.deepEqual(seen.errors, []);
});

test("an opened article comes with lines for a pin", async () => {
  const { page } = await its.browser.open(`${its.recap.url}/insights?days=7`);
  assert.equal(await page.locator("nav [aria-current=page]").innerText(), "7 days");
  const opened = page.getByRole("region", { name: "Opened most" });
  await opened.getByText("As a pin").click();
  assert.equal(await opened.locator("pre").innerText(), '[[query]]\nq = "onboarding"\npinned = ["2023-summer-internship"]');
  await page.getByRole("region", { name: "Corrected" }).getByText("searched for as kubernetes").waitFor();
});

test("it is for editors", async () => {
  const answer = await fetch(`${its.recap.url}/insights`);
  assert.equal(answer.status, 401);
  const page = await (await fetch(`${its.recap.url}/editor`, { headers: { Authorization: `Bearer ${key}` } })).text();
  assert.match(page, /href="insights"/);
});

for (const [colorScheme, locale] of [["light", "en-US"], ["dark", "ko-KR"]]) {
  test(`axe finds nothing, it fits a phone, and what readers type is inert, ${colorScheme}, ${locale}`, async (onceDone) => {
    const headers = { Authorization: `Bearer ${key}` };
    const browser = await startBrowser({ locale, colorScheme, extraHTTPHeaders: headers, viewport: { width: 320, height: 640 } });
    onceDone.after(() => browser.stop());
    const { page, seen } = await browser.open(`${its.recap.url}/insights`);
    for (const details of await page.locator("details").all()) await details.evaluate((one) => { one.open = true; });
    assert.equal(await page.locator("html").getAttribute("lang"), locale.slice(0, 2));
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true);
    assert.equal(await page.locator(".brand span").evaluate((name) => name.scrollHeight <= name.clientHeight), true);
    assert.deepEqual(await made(page), nothing);
    assert.deepEqual([seen.dialogs, seen.strange, seen.errors], [[], [], []]);
  });
}
