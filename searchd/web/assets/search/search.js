// SPDX-License-Identifier: GPL-2.0-or-later
import { filterSheet } from './sheet.js';
import { Asker, narrowValues, openedFilters, swapParts } from './swap.js';
import { isUnfinished, patienceWithTypists, Waiting } from '../waiting.js';

const form = document.getElementById('search');
const box = document.getElementById('q');
const asker = new Asker();
const waiting = new Waiting((on) => {
  document.getElementById('results').setAttribute('aria-busy', String(on));
  form.classList.toggle('waiting', on);
});
const closeSheet = filterSheet();
/** A phone's keyboard covers half of the results. */
const byTouch = matchMedia('(pointer: coarse)');
const here = () => location.pathname + location.search;
let shown = here();
let isKept = true; // the history entry was opened, submitted or followed; the next typed text gets one of its own

/** A missing picture, which would leave a gap. */
const isBroken = (picture) => picture.complete && picture.naturalWidth === 0;
document.addEventListener('error', ({ target }) => {
  if (target.matches?.('.picture')) target.remove();
}, true);
document.querySelectorAll('.picture').forEach((picture) => isBroken(picture) && picture.remove());

/** The address that the form would submit to, without empty values. */
function address() {
  const asked = [...new FormData(form)].filter(([name, value]) => value !== '' && name !== 'more');
  const query = new URLSearchParams(asked).toString();
  return location.pathname + (query && `?${query}`);
}

function tellAway() {
  for (const above of document.querySelectorAll('.bar, dialog[open] .sheet-head')) {
    if (above.nextElementSibling.matches('.away')) continue;
    const note = document.createElement('p');
    note.className = 'note away';
    note.setAttribute('role', 'alert');
    note.textContent = form.dataset.away;
    above.after(note);
  }
}

let held = null; // timer of an error that is shown after a pause in typing
let typing = false; // typing, and Enter not pressed yet

function tell() {
  clearTimeout(held?.timer);
  held?.tell();
  held = null;
}

/** Puts `target` into the history: in place of an entry that was only typed, else as a new one. `keeps`: it is a step
 *  of the back button. */
function enter(target, keeps) {
  if (target !== here()) history[isKept ? 'pushState' : 'replaceState'](null, '', target);
  else if (!keeps) return;
  isKept = keeps;
}

function put(page, target, entry) {
  document.querySelectorAll('.away').forEach((note) => note.remove());
  swapParts(page);
  if (entry === 'followed') isKept = true; // what was typed is where the reader came from
  if (entry) enter(target, entry === 'followed');
}

/** Shows the page at `target`. `entry`: it was 'typed' or 'followed'; null leaves the history as it is. */
async function show(target, entry) {
  if (target === shown) return;
  shown = target;
  clearTimeout(held?.timer);
  held = null;
  waiting.begin();
  let answer;
  try {
    answer = await asker.ask(target, openedFilters());
  } catch {
    shown = null; // allows the same address again
    tellAway();
    waiting.failed(() => show(target, entry));
    return;
  }
  if (!answer) return;
  waiting.end();
  const { page, refused } = answer;
  const unfinished = refused || (isUnfinished(box.value) && !page.querySelector('.hit'));
  if (unfinished && typing) held = { tell: () => put(page, target, entry), timer: setTimeout(tell, patienceWithTypists) };
  else put(page, target, entry);
}

async function submit() {
  const target = address();
  typing = false;
  tell();
  enter(target, true);
  await show(target, null);
  if (byTouch.matches) box.blur();
}

form.classList.add('live');
// Also during composition: the last syllable of a Korean word is composed until the next key. If it
// ends without a change, nothing is sent, because the address is the same.
box.addEventListener('input', () => {
  form.elements.typo?.remove(); // corrections apply to the new text again
  typing = true;
  show(address(), 'typed');
});
box.addEventListener('compositionend', () => show(address(), 'typed'));
form.addEventListener('input', ({ target }) => target.matches('.among') && narrowValues(target));
form.addEventListener('keydown', (event) => event.key === 'Enter' && event.target.matches('.among') && event.preventDefault());
addEventListener('touchmove', (event) => {
  if (!event.target.closest?.('.box')) box.blur(); // hides the keyboard when the reader scrolls
}, { passive: true });
form.addEventListener('change', (event) => {
  typing = false;
  if (event.target !== box && event.target.id !== 'show-filters' && !event.target.matches('.among')) show(address(), 'followed');
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  closeSheet();
  submit();
});

/** Fetches the further values of a filter; if that fails, follows the link, which shows what is wrong. */
async function openMore(link) {
  try {
    const answer = await asker.ask(address(), [...openedFilters(), link.dataset.more]);
    if (answer) swapParts(answer.page);
  } catch {
    location.assign(link.href);
  }
}

const isPlain = (event) => event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

document.addEventListener('click', (event) => {
  const more = event.target.closest?.('a[data-more]');
  if (!more || !isPlain(event)) return;
  event.preventDefault();
  openMore(more);
});

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-swap]');
  if (!link || !isPlain(event)) return;
  event.preventDefault();
  const target = new URL(link.href);
  box.value = target.searchParams.get('q') ?? '';
  show(target.pathname + target.search, 'followed').then(() => {
    if ('top' in link.dataset) scrollTo({ top: 0 });
  });
});

addEventListener('popstate', () => {
  box.value = new URLSearchParams(location.search).get('q') ?? '';
  isKept = true;
  show(here(), null);
});
