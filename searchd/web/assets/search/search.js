// SPDX-License-Identifier: GPL-2.0-or-later
import { Asker, swapParts } from './swap.js';

const form = document.getElementById('search');
const box = document.getElementById('q');
const asker = new Asker();
let shown = location.pathname + location.search;
let kept = shown; // what "back" leads to: what was opened, submitted or followed, and not merely typed

/** The address the form would go to, without what is empty. */
function address() {
  const asked = [...new FormData(form)].filter(([, value]) => value !== '');
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

/** Shows the page at `target`. `entry` is what becomes of the address bar: 'push' makes a step
 *  for the back button, 'replace' none, null leaves it. */
async function show(target, entry) {
  if (target === shown) return;
  shown = target;
  let page;
  try {
    page = await asker.ask(target);
  } catch {
    shown = null; // the same question may be asked again
    tellAway();
    return;
  }
  if (!page) return;
  swapParts(page);
  if (entry === 'push') {
    history.pushState(null, '', target);
    kept = target;
  }
  if (entry === 'replace') history.replaceState(null, '', target);
}

/** A step for the back button, also when typing has shown the page already and taken the place of
 *  the last step in the address bar: that one is put back. */
function submit() {
  const target = address();
  if (target !== kept) {
    history.replaceState(null, '', kept);
    history.pushState(null, '', target);
    kept = target;
  }
  show(target, 'replace');
}

form.classList.add('live');
// Also in the middle of a syllable: the last one of a Korean word is being composed until the next
// key. A composition that ends without a change asks nothing, as the address is the same.
box.addEventListener('input', () => {
  form.elements.typo?.remove(); // what is typed now may be corrected again
  show(address(), 'replace');
});
box.addEventListener('compositionend', () => show(address(), 'replace'));
form.addEventListener('change', (event) => {
  if (event.target !== box && event.target.id !== 'show-filters') show(address(), 'push');
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  submit();
});

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-swap]');
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
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
