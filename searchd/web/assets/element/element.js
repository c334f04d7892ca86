// SPDX-License-Identifier: GPL-2.0-or-later
import { isUnfinished, patienceWithTypists, Waiting } from '../waiting.js';
import { frame, holdPage, limitOf, opensSearch } from './frame.js';
import { group, hitRows, make, recentRow, suggestionRow, topicGroups } from './options.js';
import { Recent } from './recent.js';
import { Refused, Source } from './source.js';
import { wordingFor } from './wording.js';

/** Most articles in an empty box. */
const newestOffered = 3;

/** `<recap-search>`: a button that opens a search of a Recap server. Attributes and events are in
 *  docs/embedding.md. */
class RecapSearch extends HTMLElement {
  #words; #source; #recent; #parts; #active = -1; #topics = [];
  #asked = null; // { q, asTyped } of the last request
  #held = 0; // timer that shows a mistake once the reader had time to fix it
  #letPageGo = null;
  #waiting = new Waiting((on) => this.#showWaiting(on));
  #onKey = (event) => this.#pageKey(event);

  connectedCallback() {
    this.#words = wordingFor(this.lang || this.closest('[lang]')?.lang || navigator.language);
    const base = new URL(this.getAttribute('src') ?? new URL('../', import.meta.url), document.baseURI).href;
    this.#source = new Source(base, this.getAttribute('filter'), this.getAttribute('key'));
    this.#recent = new Recent(base);
    if (!this.shadowRoot) this.#build();
    if (this.getAttribute('hotkeys') !== 'off') document.addEventListener('keydown', this.#onKey);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#onKey);
    this.#rest();
  }

  /** Opens the dialog; with `q`, searches for it. */
  open(q) {
    const { dialog, input } = this.#parts;
    if (!dialog.open) {
      dialog.showModal();
      this.#letPageGo = holdPage();
    }
    if (q !== undefined) input.value = q;
    input.select();
    this.#asked = null;
    this.#ask();
  }

  close() {
    this.#parts.dialog.close();
  }

  #build() {
    this.#parts = frame(this, this.#words, this.getAttribute('placeholder') ?? this.#words.search);
    const { trigger, dialog, input, clear, close, list } = this.#parts;
    trigger.addEventListener('click', () => this.open());
    close.addEventListener('click', () => this.close());
    clear.addEventListener('click', () => {
      input.value = '';
      input.focus();
      this.#ask();
    });
    dialog.addEventListener('click', (event) => event.target === dialog && this.close());
    dialog.addEventListener('close', () => {
      this.#rest();
      input.blur(); // otherwise the next / would be typed into it
    });
    // Also during composition: the last syllable of a Korean word is composed until the next key.
    // #ask() sends the same text once, whichever event brings it.
    input.addEventListener('input', () => this.#ask({ typing: true }));
    input.addEventListener('compositionend', () => this.#ask({ typing: true }));
    input.addEventListener('keydown', (event) => this.#key(event));
    list.addEventListener('mousedown', (event) => event.preventDefault()); // the box keeps the focus
    list.addEventListener('mousemove', (event) => this.#activate(this.#rows().indexOf(event.target.closest('[role=option]')), false));
    list.addEventListener('click', (event) => this.#clicked(event));
    // A phone's keyboard covers half of the results; hide it when the reader scrolls.
    list.addEventListener('touchmove', () => input.blur(), { passive: true });
  }

  /** Aborts requests and timers. */
  #rest() {
    this.#source.drop();
    this.#waiting.end();
    clearTimeout(this.#held);
    this.#letPageGo?.();
    this.#letPageGo = null;
  }

  #rows() {
    return [...this.#parts.list.querySelectorAll('[role=option]')];
  }

  async #ask({ asTyped = false, typing = false } = {}) {
    const q = this.#parts.input.value.trim();
    this.#parts.clear.hidden = !this.#parts.input.value;
    if (q === this.#asked?.q && !asTyped) return;
    const asked = this.#asked = { q, asTyped };
    this.#activate(-1); // Enter is for the new text, not for a row that the last one found
    clearTimeout(this.#held);
    if (!q) {
      this.#source.drop();
      this.#waiting.end();
      return this.#showBeginning();
    }
    this.#waiting.begin();
    try {
      const found = await this.#source.ask(q, limitOf(this), asTyped);
      if (!found) return;
      this.#waiting.end();
      this.#tell(() => this.#showFound(q, found, asTyped), typing && !found.answer.hits.length && isUnfinished(q));
    } catch (error) {
      if (!(error instanceof Refused)) return this.#showAway(asked);
      this.#waiting.end();
      this.#tell(() => this.#showRefused(error), typing);
    }
  }

  #tell(show, isLater) {
    if (isLater) this.#held = setTimeout(show, patienceWithTypists);
    else show();
  }

  #showRefused({ code, message }) {
    const own = this.#words.mistakes[code];
    this.#show([], own ?? message);
    if (!own) this.#parts.message.lang = this.#parts.spoken.lang = 'en';
  }

  #showAway({ asTyped }) {
    this.#asked = null; // allows the same text again
    this.#show([], this.#words.away);
    this.#waiting.failed(() => this.#ask({ asTyped }));
  }

  #showWaiting(on) {
    const { list, message, spoken } = this.#parts;
    list.setAttribute('aria-busy', String(on));
    if (on && !this.#rows().length) message.textContent = spoken.textContent = this.#words.waiting;
  }

  /** Shows recent searches immediately, topics and the newest articles when they arrive. */
  async #showBeginning() {
    this.#showGroups(null);
    const beginning = await this.#source.beginning(newestOffered);
    this.#topics = beginning?.facets.topic ?? this.#topics;
    if (this.#parts.dialog.open && this.#asked?.q === '') this.#showGroups(beginning);
  }

  #showGroups(beginning) {
    const words = this.#words;
    const recent = this.#recent.list();
    const groups = [];
    if (recent.length) groups.push(group(words.recent, recent.map(recentRow)));
    if (beginning) groups.push(...topicGroups(this.#topics, words));
    if (beginning?.hits.length) groups.push(group(words.newest, beginning.hits.flatMap((hit) => hitRows(hit, words))));
    this.#show(groups, '');
    if (!recent.length) return;
    const forget = make('button', { type: 'button' }, words.forget);
    forget.addEventListener('click', () => {
      this.#recent.clear();
      this.#showGroups(beginning);
      this.#parts.input.focus();
    });
    this.#parts.footer.prepend(forget);
  }

  #showFound(q, { answer, suggestions }, asTyped) {
    const words = this.#words;
    const typed = q.toLowerCase();
    const fresh = suggestions.filter(({ text, name }) => text && (name || text.toLowerCase() !== typed));
    const articlesOf = this.getAttribute('all') === 'none' ? null : (author) => this.#source.articlesOf(author);
    const groups = [];
    if (fresh.length) groups.push(group(words.suggestions, fresh.map((one) => suggestionRow(one, words, articlesOf))));
    if (answer.hits.length) groups.push(group(words.results, answer.hits.flatMap((hit) => hitRows(hit, words))));
    if (!groups.length) groups.push(...topicGroups(this.#topics, words));
    const total = answer.total_relaxed ?? answer.total;
    const none = answer.hits.length ? '' : words.none(q);
    this.#show(groups, none);
    this.#note(q, answer);
    this.#parts.spoken.textContent = `${this.#parts.note.textContent} ${none || words.count(total)}`;
    if (this.getAttribute('all') === 'none' || !total) return;
    const all = make('a', { part: 'all', href: this.#source.page(q, asTyped) }, `${words.all} (${total}${answer.total_is ? '+' : ''})`);
    all.addEventListener('click', () => this.#recent.add(q));
    this.#parts.footer.prepend(all);
  }

  /** Notes on corrections, and on words that are missing. */
  #note(q, { corrected, did_you_mean: meant, total, hits, cut }) {
    const words = this.#words;
    const { note, input } = this.#parts;
    const link = (text, act) => {
      const button = make('button', { type: 'button' }, text);
      button.addEventListener('click', () => {
        act();
        input.focus();
      });
      return button;
    };
    const askFor = (text) => link(text, () => {
      input.value = text;
      this.#ask();
    });
    const around = ([before, after], part) => [before, part, after];
    if (corrected) note.append(...around(words.corrected, askFor(corrected)), ' ', link(words.instead.join(`“${q}”`), () => this.#ask({ asTyped: true })), ' ');
    if (meant) note.append(...around(words.meant, askFor(meant)), ' ');
    if (total === 0 && hits.length) note.append(words.relaxed, ' ');
    if (cut) note.append(words.cut);
  }

  /** Screen readers announce `message`. */
  #show(groups, message) {
    const { list, input, footer } = this.#parts;
    list.replaceChildren(...groups);
    list.scrollTop = 0;
    this.#rows().forEach((row, index) => (row.id = `option-${index}`));
    for (const part of [this.#parts.message, this.#parts.spoken]) {
      part.textContent = message;
      part.removeAttribute('lang');
    }
    this.#parts.note.replaceChildren();
    footer.replaceChildren(make('span', { class: 'keys', 'aria-hidden': 'true' }, ...this.#words.keys.map(([key, does]) => make('span', {}, make('kbd', {}, key), ` ${does}`))));
    input.setAttribute('aria-expanded', String(groups.length > 0));
    this.#active = -1;
    input.removeAttribute('aria-activedescendant');
  }

  #activate(index, scroll = true) {
    const rows = this.#rows();
    if (index === this.#active || (index < 0 && !scroll)) return;
    this.#active = index;
    rows.forEach((row, at) => row.setAttribute('aria-selected', String(at === index)));
    if (index < 0) return this.#parts.input.removeAttribute('aria-activedescendant');
    this.#parts.input.setAttribute('aria-activedescendant', rows[index].id);
    if (scroll) rows[index].scrollIntoView({ block: 'nearest' });
  }

  #key(event) {
    if (event.isComposing || event.keyCode === 229) return; // for the input method: Enter may end a syllable
    const count = this.#rows().length;
    if (event.key === 'ArrowDown' && count) this.#activate(this.#active + 1 < count ? this.#active + 1 : -1);
    else if (event.key === 'ArrowUp' && count) this.#activate(this.#active < 0 ? count - 1 : this.#active - 1);
    else if (event.key === 'Enter') this.#enter(event);
    else if (event.key === 'Escape') this.close(); // browsers would only clear the box
    else return;
    event.preventDefault();
  }

  #enter(event) {
    const row = this.#rows()[this.#active];
    if (row) return this.#choose(row, event.ctrlKey || event.metaKey);
    const q = this.#parts.input.value.trim();
    if (!q) return;
    if (this.getAttribute('all') === 'none') {
      this.#asked = null; // immediately, mistakes included
      return this.#ask();
    }
    this.#recent.add(q);
    const asTyped = q === this.#asked?.q && this.#asked.asTyped;
    this.#follow(this.#source.page(q, asTyped), event.ctrlKey || event.metaKey);
  }

  #clicked(event) {
    const row = event.target.closest('[role=option]');
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#choose(row, false);
  }

  #choose(row, elsewhere) {
    const { href, q, hit } = row.choice;
    if (q !== undefined) {
      this.#parts.input.value = q;
      return this.#ask();
    }
    if (!href) return;
    this.#recent.add(this.#parts.input.value);
    const follow = this.dispatchEvent(new CustomEvent('recap-select', { detail: { href, hit }, cancelable: true, bubbles: true, composed: true }));
    if (!follow) return this.close();
    this.#follow(href, elsewhere);
  }

  #follow(href, elsewhere) {
    if (elsewhere) return open(href, '_blank', 'noopener');
    this.close();
    location.assign(href);
  }

  #pageKey(event) {
    if (event.defaultPrevented || event.isComposing || this.#parts.dialog.open) return;
    if (!opensSearch(event, this.shadowRoot)) return;
    event.preventDefault();
    this.open();
  }
}

if (!customElements.get('recap-search')) customElements.define('recap-search', RecapSearch);
