// SPDX-License-Identifier: GPL-2.0-or-later
import { group, hitRows, icon, make, recentRow, suggestionRow } from './options.js';
import { Recent } from './recent.js';
import { Refused, Source } from './source.js';
import { sheet } from './style.js';
import { wordingFor } from './wording.js';

/** `<recap-search>`: a button that opens a search of a Recap server. Attributes and events are in
 *  docs/embedding.md. */
class RecapSearch extends HTMLElement {
  #words; #source; #recent; #parts; #asked = null; #active = -1;
  #onKey = (event) => this.#pageKey(event);

  connectedCallback() {
    this.#words = wordingFor(this.lang || this.closest('[lang]')?.lang || navigator.language);
    const base = new URL(this.getAttribute('src') ?? new URL('../', import.meta.url), document.baseURI).href;
    this.#source = new Source(base, this.getAttribute('filter'));
    this.#recent = new Recent(base);
    if (!this.shadowRoot) this.#build();
    if (this.getAttribute('hotkeys') !== 'off') document.addEventListener('keydown', this.#onKey);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#onKey);
    this.#source.drop();
  }

  /** Opens the dialog; with `q`, searches for it. */
  open(q) {
    const { dialog, input } = this.#parts;
    if (!dialog.open) dialog.showModal();
    if (q !== undefined) input.value = q;
    input.select();
    this.#asked = null;
    this.#ask();
  }

  close() {
    this.#parts.dialog.close();
  }

  #build() {
    const words = this.#words;
    const hint = this.getAttribute('placeholder') ?? words.search;
    const trigger = make('button', { type: 'button', class: 'trigger', part: 'button', 'aria-haspopup': 'dialog', 'aria-keyshortcuts': '/ Control+K' }, icon('lens'), make('span', {}, hint));
    if (this.getAttribute('hotkeys') !== 'off') trigger.append(make('kbd', { 'aria-hidden': 'true' }, '/'));
    const input = make('input', { type: 'search', part: 'input', role: 'combobox', 'aria-label': hint, placeholder: hint, 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': 'list', autocomplete: 'off', autocapitalize: 'off', autocorrect: 'off', spellcheck: 'false', enterkeyhint: 'search', maxlength: 200 });
    const close = make('button', { type: 'button', class: 'close', part: 'close' }, make('span', { class: 'spoken' }, words.close), make('kbd', {}, 'esc'));
    const list = make('div', { id: 'list', class: 'list', part: 'list', role: 'listbox', 'aria-label': hint });
    const message = make('p', { class: 'message', part: 'message', dir: 'auto' });
    const note = make('p', { class: 'note', part: 'note', dir: 'auto' });
    const spoken = make('p', { class: 'spoken', role: 'status' });
    const footer = make('footer', { part: 'footer' });
    const dialog = make('dialog', { part: 'dialog', 'aria-label': hint }, make('div', { class: 'field', part: 'field' }, icon('lens'), input, close), message, note, list, spoken, footer);
    this.#parts = { dialog, input, list, message, note, spoken, footer };
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    root.adoptedStyleSheets = [sheet];
    root.append(trigger, dialog);

    trigger.addEventListener('click', () => this.open());
    close.addEventListener('click', () => this.close());
    dialog.addEventListener('click', (event) => event.target === dialog && this.close());
    dialog.addEventListener('close', () => {
      this.#source.drop();
      input.blur(); // else the next / counts as typed into it
    });
    // In the middle of a syllable too: the last one of a Korean word is under composition until
    // another key. #ask() asks for the same text once, whichever event brings it.
    input.addEventListener('input', () => this.#ask());
    input.addEventListener('compositionend', () => this.#ask());
    input.addEventListener('keydown', (event) => this.#key(event));
    list.addEventListener('mousedown', (event) => event.preventDefault()); // the box keeps the focus
    list.addEventListener('mousemove', (event) => this.#activate(this.#rows().indexOf(event.target.closest('[role=option]')), false));
    list.addEventListener('click', (event) => this.#clicked(event));
  }

  #rows() {
    return [...this.#parts.list.querySelectorAll('[role=option]')];
  }

  async #ask(asTyped = false) {
    const q = this.#parts.input.value.trim();
    if (q === this.#asked && !asTyped) return;
    this.#asked = q;
    if (!q) {
      this.#source.drop();
      return this.#showRecent();
    }
    try {
      const found = await this.#source.ask(q, this.getAttribute('limit') ?? 6, asTyped);
      if (found) this.#showFound(q, found, asTyped);
    } catch (error) {
      const understood = error instanceof Refused;
      if (!understood) this.#asked = null; // may be asked again
      const own = understood ? this.#words.mistakes[error.code] : this.#words.away;
      this.#show([], own ?? error.message);
      if (!own) this.#parts.message.lang = this.#parts.spoken.lang = 'en';
    }
  }

  #showRecent() {
    const list = this.#recent.list();
    this.#show(list.length ? [group(this.#words.recent, list.map(recentRow))] : [], '');
    if (!list.length) return;
    const forget = make('button', { type: 'button' }, this.#words.forget);
    forget.addEventListener('click', () => {
      this.#recent.clear();
      this.#showRecent();
      this.#parts.input.focus();
    });
    this.#parts.footer.prepend(forget);
  }

  #showFound(q, { answer, suggestions }, asTyped) {
    const words = this.#words;
    const typed = q.toLowerCase();
    const fresh = suggestions.filter(({ text }) => text && text.toLowerCase() !== typed);
    const groups = [];
    if (fresh.length) groups.push(group(words.suggestions, fresh.map(suggestionRow)));
    if (answer.hits.length) groups.push(group(words.results, answer.hits.flatMap((hit) => hitRows(hit, words))));
    const total = answer.total_relaxed ?? answer.total;
    const none = answer.hits.length ? '' : words.none(q);
    this.#show(groups, none);
    this.#note(q, answer);
    this.#parts.spoken.textContent = `${this.#parts.note.textContent} ${none || words.count(total)}`;
    if (this.getAttribute('all') === 'none') return;
    const all = make('a', { part: 'all', href: this.#source.page(q, asTyped) }, `${words.all} (${total}${answer.total_is ? '+' : ''})`);
    all.addEventListener('click', () => this.#recent.add(q));
    this.#parts.footer.prepend(all);
  }

  /** What was searched for instead, or could be, and whether words had to be let go. */
  #note(q, { corrected, did_you_mean: meant, total, hits }) {
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
    if (corrected) note.append(...around(words.corrected, askFor(corrected)), ' ', link(words.instead.join(`“${q}”`), () => this.#ask(true)), ' ');
    if (meant) note.append(...around(words.meant, askFor(meant)), ' ');
    if (total === 0 && hits.length) note.append(words.relaxed);
  }

  /** `message` is also spoken. */
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
    if (event.isComposing || event.keyCode === 229) return; // the keyboard's own, as Enter to end a syllable
    const count = this.#rows().length;
    if (event.key === 'ArrowDown' && count) this.#activate(this.#active + 1 < count ? this.#active + 1 : -1);
    else if (event.key === 'ArrowUp' && count) this.#activate(this.#active < 0 ? count - 1 : this.#active - 1);
    else if (event.key === 'Enter') this.#enter(event);
    else if (event.key === 'Escape') this.close(); // a browser would only empty the box
    else return;
    event.preventDefault();
  }

  #enter(event) {
    const row = this.#rows()[this.#active];
    if (row) return this.#choose(row, event.ctrlKey || event.metaKey);
    const q = this.#parts.input.value.trim();
    const all = this.#parts.footer.querySelector('a');
    if (q && all) all.click();
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
    if (elsewhere) return open(href, '_blank', 'noopener');
    this.close();
    location.assign(href);
  }

  #pageKey(event) {
    if (event.defaultPrevented || event.isComposing || this.#parts.dialog.open) return;
    const target = event.composedPath()[0];
    const elsewhere = !this.shadowRoot.contains(target); // our own box may have the focus until it has closed
    const typing = elsewhere && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName ?? ''));
    // By code: on a Korean layout this key is no K.
    const palette = event.code === 'KeyK' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!palette && !slash) return;
    event.preventDefault();
    this.open();
  }
}

if (!customElements.get('recap-search')) customElements.define('recap-search', RecapSearch);
