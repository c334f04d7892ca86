// SPDX-License-Identifier: GPL-2.0-or-later
import { limited } from '../patience.js';

/** Asks the server while someone writes: the answer to an earlier question is dropped. */
export class Latest {
  #running = null;

  /** Gives the parsed answer, or null when a later question has overtaken it. Throws where the
   *  server is away or silent; an answer with a status of 400 and more is thrown as it is. */
  async ask(address, options = {}) {
    this.#running?.abort();
    const mine = new AbortController();
    this.#running = mine;
    const answered = limited(mine);
    try {
      const response = await fetch(address, { ...options, signal: mine.signal, cache: 'no-store' });
      const body = await response.json();
      if (mine !== this.#running) return null;
      if (!response.ok) throw body;
      return body;
    } catch (error) {
      if (mine !== this.#running) return null;
      throw error;
    } finally {
      answered();
    }
  }

  drop() {
    this.#running?.abort();
    this.#running = null;
  }
}

export function search(parameters) {
  return `v1/search?${new URLSearchParams(parameters)}`;
}

export function neighbours(id) {
  return `v1/articles/${id.split('/').map(encodeURIComponent).join('/')}/related?limit=5`;
}
