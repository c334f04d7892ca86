// SPDX-License-Identifier: GPL-2.0-or-later
import { labelled, show, showNothing } from './findings.js';
import { Latest, neighbours, search } from './server.js';

const draft = document.getElementById('draft');
const pick = document.getElementById('pick');
const found = document.getElementById('found');
const state = document.getElementById('state');
const findings = document.getElementById('findings');
const stories = new Latest();
const sections = new Latest();
const candidates = new Latest();

/** Storage key of the draft, which this tab keeps until it is closed. */
const draftKey = 'recap draft';

/** The server accepts drafts of 1 MiB. */
const largestDraft = 1024 * 1024;
/** The draft is compared after a pause in typing of this many milliseconds. */
const pause = 250;
let waiting = 0;
let turn = 0;

async function compare(address, options, text) {
  const mine = ++turn;
  findings.setAttribute('aria-busy', 'true');
  try {
    const answer = await stories.ask(address, options);
    if (answer) await show(answer, text, sections, () => mine === turn);
  } catch {
    state.textContent = state.dataset.away;
  }
  if (mine === turn) findings.setAttribute('aria-busy', 'false');
}

function forget(why) {
  turn += 1;
  stories.drop();
  sections.drop();
  findings.setAttribute('aria-busy', 'false');
  showNothing(why);
}

/** If storage is missing or full, a draft lasts as long as the page. */
function keep(text) {
  try {
    if (text) sessionStorage.setItem(draftKey, text);
    else sessionStorage.removeItem(draftKey);
  } catch {}
}

function keptDraft() {
  try {
    return sessionStorage.getItem(draftKey) ?? '';
  } catch {
    return '';
  }
}

function compareDraft() {
  const text = draft.value;
  keep(text);
  if (!text.trim()) return forget('start');
  if (new Blob([text]).size > largestDraft) return forget('large');
  return compare('v1/related?limit=5', { method: 'POST', headers: { 'content-type': 'text/markdown' }, body: text }, text);
}

async function findCandidates() {
  try {
    const answer = await candidates.ask(search({ q: pick.value.trim(), limit: 10, more_sections: 0, highlight: 'none' }));
    if (!answer) return;
    const items = answer.hits.map((hit) => {
      const item = document.getElementById('candidate').content.firstElementChild.cloneNode(true);
      const button = item.querySelector('button');
      button.textContent = hit.title;
      button.lang = hit.lang ?? '';
      button.setAttribute('aria-pressed', 'false');
      button.addEventListener('click', () => {
        for (const other of found.querySelectorAll('button')) other.setAttribute('aria-pressed', String(other === button));
        compare(neighbours(hit.id), {}, '');
      });
      return item;
    });
    found.replaceChildren(...items);
    state.textContent = items.length ? '' : state.dataset.unmatched;
  } catch (problem) {
    state.textContent = labelled('mistakes', problem.code) ?? problem.detail ?? state.dataset.away;
  }
}

draft.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(compareDraft, pause);
});
addEventListener('pagehide', () => keep(draft.value)); // including the last keystrokes
pick.addEventListener('input', findCandidates);

for (const mode of document.querySelectorAll('[name=mode]')) {
  mode.addEventListener('change', () => {
    document.getElementById('draft-pane').hidden = mode.value !== 'draft';
    document.getElementById('article-pane').hidden = mode.value !== 'article';
    clearTimeout(waiting);
    candidates.drop();
    forget('start');
    if (mode.value === 'draft') compareDraft();
    else findCandidates();
  });
}

const pane = document.getElementById('draft-pane');
pane.addEventListener('dragover', (event) => {
  event.preventDefault();
  pane.classList.add('dragged');
});
for (const end of ['dragleave', 'drop']) pane.addEventListener(end, () => pane.classList.remove('dragged'));
pane.addEventListener('drop', async (event) => {
  const [file] = event.dataTransfer.files;
  if (!file) return;
  event.preventDefault();
  if (file.size > largestDraft) return forget('large');
  draft.value = await file.text();
  compareDraft();
});

draft.value ||= keptDraft();
if (draft.value) compareDraft();
