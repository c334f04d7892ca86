// SPDX-License-Identifier: GPL-2.0-or-later
import { limited } from '../patience.js';
import { released } from '../press.js';

/** The parts of the page that depend on the query; the box stays as it is. */
const parts = ['filters', 'results', 'filter-count'];

/** Of the hidden values of a filter, shows those with the text of `field`, and those that are ticked. */
export function narrowValues(field) {
  const wanted = field.value.trim().toLowerCase();
  for (const value of field.closest('details').querySelectorAll('.value')) {
    value.hidden = !value.textContent.toLowerCase().includes(wanted) && !value.querySelector(':checked');
  }
}

/** The filters whose further values are shown. The server sends these values only if asked. */
export function openedFilters() {
  return [...document.querySelectorAll('#filters details[open] > summary')].map(({ dataset }) => dataset.field);
}

/** Replaces the visible parts by those of another search page, already parsed, without disturbing a
 *  reader who is typing, ticking or reading with "more" open. */
export function swapParts(page) {
  const focused = document.activeElement?.id;
  const inside = parts.some((id) => document.getElementById(id).contains(document.activeElement));
  const among = [...document.querySelectorAll('.among')].map(({ id, value }) => [id, value]);
  for (const id of parts) {
    const fresh = page.getElementById(id);
    if (fresh) document.getElementById(id).replaceWith(document.importNode(fresh, true));
  }
  for (const [id, value] of among) {
    const field = document.getElementById(id);
    if (field) narrowValues(Object.assign(field, { value }));
  }
  const otherwise = document.querySelector('dialog[open] [data-close]') ?? document.getElementById('results');
  if (inside) (document.getElementById(focused) ?? otherwise).focus({ preventScroll: true });
  document.title = page.title;
  document.getElementById('spoken').textContent = document.querySelector('.status').textContent;
}

function withOpened(address, fields) {
  const more = fields.map((field) => `more=${field}`).join('&');
  return more ? address + (address.includes('?') ? '&' : '?') + more : address;
}

/** Fetches pages; only the response to the last request is shown. */
export class Asker {
  #turn = 0;
  #running = null;

  /** Returns the parsed page at `address` with the further values of the filters `opened`, and whether it is an error: { page, refused }; null if a
   *  later request has replaced this one. Throws if the server does not respond. */
  async ask(address, opened) {
    const turn = ++this.#turn;
    this.#running?.abort();
    this.#running = new AbortController();
    const answered = limited(this.#running);
    try {
      const answer = await fetch(withOpened(address, opened), { signal: this.#running.signal, headers: { accept: 'text/html' } });
      const text = await answer.text();
      await released();
      if (turn !== this.#turn) return null;
      const page = new DOMParser().parseFromString(text, 'text/html');
      if (!page.getElementById('results')) throw new Error('that is no page of ours');
      return { page, refused: answer.status === 400 };
    } catch (error) {
      if (turn !== this.#turn) return null;
      throw error;
    } finally {
      answered();
    }
  }
}
