// SPDX-License-Identifier: GPL-2.0-or-later

const kept = 5;

/** The last searches of this reader, stored in this browser only. Empty without storage. */
export class Recent {
  #key;

  constructor(name) {
    this.#key = `recap-search ${name}`;
  }

  list() {
    try {
      const list = JSON.parse(localStorage.getItem(this.#key));
      return Array.isArray(list) ? list.filter((q) => typeof q === 'string').slice(0, kept) : [];
    } catch {
      return [];
    }
  }

  add(q) {
    const query = q.trim();
    if (query) this.#save([query, ...this.list().filter((other) => other !== query)].slice(0, kept));
  }

  clear() {
    this.#save([]);
  }

  #save(list) {
    try {
      localStorage.setItem(this.#key, JSON.stringify(list));
    } catch {
      // Storage may be full or forbidden; the search works without it.
    }
  }
}
