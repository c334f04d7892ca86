// SPDX-License-Identifier: GPL-2.0-or-later
// The pages of a daemon that a proxy shows below a path of its own host.

import assert from "node:assert/strict";
import http from "node:http";
import { after, before, test } from "node:test";

import { answered, startBrowser, startRecap } from "./support.js";

const path = "/search";
let recap, proxy, browser;

/** Forwards requests below `path`, without it; records all others. */
async function startProxy() {
  const strays = [];
  const server = http.createServer((request, response) => {
    if (request.url === "/site") {
      response.setHeader("content-type", "text/html");
      return response.end(`<!doctype html><html lang="en"><title>Site</title><link rel="icon" href="data:,"><script type="module" src="${path}/assets/recap-search.js"></script><recap-search></recap-search>`);
    }
    if (!request.url.startsWith(`${path}/`)) {
      strays.push(request.url);
      return response.writeHead(404).end();
    }
    const { method, headers } = request;
    const asked = http.request(recap.url + request.url.slice(path.length), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    asked.on("error", () => response.destroy());
    response.on("close", () => asked.destroy());
    request.pipe(asked);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    host: `http://127.0.0.1:${server.address().port}`,
    strays,
    stop: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }),
  };
}

before(async () => {
  proxy = await startProxy();
  recap = await startRecap({}, ["--public-url", proxy.host + path]);
  browser = await startBrowser();
});
after(async () => {
  await browser?.stop();
  await recap?.stop();
  await proxy?.stop();
});

/** Opens a page at `target`; allIsWell() checks what must not have happened on it. */
async function open(target) {
  const tab = await browser.open(proxy.host + target);
  return { ...tab, allIsWell: () => assert.deepEqual([proxy.strays, tab.seen.errors, tab.seen.strange], [[], [], []]) };
}

test("the search page searches, filters, pages, and goes back", async () => {
  const { page, allIsWell } = await open(`${path}/`);
  await page.locator("#q:focus").waitFor();
  await page.keyboard.type("onboarding");
  await page.waitForURL(`${proxy.host}${path}/?q=onboarding`);
  await page.getByRole("checkbox", { name: "2022" }).check();
  await page.waitForURL(`${proxy.host}${path}/?q=onboarding&year=2022`);
  await page.locator(".chip.on").click();
  await page.waitForURL(`${proxy.host}${path}/?q=onboarding`);
  await page.goBack();
  await page.locator(".chip.on").waitFor();
  await page.locator(".brand").click();
  await page.waitForURL(`${proxy.host}${path}/`);
  await page.getByRole("link", { name: "Next" }).click();
  await page.waitForURL(`${proxy.host}${path}/?page=2`);
  await page.locator("[aria-current=page]", { hasText: "2" }).waitFor();
  await page.locator(".hit .foot .chip").first().click();
  await page.waitForURL(`${proxy.host}${path}/?topic=*`);
  allIsWell();
});

test("the editor's page compares, and leads to the search page and back", async () => {
  const { page, allIsWell } = await open(`${path}/`);
  await page.getByRole("link", { name: "For editors" }).click();
  await page.waitForURL(`${proxy.host}${path}/editor`);
  await page.locator("#draft").fill("# Monitoring\n\nContainers of a Kubernetes node, and how we monitor them.");
  await page.locator("#related .story").first().waitFor();
  await page.getByText("A published article", { exact: true }).click();
  await page.locator("#pick").fill("summer 2022");
  await page.locator("#found button", { hasText: "Summer 2022" }).first().click();
  await page.locator("#related .story").first().waitFor();
  await page.getByRole("link", { name: "Search page" }).click();
  await page.waitForURL(`${proxy.host}${path}/`);
  allIsWell();
});

test("the search box finds, completes, and leads to the search page", async () => {
  const { page, allIsWell } = await open("/site");
  await page.locator("recap-search button.trigger").waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("onb");
  await answered(page, "onb");
  await page.locator("recap-search [role=option]", { hasText: "onboarding" }).first().waitFor();
  await page.getByRole("link", { name: "All results" }).click();
  await page.waitForURL(`${proxy.host}${path}/?q=onb`);
  allIsWell();
});

test("addresses for browsers and feed readers are below the path too", async () => {
  const { page, allIsWell } = await open(`${path}/?q=onboarding`);
  const xml = (selector) => page.locator(selector).evaluate(async (link) => (await fetch(link.href)).text());
  const description = await xml("link[rel=search]");
  const suggestions = description.match(/rel="suggestions" template="([^"]+)"/)[1].replace("{searchTerms}", "onb");
  const [, , , addresses] = await page.evaluate(async (address) => (await fetch(address)).json(), suggestions);
  assert.ok(addresses[0].startsWith(`${proxy.host}${path}/?q=onb`), addresses[0]);
  assert.match(await xml("link[type='application/atom+xml']"), new RegExp(`rel="self"[^>]+ href="${proxy.host}${path}/feed.atom\\?q=onboarding"`));
  await page.goto(description.match(/type="text\/html" template="([^"]+)"/)[1].replace("{searchTerms}", "onboarding").replace("{startPage?}", "1").replaceAll("&amp;", "&"));
  await page.locator(".hit mark").first().waitFor();
  allIsWell();
});

test("without JavaScript a form and links stay below the path", async () => {
  const plain = await startBrowser({ javaScriptEnabled: false });
  try {
    const { page } = await plain.open(`${proxy.host}${path}/`);
    await page.getByRole("link", { name: "Next" }).click();
    await page.waitForURL(`${proxy.host}${path}/?page=2`);
    await page.locator("#q").fill("onboarding");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${proxy.host}${path}/?q=onboarding*`);
    await page.locator(".hit mark").first().waitFor();
    assert.deepEqual(proxy.strays, []);
  } finally {
    await plain.stop();
  }
});
