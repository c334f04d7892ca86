// SPDX-License-Identifier: GPL-2.0-or-later
import { limited } from '../patience.js';
import { released } from '../press.js';

/** The parts of the page that depend on the question; the box stays as it is. */
const parts = ['filters', 'results', 'filter-count'];

/** Shows of the hidden values of a filter those with the text of `field`, and those that are ticked. */
export function narrowValues(field) {
  const wanted = field.value.trim().toLowerCase();
  for (const value of field.closest('details').querySelectorAll('.value')) {
    value.hidden = !value.textContent.toLowerCase().includes(wanted) && !value.querySelector(':checked');
  }
}

/** Puts the parts of another page of ours, already parsed, in place of those shown. The one who
 *  types, ticks or reads with "more" open must not notice. */
export function swapParts(page) {
  const focused = document.activeElement?.id;
  const inside = parts.some((id) => document.getElementById(id).contains(document.activeElement));
  const among = [...document.querySelectorAll('.among')].map(({ id, value }) => [id, value]);
  const open = [...document.querySelectorAll('#filters details[open]')].map((details) => details.id);
  for (const id of parts) {
    const fresh = page.getElementById(id);
    if (fresh) document.getElementById(id).replaceWith(document.importNode(fresh, true));
  }
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  for (const [id, value] of among) {
    const field = document.getElementById(id);
    if (field) narrowValues(Object.assign(field, { value }));
  }
  const otherwise = document.querySelector('dialog[open] [data-close]') ?? document.getElementById('results');
  if (inside) (document.getElementById(focused) ?? otherwise).focus({ preventScroll: true });
  document.title = page.title;
  document.getElementById('spoken').textContent = document.querySelector('.status').textContent;
}

/** Asks for pages one after another; only the answer to the last question is shown. */
export class Asker {
  #turn = 0;
  #running = null;

  /** Gives the page at `address`, parsed, and whether it is a refusal: { page, refused }; null when
   *  a later question has overtaken this one. Throws when the server does not answer. */
  async ask(address) {
    const turn = ++this.#turn;
    this.#running?.abort();
    this.#running = new AbortController();
    const answered = limited(this.#running);
    try {
      const answer = await fetch(address, { signal: this.#running.signal, headers: { accept: 'text/html' } });
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
