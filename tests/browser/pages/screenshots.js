// SPDX-License-Identifier: GPL-2.0-or-later
// Pictures of the pages for the README, and of the search box for docs/embedding.md: screenshots.js FOLDER

import path from "node:path";

import { answered, startBrowser, startRecap, startSite } from "./support.js";

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
