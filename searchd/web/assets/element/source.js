// SPDX-License-Identifier: GPL-2.0-or-later
import { limited } from '../patience.js';
import { released } from '../press.js';

/** A question that the server understood and refused, with its sentence for a person, and `code`, which mistake in
 *  the query it is, if that is known. */
export class Refused extends Error {
  constructor({ detail, code }) {
    super(detail);
    this.code = code;
  }
}

/** The server, asked while someone types: only the answer to the last question counts. */
export class Source {
  #base;
  #parameters;
  #running = null;
  #suggests = true;

  /** `parameters`: a query string sent with every search, for example `lang=ko`. */
  constructor(base, parameters) {
    this.#base = String(base).replace(/\/+$/, '');
    this.#parameters = parameters ?? '';
  }

  /** Drops the question under way, if there is one. */
  drop() {
    this.#running?.abort();
    this.#running = null;
  }

  /** Gives `{ answer, suggestions }`, or null if another question has overtaken this one. Throws
   *  Refused, or whatever fetch throws when the server is away. `asTyped`: nothing is corrected. */
  async ask(q, limit, asTyped) {
    this.drop();
    const mine = new AbortController();
    this.#running = mine;
    const answered = limited(mine);
    try {
      const [answer, suggestions] = await Promise.all([
        this.#search({ q, limit, more_sections: 2, ...(asTyped && { typo: 'off' }) }, mine.signal),
        this.#suggest(q, mine.signal),
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

  async #search(asked, signal) {
    const response = await fetch(`${this.#base}/v1/search?${this.#with(asked)}`, { signal });
    const body = await response.json();
    if (response.status === 400) throw new Refused(body);
    if (!response.ok) throw new Error(`status ${response.status}`);
    return body;
  }

  /** Completions are a courtesy: without them there are still results. */
  async #suggest(q, signal) {
    if (!this.#suggests) return [];
    try {
      const response = await fetch(`${this.#base}/v1/suggest?${new URLSearchParams({ q, limit: 4 })}`, { signal });
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

  #with(asked) {
    const parameters = new URLSearchParams(this.#parameters);
    for (const [name, value] of Object.entries(asked)) parameters.set(name, value);
    return parameters;
  }
}
