// SPDX-License-Identifier: GPL-2.0-or-later
// Milliseconds from a keystroke to the first answer that is shown, and from an address to the first
// paint of its page, on loopback: measure.js [ROUNDS]

import { startBrowser, startRecap, startSite } from "./support.js";

const rounds = Number(process.argv[2] ?? 20);
const recap = await startRecap();
const site = await startSite("<recap-search></recap-search>", recap);
const browser = await startBrowser();

/** Types `text` key by key; after each key, waits in the page until the watched part changes. */
async function measure(page, watch, text) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const key of text) {
      await page.evaluate((source) => {
        const { target, box } = new Function(`return ${source}`)()();
        globalThis.took = new Promise((resolve) => {
          let begun;
          box.addEventListener("keydown", () => (begun = performance.now()), { once: true });
          const observer = new MutationObserver(() => {
            observer.disconnect();
            requestAnimationFrame(() => resolve(performance.now() - begun));
          });
          observer.observe(target, { childList: true, subtree: true });
        });
      }, watch.toString());
      await page.keyboard.press(key);
      times.push(await page.evaluate(() => globalThis.took));
    }
    for (const _ of text) await page.keyboard.press("Backspace");
    await page.waitForTimeout(50);
  }
  return `${spread(times)}, ${times.length} keystrokes`;
}

/** Opens `url` again each time, with the browser's cache; returns the time of the first paint with content. */
async function firstPaint(url) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const { page } = await browser.open(url);
    times.push(await page.evaluate(() => new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntriesByName("first-contentful-paint")[0].startTime))
        .observe({ type: "paint", buffered: true });
    })));
    await page.close();
  }
  return `${spread(times)}, ${times.length} times`;
}

function spread(times) {
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

try {
  const box = await browser.open(site.url);
  await box.page.waitForFunction(() => customElements.get("recap-search"));
  await box.page.keyboard.press("/");
  console.log("element:", await measure(box.page, () => {
    const root = document.querySelector("recap-search").shadowRoot;
    return { target: root.querySelector("[role=listbox]"), box: root.querySelector("input") };
  }, "onboarding"));
  const search = await browser.open(recap.url);
  console.log("search page:", await measure(search.page, () => ({ target: document.querySelector("form"), box: document.querySelector("#q") }), "onboarding"));
  console.log("search page, first paint:", await firstPaint(`${recap.url}/?q=onboarding`));
  console.log("editor's page, first paint:", await firstPaint(`${recap.url}/editor`));
} finally {
  await browser.stop();
  await site.stop();
  await recap.stop();
}
