// SPDX-License-Identifier: GPL-2.0-or-later
import { authorNames, languageTag, safeAddress } from '../element/marked.js';
import { withTopic } from './front-matter.js';
import { search } from './server.js';
import { markdownLink, sentenceFor, sentencesOf } from './sentences.js';

const byId = (id) => document.getElementById(id);
const copyOf = (id) => byId(id).content.firstElementChild.cloneNode(true);

/** Most links suggested: with more, the text would consist of links. */
const mostLinks = 5;

function put(node, selector, text) {
  const part = node.querySelector(selector);
  if (!text) part.remove();
  else (part.querySelector('span') ?? part).textContent = text;
}

/** `text`, isolated so that its direction does not affect the rest (Unicode's FSI and PDI). */
const isolated = (text) => `\u2068${text}\u2069`;

function linkTo(node, story, url) {
  const title = node.querySelector('.title');
  title.textContent = story.title;
  title.closest('[dir]').lang = languageTag(story.lang);
  const href = safeAddress(url);
  if (!href) return;
  title.href = href;
  title.target = '_blank'; // the writer continues in this tab
}

/** The name of `value` in a list of the page, if it has one. */
export function labelled(list, value) {
  const names = [...byId(list).querySelectorAll('dt')];
  return names.find((name) => name.textContent === value)?.nextElementSibling.textContent;
}

function dayOf({ date }) {
  if (!/^\d{4}-\d\d-\d\d$/.test(date ?? '')) return date;
  return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}

/** The year of the work described, unless the day of publication implies it. */
const shownYear = ({ year, date }) => (date?.startsWith(String(year)) ? '' : year);

function storyItem(story) {
  const item = copyOf('story');
  const { topics = [], words = [], period = null } = story.reasons ?? {};
  linkTo(item, story, story.url);
  put(item, '.when', [shownYear(story), authorNames(story).map(isolated).join(', '), dayOf(story)].filter(Boolean).join(' · '));
  const share = item.querySelector('.share');
  if (story.share === undefined) share.remove();
  else share.textContent = share.textContent.replace('{n}', Math.round(story.share * 100));
  put(item, '.of-topics', topics.map((topic) => topic.replaceAll('-', ' ')).join(', '));
  put(item, '.of-words', words.join(', '));
  put(item, '.of-period', period ? `${labelled('seasons', period.season) ?? period.season} ${period.year}` : '');
  return item;
}

/** Copies without the clipboard API, which insecure pages lack; returns whether it worked. */
function copySelected(text) {
  const source = document.createElement('textarea');
  source.value = text;
  source.className = 'hidden';
  document.body.append(source);
  source.select();
  const copied = document.execCommand('copy');
  source.remove();
  return copied;
}

async function copy(button, text) {
  const label = button.dataset.label ??= button.textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copySelected(text)) return; // the text next to the button can be selected
  }
  button.focus({ preventScroll: true });
  button.textContent = button.dataset.copied;
  setTimeout(() => (button.textContent = label), 1500);
}

function linkItem({ story, sentence, anchor, url }) {
  const item = copyOf('link');
  const markdown = markdownLink(anchor, url);
  const [before, after] = [sentence.slice(0, sentence.indexOf(anchor)), sentence.slice(sentence.indexOf(anchor) + anchor.length)];
  const mark = document.createElement('mark');
  mark.textContent = anchor;
  item.querySelector('blockquote').append(before, mark, after);
  linkTo(item, story, url);
  item.querySelector('code').textContent = markdown;
  item.querySelector('button').addEventListener('click', (event) => copy(event.target, markdown));
  return item;
}

function list(id, items) {
  const section = byId(id);
  section.querySelector('ul, .chips').replaceChildren(...items);
  section.hidden = items.length === 0;
}

/** The section of `story` that matches these words, else the story. Throws as `latest` does. */
async function bestAddress(latest, story, words) {
  const found = await latest.ask(search({ q: words.join(' ').toLowerCase(), limit: 20, more_sections: 0, highlight: 'none' }));
  return found?.hits.find((hit) => hit.id === story.id)?.section?.url ?? story.url;
}

async function linksFor(draft, stories, latest, isCurrent) {
  let answers = true;
  const sentences = sentencesOf(draft, document.documentElement.lang);
  const taken = new Set();
  const found = [];
  for (const story of stories) {
    if (found.length === mostLinks || !isCurrent()) break;
    if (!safeAddress(story.url)) continue;
    const best = sentenceFor(story.reasons.words, sentences, taken);
    if (!best) continue;
    taken.add(best.sentence);
    let { url } = story;
    try {
      if (answers) url = await bestAddress(latest, story, best.words);
    } catch (error) {
      answers = !(error instanceof Error); // an error response is a response; wait only once for a silent server
    }
    found.push({ story, ...best, url });
  }
  return found;
}

/** Writes the topic into the front matter of the draft, as one step that the browser can undo. If the topics there
 *  cannot be changed, selects nothing and copies the topic. */
function addTopic(chip, topic) {
  const draft = byId('draft');
  const changed = withTopic(draft.value, topic);
  if (changed === draft.value) return copy(chip, topic);
  draft.focus({ preventScroll: true });
  draft.select();
  if (!document.execCommand('insertText', false, changed)) {
    draft.value = changed;
    draft.dispatchEvent(new Event('input'));
  }
  draft.setSelectionRange(0, 0);
}

function topicChip({ topic, in_text: spoken }) {
  const chip = copyOf('topic');
  chip.querySelector('[dir]').textContent = topic;
  chip.classList.toggle('spoken', Boolean(spoken));
  chip.addEventListener('click', () => addTopic(chip, topic));
  return chip;
}

/** Shows the server's findings for a draft or, without one, for a published article. `isCurrent`
 *  returns whether the request is still the latest. */
export async function show(found, draft, latest, isCurrent) {
  byId('state').textContent = found.hits.length ? '' : byId('state').dataset.none;
  list('duplicates', found.near_duplicates.map(storyItem));
  list('translations', (found.translations ?? []).map(storyItem));
  list('related', found.hits.map(storyItem));
  const topics = (found.topics ?? []).slice(0, 8);
  list('topics', topics.map(topicChip));
  byId('copy-topics').onclick = (event) => copy(event.target, `topics: [${topics.map(({ topic }) => topic).join(', ')}]`);
  const links = draft ? await linksFor(draft, found.hits, latest, isCurrent) : [];
  if (isCurrent()) list('links', links.map(linkItem));
}

export function showNothing(state) {
  for (const id of ['duplicates', 'translations', 'related', 'topics', 'links']) list(id, []);
  byId('state').textContent = byId('state').dataset[state];
}
