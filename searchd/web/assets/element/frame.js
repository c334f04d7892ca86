// SPDX-License-Identifier: GPL-2.0-or-later
import { icon, make } from './options.js';
import { sheet } from './style.js';

/** Number of articles shown by default, and at most. */
const usualLimit = 6;
const largestLimit = 100;

/** The attribute `limit`. An invalid one is reported to the owner of the page, not to readers. */
export function limitOf(host) {
  const limit = Number(host.getAttribute('limit') ?? usualLimit);
  if (Number.isInteger(limit) && limit > 0 && limit <= largestLimit) return limit;
  console.warn(`recap-search: limit is a whole number from 1 to ${largestLimit}`);
  return usualLimit;
}

/** Creates the button and the dialog in the shadow of `host`, and returns them by name; `hint` labels the box. */
export function frame(host, words, hint) {
  const trigger = make('button', { type: 'button', class: 'trigger', part: 'button', 'aria-haspopup': 'dialog', 'aria-keyshortcuts': '/ Control+K' }, icon('lens'), make('span', {}, hint));
  if (host.getAttribute('hotkeys') !== 'off') trigger.append(make('kbd', { 'aria-hidden': 'true' }, '/'));
  const input = make('input', { type: 'search', part: 'input', role: 'combobox', 'aria-label': hint, placeholder: hint, 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': 'list', autocomplete: 'off', autocapitalize: 'off', autocorrect: 'off', spellcheck: 'false', enterkeyhint: 'search' });
  const clear = make('button', { type: 'button', class: 'clear', part: 'clear', hidden: '' }, words.clear);
  const close = make('button', { type: 'button', class: 'close', part: 'close' }, make('span', { class: 'spoken' }, words.close), make('kbd', {}, 'esc'));
  const list = make('div', { id: 'list', class: 'list', part: 'list', role: 'listbox', 'aria-label': hint });
  const message = make('p', { class: 'message', part: 'message', dir: 'auto' });
  const note = make('p', { class: 'note', part: 'note', dir: 'auto' });
  const spoken = make('p', { class: 'spoken', role: 'status' });
  const footer = make('div', { class: 'footer', part: 'footer' });
  const dialog = make('dialog', { part: 'dialog', 'aria-label': hint }, make('div', { class: 'field', part: 'field' }, icon('lens'), input, clear, close), message, note, list, spoken, footer);
  const root = host.attachShadow({ mode: 'open', delegatesFocus: true });
  root.adoptedStyleSheets = [sheet];
  root.append(trigger, dialog);
  return { trigger, dialog, input, clear, close, list, message, note, spoken, footer };
}

/** Whether a key pressed on the page opens the dialog in `root`: Ctrl-K, Cmd-K, or / unless it is typed into something. */
export function opensSearch(event, root) {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  const [target] = event.composedPath();
  const elsewhere = !root.contains(target); // the box may have the focus until it is closed
  const typing = elsewhere && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName ?? ''));
  // By code: on a Korean layout this key is not K.
  const palette = code === 'KeyK' && (ctrlKey || metaKey) && !altKey && !shiftKey;
  return palette || (key === '/' && !typing && !ctrlKey && !metaKey && !altKey);
}

/** Stops the page behind a dialog from scrolling; returns a function that undoes this. */
export function holdPage() {
  const { style, clientWidth } = document.documentElement;
  const { overflow, scrollbarGutter } = style;
  style.overflow = 'hidden';
  if (innerWidth > clientWidth) style.scrollbarGutter = 'stable'; // otherwise the page would widen
  return () => Object.assign(style, { overflow, scrollbarGutter });
}
