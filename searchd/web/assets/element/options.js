// SPDX-License-Identifier: GPL-2.0-or-later
import { authorNames, languageTag, marked, safeAddress } from './marked.js';

/** Most topics offered to a reader without a query, or without results. */
const topicsOffered = 8;

/** An element with attributes and children; a child may be null. */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

const shapes = { lens: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13m5 11.5 5 5', clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18m0 4v5l3.5 2', page: 'M6 3h8l4 4v14H6zm8 0v4h4M9 12h6M9 16h6', tag: 'M4 4h8l8 8-8 8-8-8zm4.5 4.5v.01' };

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.appendChild(document.createElementNS(svg.namespaceURI, 'path')).setAttribute('d', shapes[name]);
  return svg;
}

/** A row of the list: `choice` is the result of choosing it, `{ href }` or `{ q }`. */
function option(classes, choice, ...children) {
  const { href } = choice;
  const row = make(href ? 'a' : 'div', { class: `option ${classes}`, part: 'option', role: 'option', tabindex: -1, 'aria-selected': 'false', href }, ...children);
  row.choice = choice;
  return row;
}

export function group(label, rows, classes) {
  return make('div', { role: 'group', class: classes, 'aria-label': label }, make('div', { class: 'label', part: 'label', 'aria-hidden': 'true' }, label), ...rows);
}

export function recentRow(q) {
  return option('word', { q }, icon('clock'), make('span', { dir: 'auto' }, q));
}

function topicRow({ value }) {
  const topic = value.replaceAll('-', ' ');
  return option('word', { q: topic }, icon('tag'), make('span', { dir: 'auto' }, topic));
}

/** A group of the most frequent topics, in a list; none if there are fewer than two. */
export function topicGroups(topics, words) {
  const rows = topics.slice(0, topicsOffered).map(topicRow);
  return rows.length > 1 ? [group(words.topics, rows, 'chips')] : [];
}

/** A suggestion, which starts a search, or opens an article, a section or the articles of a named author and says so.
 *  `articlesOf`: returns the address of a page with the articles of an author; null if readers do not see the page. */
export function suggestionRow(suggestion, words, articlesOf) {
  const href = safeAddress(suggestion.name && articlesOf ? articlesOf(suggestion.text) : suggestion.url);
  const text = make('span', { dir: 'auto' }, suggestion.name ?? marked(suggestion.text_html));
  if (!href) return option('word', { q: suggestion.text }, icon('lens'), text);
  return option('word', { href }, icon('page'), text, ' ', make('span', { class: 'meta opens' }, words.opens[suggestion.kind] ?? words.opens.title));
}

/** The article with its best section, and a row for each further section. */
export function hitRows(hit, words) {
  const section = hit.section ?? {};
  const title = make('span', { class: 'title', part: 'title', dir: 'auto' }, make('span', { class: 'own' }, marked(hit.title_html)), ' ', make('span', { class: 'meta' }, [hit.year, authorNames(hit)[0]].filter(Boolean).join(' · ')));
  const missing = hit.missing?.length ? make('span', { class: 'text', dir: 'auto' }, `${words.missing} ${hit.missing.join(', ')}`) : null;
  const text = make('span', { class: 'text', part: 'snippet', dir: 'auto' });
  if (section.heading) text.append(make('span', { class: 'heading', part: 'heading' }, section.heading), ' ');
  text.append(marked(hit.snippet_html));
  const rows = [option('', { href: safeAddress(section.url) ?? safeAddress(hit.url), hit }, title, text, missing)];
  for (const other of hit.more_sections ?? []) {
    const href = safeAddress(other.url);
    if (href) rows.push(option('deeper', { href, hit }, make('span', { class: 'text', dir: 'auto' }, make('span', { class: 'heading', part: 'heading' }, other.heading), ' ', marked(other.snippet_html))));
  }
  for (const row of rows) row.lang = languageTag(hit.lang);
  return rows;
}
