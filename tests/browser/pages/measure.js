// SPDX-License-Identifier: GPL-2.0-or-later
// Milliseconds from a keystroke to the first answer that is shown, on loopback: measure.js [ROUNDS]

import { startBrowser, startRecap, startSite } from "./support.js";

const rounds = Number(process.argv[2] ?? 20);
const recap = await startRecap();
const site = await startSite(`<recap-search></recap-search><script type="module" src="${recap.url}/assets/recap-search.js"></script>`, recap);
const browser = await startBrowser();

/** Types `text` key by key; each time waits in the page until what is watched changes. */
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
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, ${times.length} keystrokes`;
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
  const paint = await search.page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
  console.log("search page, first contentful paint:", paint?.toFixed(0), "ms");
} finally {
  await browser.stop();
  await site.stop();
  await recap.stop();
}
