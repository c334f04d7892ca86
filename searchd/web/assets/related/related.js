// SPDX-License-Identifier: GPL-2.0-or-later
import { authorNames, languageTag, safeAddress } from '../element/marked.js';
import { withKey } from '../element/key.js';
import { make } from '../element/options.js';
import { limited } from '../patience.js';
import { relatedSheet } from './style.js';
import { relatedWording } from './wording.js';

/** Number of stories shown by default, and at most. */
const usualStories = 3;
const mostStories = 20;
/** Characters of a page that are sent: the server reads 256 KiB. */
const comparedCharacters = 60_000;
const topicsTold = 3;

const sameAddress = (one, other) => one?.replace(/[?#].*|\/$/g, '') === other?.replace(/[?#].*|\/$/g, '');

/** `<recap-related>`: stories similar to the article that contains it, from a Recap server. docs/embedding.md
 *  describes the attributes. Shows nothing without related stories or without the server. */
class RecapRelated extends HTMLElement {
  #near = null;

  connectedCallback() {
    this.style.display = 'block';
    // It is below an article, and not every reader reaches the end.
    this.#near = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#load(), { rootMargin: '600px' });
    this.#near.observe(this);
  }

  disconnectedCallback() {
    this.#near.disconnect();
  }

  async #load() {
    this.#near.disconnect();
    const base = new URL(this.getAttribute('src') ?? new URL('../', import.meta.url), document.baseURI).href.replace(/\/+$/, '');
    const asking = new AbortController();
    const answered = limited(asking);
    try {
      const response = await this.#ask(base, asking.signal);
      const body = await response.json();
      if (!response.ok) throw new Error(body.detail ?? `status ${response.status}`);
      this.#show(body.hits);
    } catch (error) {
      console.warn(`recap-related: ${error.message}`);
    } finally {
      answered();
    }
  }

  #stories() {
    const limit = Number(this.getAttribute('limit') ?? usualStories);
    return Number.isInteger(limit) && limit > 0 && limit <= mostStories ? limit : usualStories;
  }

  /** Compares the article by its id, else by the text of the page; one story more, because it may be the page itself. */
  #ask(base, signal) {
    const id = this.getAttribute('article');
    const headers = withKey(this.getAttribute('key'));
    if (id) return fetch(`${base}/v1/articles/${id.split('/').map(encodeURIComponent).join('/')}/related?limit=${this.#stories()}`, { signal, headers });
    const article = this.closest('article') ?? document.querySelector('article, main') ?? document.body;
    const title = article.querySelector('h1')?.textContent ?? document.title;
    const body = `# ${title.trim()}\n\n${article.innerText.slice(0, comparedCharacters)}`;
    // A request of this type without a key needs no preflight.
    return fetch(`${base}/v1/related?limit=${Math.min(this.#stories() + 1, mostStories)}`, { method: 'POST', headers: { 'content-type': 'text/plain', ...headers }, body, signal });
  }

  #show(hits) {
    const here = [location.href, document.querySelector('link[rel=canonical]')?.href];
    const stories = hits.filter((hit) => safeAddress(hit.url) && !here.some((address) => sameAddress(address, safeAddress(hit.url)))).slice(0, this.#stories());
    if (!stories.length) return;
    const tag = this.lang || this.closest('[lang]')?.lang || navigator.language;
    const words = relatedWording(tag);
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [relatedSheet];
    const heading = make('h2', { part: 'heading' }, this.getAttribute('heading') ?? words.related);
    root.replaceChildren(heading, make('ul', { part: 'list' }, ...stories.map((story) => this.#item(story, words, tag))));
  }

  #item(story, words, tag) {
    const day = /^\d{4}-\d\d-\d\d$/.test(story.date ?? '') && new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(story.date));
    const meta = [authorNames(story).join(', '), day || story.year].filter(Boolean).join(' · ');
    const topics = (story.reasons?.topics ?? []).slice(0, topicsTold).map((topic) => topic.replaceAll('-', ' ')).join(', ');
    const link = make('a', { class: 'title', part: 'link', href: safeAddress(story.url), lang: languageTag(story.lang), dir: 'auto' }, story.title);
    return make('li', { part: 'item' }, link,
      meta ? make('p', { class: 'meta', part: 'meta', dir: 'auto' }, meta) : null,
      topics ? make('p', { part: 'reason', dir: 'auto' }, words.shared + topics) : null);
  }
}

if (!customElements.get('recap-related')) customElements.define('recap-related', RecapRelated);
