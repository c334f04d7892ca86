// SPDX-License-Identifier: GPL-2.0-or-later
import { filterSheet } from './sheet.js';
import { Asker, narrowValues, openedFilters, swapParts } from './swap.js';
import { patienceWithTypists, Waiting } from '../waiting.js';

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
/** A field value at the end, which may be unfinished: `author:ma` finds nothing. */
const unfinishedField = /(^|[\s(-])[a-z]+:\S*$/i;
let shown = location.pathname + location.search;
let kept = shown; // target of the back button: the last address opened, submitted or followed, not typed

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
  const results = document.getElementById('results');
  if (results.querySelector('.away')) return;
  const note = document.createElement('p');
  note.className = 'note away';
  note.setAttribute('role', 'alert');
  note.textContent = form.dataset.away;
  results.querySelector('.bar').after(note);
}

let held = null; // timer of an error that is shown after a pause in typing
let typing = false; // typing, and Enter not pressed yet

function tell() {
  clearTimeout(held?.timer);
  held?.tell();
  held = null;
}

function put(page, target, entry) {
  swapParts(page);
  if (entry === 'push') {
    history.pushState(null, '', target);
    kept = target;
  }
  if (entry === 'replace') history.replaceState(null, '', target);
}

/** Shows the page at `target`. `entry`: 'push' adds a history entry, 'replace' replaces the current
 *  one, null changes nothing. */
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
  const unfinished = refused || (unfinishedField.test(box.value) && !page.querySelector('.hit'));
  if (unfinished && typing) held = { tell: () => put(page, target, entry), timer: setTimeout(tell, patienceWithTypists) };
  else put(page, target, entry);
}

/** Adds a history entry, even if typing has already shown the page and replaced the last entry:
 *  that one is restored. */
async function submit() {
  const target = address();
  typing = false;
  tell();
  if (target !== kept) {
    history.replaceState(null, '', kept);
    history.pushState(null, '', target);
    kept = target;
  }
  await show(target, 'replace');
  if (byTouch.matches) box.blur();
}

form.classList.add('live');
// Also during composition: the last syllable of a Korean word is composed until the next key. If it
// ends without a change, nothing is sent, because the address is the same.
box.addEventListener('input', () => {
  form.elements.typo?.remove(); // corrections apply to the new text again
  typing = true;
  show(address(), 'replace');
});
box.addEventListener('compositionend', () => show(address(), 'replace'));
form.addEventListener('input', ({ target }) => target.matches('.among') && narrowValues(target));
form.addEventListener('keydown', (event) => event.key === 'Enter' && event.target.matches('.among') && event.preventDefault());
addEventListener('touchmove', (event) => {
  if (!event.target.closest?.('.box')) box.blur(); // hides the keyboard when the reader scrolls
}, { passive: true });
form.addEventListener('change', (event) => {
  typing = false;
  if (event.target !== box && event.target.id !== 'show-filters' && !event.target.matches('.among')) show(address(), 'push');
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
  show(target.pathname + target.search, 'push').then(() => {
    if ('top' in link.dataset) scrollTo({ top: 0 });
  });
});

addEventListener('popstate', () => {
  box.value = new URLSearchParams(location.search).get('q') ?? '';
  kept = location.pathname + location.search;
  show(kept, null);
});
