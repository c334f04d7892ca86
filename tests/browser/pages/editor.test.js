// SPDX-License-Identifier: GPL-2.0-or-later

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { hostileArticles, hurry, made, nothing, root, serving, violations } from "./support.js";

const its = serving({ articles: hostileArticles, permissions: ["clipboard-read", "clipboard-write"] });

const draft = `# Watching over nodes

In my third month I looked after monitoring. Our containers run on a Kubernetes cluster.

Before that came onboarding: I wrote a chat as an assignment and set up the development environment.
`;
const opened = () => its.browser.open(`${its.recap.url}/editor`);

test("a draft shows related stories with reasons, topics, and sentences that could link", async () => {
  const { page, seen } = await opened();
  await page.locator("#draft").fill(draft);
  await page.locator("#related .of-words").first().waitFor();
  await page.locator("#topics .chip.spoken").first().waitFor();
  const link = page.locator("#links li").first();
  await link.waitFor();
  const markdown = await link.locator("code").textContent();
  assert.match(markdown, /^\[.+\]\(https:\/\/\S+\)$/);
  await link.getByRole("button").click();
  await link.getByRole("button", { name: "Copied" }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), markdown);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(seen.errors, []);
});

test("on paper there are findings, but no buttons", async () => {
  const { page } = await opened();
  await page.locator("#draft").fill(draft);
  await page.locator("#links li").first().waitFor();
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("#topics .chip").first().isVisible(), true);
  assert.equal(await page.locator("#related .story").first().isVisible(), true);
  for (const part of [".modes", "button:not(.chip)", ".chip [aria-hidden]", ".intro"]) assert.equal(await page.locator(part).first().isVisible(), false, part);
});

test("a suggested topic is added to the front matter of the draft, and can be undone", async () => {
  const { page } = await opened();
  const box = page.locator("#draft");
  await box.fill(`---\ntitle: Nodes\ntopics: [internship]\n---\n${draft}`);
  const chip = page.getByRole("button", { name: "Add to the front matter of the draft: onboarding" });
  await chip.click();
  assert.match(await box.inputValue(), /^---\ntitle: Nodes\ntopics: \[internship, onboarding\]\n---\n/);
  await chip.waitFor({ state: "detached" });
  await page.locator("#topics .chip").first().waitFor();
  await page.keyboard.press("Control+z");
  assert.match(await box.inputValue(), /\ntopics: \[internship\]\n/);
  await chip.waitFor();
  assert.deepEqual(await violations(page), []);
});

test("links and topics are copied on an insecure page, too", async () => {
  const { page } = await opened();
  await page.evaluate(() => {
    globalThis.copied = navigator.clipboard;
    Object.defineProperty(navigator, "clipboard", { value: undefined }); // as with http:// and a name
  });
  await page.locator("#draft").fill(draft);
  for (const [button, text] of [["#links li button", await page.locator("#links li code").first().textContent()], ["#copy-topics", /^topics: \[.*onboarding.*\]$/]]) {
    await page.locator(button).first().click();
    await page.locator(button, { hasText: "Copied" }).first().waitFor();
    const found = await page.evaluate(() => globalThis.copied.readText());
    if (text instanceof RegExp) assert.match(found, text);
    else assert.equal(found, text);
    assert.equal(await page.locator(button).first().evaluate((one) => one === document.activeElement), true);
    await page.locator(button).first().click(); // while it still shows "copied"
  }
  await hurry(page);
  for (const [button, label] of [["#links li button", "Copy link"], ["#copy-topics", "Copy as front matter"]]) {
    await page.locator(button).first().click();
    await page.locator(button, { hasText: label }).first().waitFor();
  }
});

test("it fits a phone, and axe finds nothing there and in the dark", async () => {
  const { page } = await opened();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.locator("#draft").fill(draft);
  await page.locator("#links li").first().waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true);
  assert.deepEqual(await violations(page), []);
});

test("a draft that is already published is reported", async () => {
  const { page } = await opened();
  await page.locator("#draft").fill(readFileSync(`${root}/corpus/08-fall-2022.md`, "utf8"));
  await page.locator("#duplicates .share").first().waitFor();
});

test("a published article shows its neighbours", async () => {
  const { page } = await opened();
  await page.getByText("A published article", { exact: true }).click();
  await page.locator("#pick").fill("summer 2022");
  await page.locator("#found button", { hasText: "Summer 2022" }).first().click();
  await page.locator("#related .story").first().waitFor();
  assert.equal(await page.locator("#links").isVisible(), false);
  assert.deepEqual(await violations(page), []);
});

test("a dropped file becomes the draft", async () => {
  const { page } = await opened();
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "draft.md", { type: "text/markdown" }));
    return transfer;
  }, draft);
  await page.locator("#draft-pane").dispatchEvent("drop", { dataTransfer: dropped });
  await page.locator("#related .story").first().waitFor();
  assert.equal(await page.locator("#draft").inputValue(), draft);
});

test("a draft outlives a reload, and is gone with its tab", async () => {
  const { page, seen } = await opened();
  await page.locator("#draft").fill(draft);
  await page.locator("#related .story").first().waitFor();
  assert.equal(await page.evaluate(() => localStorage.length + document.cookie.length), 0);
  assert.equal(page.url(), `${its.recap.url}/editor`);
  await page.locator("#draft").press("End");
  await page.keyboard.type("typed last");
  await page.reload();
  assert.match(await page.locator("#draft").inputValue(), /typed last/);
  await page.locator("#related .story").first().waitFor();
  assert.deepEqual(seen.errors, []);
  const other = await opened();
  assert.equal(await other.page.locator("#draft").inputValue(), "");
  await page.locator("#draft").fill("");
  await page.reload();
  assert.equal(await page.locator("#draft").inputValue(), "");
});

test("a story opens beside the draft", async () => {
  const { page } = await opened();
  await page.locator("#draft").fill(draft);
  await page.locator("#links li").first().waitFor();
  for (const link of await page.locator(".title[href]").all()) assert.equal(await link.getAttribute("target"), "_blank");
});

test("an empty draft and an unavailable server have a message", async () => {
  const { page } = await opened();
  await page.locator("#state").filter({ hasText: "appear here" }).waitFor();
  await page.route("**/v1/related*", (route) => route.abort());
  await page.locator("#draft").fill(draft);
  await page.locator("#state").filter({ hasText: "not responding" }).waitFor();
});

test("a silent server has a message, and gets the next key's request", async () => {
  const { page, seen } = await opened();
  const notice = page.locator("#state", { hasText: "not responding" });
  const silence = async (ask) => {
    await page.route("**/v1/**", () => {}); // never answered
    const calmDown = await hurry(page);
    await ask();
    await notice.waitFor();
    await page.locator("#findings[aria-busy=false]").waitFor();
    await calmDown();
    await page.unroute("**/v1/**");
  };
  await silence(() => page.locator("#draft").fill(draft));
  await page.locator("#draft").press("End");
  await page.keyboard.type(" ");
  await page.locator("#related .story").first().waitFor();
  await notice.waitFor({ state: "detached" });
  await silence(() => page.getByText("A published article", { exact: true }).click());
  await page.locator("#pick").press("a");
  await page.locator("#found button").first().waitFor();
  await notice.waitFor({ state: "detached" });
  assert.deepEqual(seen.errors, []);
});

test("sentences link to whole articles if the server does not name a section, with one request", async () => {
  const { page } = await opened();
  let asked = 0;
  await page.route("**/v1/search*", (route) => {
    asked += 1;
    return route.abort();
  });
  await page.locator("#draft").fill(draft);
  await page.locator("#links li").nth(1).waitFor();
  for (const link of await page.locator("#links .title").all()) assert.doesNotMatch(await link.getAttribute("href"), /#/);
  assert.equal(asked, 1);
});

test("markup of articles and drafts is inert", async () => {
  const { page, seen } = await opened();
  await page.locator("#draft").fill(`# evil <img src=/hostile onerror=alert(1)>\n\nevil evil heading text unbalanced <script>alert(1)</script>\n\n${hostileArticles["markup.md"]}`);
  await page.locator("#related .story, #duplicates .story").first().waitFor();
  await page.getByText("A published article", { exact: true }).click();
  await page.locator("#pick").fill("evil");
  await page.locator("#found button", { hasText: "</title>" }).click();
  await page.locator("#related .story, #duplicates .story").first().waitFor();
  assert.deepEqual(await made(page), nothing);
  assert.deepEqual([seen.dialogs, seen.strange, seen.errors], [[], [], []]);
});
