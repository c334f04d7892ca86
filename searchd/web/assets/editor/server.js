// SPDX-License-Identifier: GPL-2.0-or-later
import { limited } from '../patience.js';

/** Sends requests while someone writes, and drops responses to earlier ones. */
export class Latest {
  #running = null;

  /** Returns the parsed response, or null if a later request has replaced this one. Throws if the
   *  server is unavailable or silent; throws the response itself if its status is 400 or more. */
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
