// SPDX-License-Identifier: GPL-2.0-or-later
// Pictures of the pages for the README: screenshots.js FOLDER

import path from "node:path";

import { startBrowser, startRecap } from "./support.js";

const draft = `# Watching over GPU nodes

In my third month I was asked to look after monitoring. Our containers run on a Kubernetes cluster, and nobody could tell which node was busy.

Before that came onboarding: I wrote a chat as an assignment, set up the development environment of Backend.AI, and read the code of the manager.

My first good first issue was about plugins, which the agent loads selectively.
`;

const folder = process.argv[2];
const recap = await startRecap();
const browser = await startBrowser({ viewport: { width: 1080, height: 660 }, colorScheme: "light" });
try {
  const search = await browser.open(`${recap.url}/?q=onboarding`);
  await search.page.screenshot({ path: path.join(folder, "search.png") });
  const editor = await browser.open(`${recap.url}/editor`);
  await editor.page.locator("#draft").fill(draft);
  await editor.page.locator("#links li").first().waitFor();
  await editor.page.screenshot({ path: path.join(folder, "editor.png") });
} finally {
  await browser.stop();
  await recap.stop();
}
