// SPDX-License-Identifier: GPL-2.0-or-later
import { limited } from '../patience.js';
import { withKey } from './key.js';
import { released } from '../press.js';

/** A request that the server rejected, with its message and, if known, the `code` of the mistake in the query. */
export class Refused extends Error {
  constructor({ detail, code }) {
    super(detail);
    this.code = code;
  }
}

/** A longer text is cut before it is sent, to keep the address short enough. */
const longest = 1000;
const mostWords = 32;

/** The beginning of a query that the server rejected as too long; null after any other error. */
function shorter(q, code) {
  if (code !== 'too-many-words' && code !== 'query-too-long') return null;
  const words = q.split(/\s+/);
  if (words.length < 2) return q.length < 2 ? null : q.slice(0, q.length * 3 / 4);
  return words.slice(0, Math.min(mostWords, Math.floor(words.length * 3 / 4))).join(' ');
}

/** Sends requests while someone types; only the response to the last one counts. */
export class Source {
  #base;
  #parameters;
  #running = null;
  #suggests = true;
  #headers;

  /** `parameters`: a query string sent with every search, for example `lang=ko`. `key`: sent with every request. Both
   *  may be null. */
  constructor(base, parameters, key) {
    this.#base = String(base).replace(/\/+$/, '');
    this.#parameters = parameters ?? '';
    this.#headers = withKey(key);
  }

  /** Aborts the current request, if there is one. */
  drop() {
    this.#running?.abort();
    this.#running = null;
  }

  /** Returns `{ answer, suggestions }`, or null if a later request has replaced this one. Throws
   *  Refused, or the error of fetch if the server is unavailable. `asTyped`: without corrections.
   *  `answer.cut`: only the beginning of `q` was searched. */
  async ask(q, limit, asTyped) {
    this.drop();
    const mine = new AbortController();
    this.#running = mine;
    const answered = limited(mine);
    try {
      const [answer, suggestions] = await Promise.all([
        this.#search({ q: q.slice(0, longest), limit, more_sections: 1, ...(asTyped && { typo: 'off' }) }, mine.signal),
        this.#suggest(q.slice(0, longest), mine.signal),
      ]);
      await released();
      return mine === this.#running ? { answer, suggestions } : null;
    } catch (error) {
      if (mine !== this.#running) return null;
      throw error;
    } finally {
      answered();
    }
  }

  /** The initial content: the newest articles, and `facets.topic`. Null if the request fails. */
  async beginning(limit) {
    try {
      return await this.#search({ limit, more_sections: 0, facets: 'topic' });
    } catch {
      return null;
    }
  }

  async #search(asked, signal) {
    const response = await fetch(`${this.#base}/v1/search?${this.#with(asked)}`, { signal, headers: this.#headers });
    const body = await response.json();
    const less = response.status === 400 && shorter(asked.q ?? '', body.code);
    if (less) return { ...await this.#search({ ...asked, q: less }, signal), cut: true };
    // A mistake in other parameters, or in the key, is that of the page's owner.
    if (response.status === 400 && body.parameter === 'q') throw new Refused(body);
    if ([400, 401, 403].includes(response.status)) console.error(`recap-search: ${body.detail}`);
    if (!response.ok) throw new Error(`status ${response.status}`);
    return body;
  }

  /** Completions; empty if the request fails, because there are still results. */
  async #suggest(q, signal) {
    if (!this.#suggests) return [];
    try {
      const response = await fetch(`${this.#base}/v1/suggest?${new URLSearchParams({ q, limit: 3 })}`, { signal, headers: this.#headers });
      if (response.status === 404) this.#suggests = false;
      return response.ok ? ((await response.json()).suggestions ?? []) : [];
    } catch {
      return [];
    }
  }

  /** The address of the search page for `q`. */
  page(q, asTyped) {
    return `${this.#base}/?${this.#with({ q, ...(asTyped && { typo: 'off' }) })}`;
  }

  /** The address of the search page with the articles of an author. */
  articlesOf(author) {
    return `${this.#base}/?${this.#with({ author })}`;
  }

  #with(asked) {
    const parameters = new URLSearchParams(this.#parameters);
    for (const [name, value] of Object.entries(asked)) parameters.set(name, value);
    return parameters;
  }
}
