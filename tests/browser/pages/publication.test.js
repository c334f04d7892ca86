// SPDX-License-Identifier: GPL-2.0-or-later
// Pages that a publication has made its own.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";

import { serving, violations } from "./support.js";

const folder = mkdtempSync(path.join(tmpdir(), "recap-logo-"));
after(() => rmSync(folder, { recursive: true }));
const logo = path.join(folder, "logo.svg");
writeFileSync(logo, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 32"><rect width="120" height="32" fill="#0a58ca"/></svg>');

const name = "The Very Long Name of a Publication about Internships";
const its = serving({
  daemon: ["--site-name", name, "--logo", logo, "--accent", "#7fd4ff", "--home-url", "https://example.org/", "--facets", "topic,year", "--editor", "off"],
});

test("the logo is visible, has the name, and links to the publication", async () => {
  const { page, seen } = await its.browser.open(its.recap.url);
  const mark = page.getByRole("link", { name }).locator("img");
  assert.deepEqual(await mark.evaluate((img) => [img.complete, img.naturalWidth > 0, img.height]), [true, true, 32]);
  assert.equal(await page.getByRole("link", { name }).getAttribute("href"), "https://example.org/");
  assert.deepEqual(seen.errors, []);
});

for (const colorScheme of ["light", "dark"]) {
  test(`any accent is readable, ${colorScheme}`, async () => {
    const { page } = await its.browser.open("about:blank");
    await page.emulateMedia({ colorScheme });
    await page.goto(`${its.recap.url}/?q=internship&year=2022`);
    const [red, , blue] = await page.locator(".chip.on").first().evaluate((link) => getComputedStyle(link).color.match(/\d+/g).map(Number));
    assert.ok(blue > red + 50, "it is blue");
    assert.deepEqual(await violations(page), []);
  });
}

test("the filters are those of the publication, and one set elsewhere", async () => {
  const { page } = await its.browser.open(`${its.recap.url}/?q=internship`);
  const legends = () => page.locator("#filters legend").allTextContents();
  assert.deepEqual(await legends(), ["Topic", "Year"]);
  await page.goto(`${its.recap.url}/?q=internship&lang=ko`);
  assert.deepEqual(await legends(), ["Topic", "Year", "Language"]);
});

test("a filter with a single value is not offered", async () => {
  const { page } = await its.browser.open(`${its.recap.url}/?q=monitoring`);
  assert.equal(await page.locator(".hit").count(), 1);
  assert.deepEqual(await page.locator("#filters legend").allTextContents(), ["Topic"]);
});

test("without an editor's page, its address shows a page that says so", async () => {
  const { page } = await its.browser.open(its.recap.url);
  assert.equal(await page.getByRole("link", { name: "For editors" }).count(), 0);
  const answer = await page.goto(`${its.recap.url}/editor`);
  assert.equal(answer.status(), 404);
  await page.getByRole("heading", { name: "There is no page at this address" }).waitFor();
  assert.deepEqual(await violations(page), []);
});

test("one can search from an address that does not exist, at any depth", async () => {
  const { page, seen } = await its.browser.open(`${its.recap.url}/blog/2023%2F01/my-first-onboarding.html?utm_source=x`);
  assert.equal(await page.locator("#q").inputValue(), "my first onboarding");
  assert.notEqual(await page.locator(".top").evaluate((top) => getComputedStyle(top).display), "block", "it has its style");
  await page.locator("#q").fill("onboarding");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${its.recap.url}/?q=onboarding`);
  assert.deepEqual(seen.errors, []);
});

test("days are written as people write them, and no year twice", async () => {
  const { page } = await its.browser.open(`${its.recap.url}/?q=internship`);
  const when = await page.locator(".when").allTextContents();
  assert.ok(when.some((line) => /[A-Z][a-z]+ \d{1,2}, \d{4}/.test(line)), when.join("\n"));
  for (const line of when) assert.doesNotMatch(line, /\d{4}-\d\d-\d\d/);
});
