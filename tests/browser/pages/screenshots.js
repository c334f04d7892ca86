// SPDX-License-Identifier: GPL-2.0-or-later
// Pictures of the pages for the README and docs/insights.md, and of the search box for docs/embedding.md:
// screenshots.js FOLDER

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { answered, askAsReaders, startBrowser, startRecap, startSite } from "./support.js";

const draft = `# Watching over GPU nodes

In my third month I was asked to look after monitoring. Our containers run on a Kubernetes cluster, and nobody could tell which node was busy.

Before that came onboarding: I wrote a chat as an assignment, set up the development environment of Backend.AI, and read the code of the manager.

My first good first issue was about plugins, which the agent loads selectively.

## What an agent knows

Each node runs an agent. It starts sessions in containers, counts their memory, and tells the manager how much is left. I added the numbers of the GPU: how warm it is, how busy, and whose session keeps it so.

## Reviews

Code review was slower than writing. My mentor asked for tests first, then for a smaller change, and the third pull request was merged on the day of the seminar.

## Looking back

I came for machine learning and stayed for the plumbing: async programming in Python, a release that broke and was mended within the hour, and a conference where we showed it all.
`;

const folder = process.argv[2];

/** The page for editors, after some readers have searched. */
async function takeInsights() {
  const key = "editor-key-0123456789";
  const files = mkdtempSync(path.join(tmpdir(), "recap-insights-"));
  const keys = path.join(files, "keys.toml");
  writeFileSync(keys, `anonymous = "search"\n[[key]]\nname = "Ann"\nrole = "editor"\nkey = "${key}"\n`, { mode: 0o600 });
  const daemon = await startRecap({}, ["--insights", path.join(files, "insights.db"), "--keys", keys, "--trusted-proxy", "127.0.0.1"]);
  const asked = ["onboarding", "chat assignment", "kuberntes", "인턴십", "salary", "visa sponsorship", "remote work"];
  await askAsReaders(daemon.url, key, { asked, opened: [["onboarding", "2023-summer-internship"]] });
  const editor = await startBrowser({ viewport: { width: 1080, height: 900 }, colorScheme: "light", extraHTTPHeaders: { Authorization: `Bearer ${key}` } });
  const { page } = await editor.open(`${daemon.url}/insights`);
  await page.getByText("As a synonym").first().click();
  await page.screenshot({ path: path.join(folder, "insights.png") });
  await editor.stop();
  await daemon.stop();
  rmSync(files, { recursive: true });
}

await takeInsights();
const recap = await startRecap();
const site = await startSite("<recap-search></recap-search>", recap);
const browser = await startBrowser({ viewport: { width: 1080, height: 660 }, colorScheme: "light" });
try {
  const search = await browser.open(`${recap.url}/?q=onbording+seminar`);
  await search.page.getByText("Why this result").first().click();
  await search.page.screenshot({ path: path.join(folder, "search.png") });
  const editor = await browser.open(`${recap.url}/editor`);
  await editor.page.setViewportSize({ width: 1080, height: 1080 }); // down to the sentences that could link
  await editor.page.locator("#draft").fill(draft);
  await editor.page.locator("#links li").first().waitFor();
  await editor.page.locator("#draft").evaluate((draft) => { draft.scrollTop = 0; });
  await editor.page.screenshot({ path: path.join(folder, "editor.png") });
  const box = await browser.open(site.url);
  await box.page.setViewportSize({ width: 900, height: 640 });
  await box.page.locator("recap-search").evaluate((element) => element.style.setProperty("--recap-font", "Inter, sans-serif"));
  await box.page.keyboard.press("/");
  await box.page.keyboard.type("onboarding");
  await answered(box.page, "onboarding");
  await box.page.keyboard.press("ArrowDown");
  await box.page.locator("recap-search dialog").evaluate((one) => Promise.all(one.getAnimations().map((each) => each.finished)));
  await box.page.screenshot({ path: path.join(folder, "box.png") });
} finally {
  await browser.stop();
  await site.stop();
  await recap.stop();
}
