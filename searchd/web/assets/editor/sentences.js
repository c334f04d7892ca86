// SPDX-License-Identifier: GPL-2.0-or-later

/** What a reader will see as running text: without front matter, code, headings and tables. */
function prose(markdown) {
  return markdown
    .replace(/^(---|\+\+\+)\r?\n[^]*?\r?\n\1[ \t]*(\r?\n|$)/, '')
    .replace(/^ {0,3}(```+|~~~+)[^]*?(^ {0,3}\1[ \t]*$|$(?![^]))/gm, '\n\n')
    .split(/\r?\n/)
    .map((line) => (/^\s*(#|\||<|=+\s*$|-+\s*$)/.test(line) ? '' : line.replace(/^\s*([-*+>]|\d+[.)])\s+/, '')))
    .join('\n');
}

/** The sentences of a draft in Markdown that hold no link yet. */
export function sentencesOf(markdown, language) {
  const found = [];
  for (const paragraph of prose(markdown).split(/\n\s*\n/)) {
    const text = paragraph.replace(/\s+/g, ' ').trim();
    if (!text) continue;
    const pieces = 'Segmenter' in Intl
      ? [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment)
      : text.match(/[^.!?。]+[.!?。]*\s*/g);
    found.push(...pieces.map((piece) => piece.trim()).filter((piece) => piece && !/\]\(|https?:/.test(piece)));
  }
  return found;
}

/** Where `word` stands in `sentence`, as { begin, end }: as it is, or in another form of it. Korean
 *  words keep their particles. */
function place(sentence, word) {
  const text = sentence.toLowerCase();
  const wanted = word.toLowerCase();
  if (/\p{Script=Hangul}/u.test(wanted)) {
    const begin = text.indexOf(wanted);
    return begin < 0 ? null : { begin, end: begin + wanted.length };
  }
  const stem = wanted.slice(0, Math.max(4, wanted.length - 3));
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}.+#_-]*/gu)) {
    const token = match[0].replace(/[.-]+$/, '');
    const alike = token === wanted || (wanted.length > 4 && token.startsWith(stem) && token.length <= wanted.length + 3);
    if (alike) return { begin: match.index, end: match.index + token.length };
  }
  return null;
}

/** Longest stretch of a sentence that may become a link, in characters. */
const longestAnchor = 60;

/** The sentence that speaks most of what the draft shares with a story: { sentence, anchor, words },
 *  or null where none has two of the words. `taken` are sentences that have a link by now. */
export function sentenceFor(words, sentences, taken) {
  let best = null;
  for (const sentence of sentences) {
    if (taken.has(sentence)) continue;
    const places = words.map((word) => ({ word, at: place(sentence, word) })).filter(({ at }) => at);
    if (places.length < 2 || (best && places.length <= best.places.length)) continue;
    best = { sentence, places };
  }
  if (!best) return null;
  const begin = Math.min(...best.places.map(({ at }) => at.begin));
  const end = Math.max(...best.places.map(({ at }) => at.end));
  const { at } = best.places[0];
  const anchor = end - begin <= longestAnchor ? best.sentence.slice(begin, end) : best.sentence.slice(at.begin, at.end);
  return { sentence: best.sentence, anchor, words: best.places.map(({ word }) => word) };
}

/** A Markdown link, with what would end it early escaped. */
export function markdownLink(text, url) {
  const address = url.replace(/[()\s<>]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
  return `[${text.replace(/[[\]\\]/g, '\\$&')}](${address})`;
}
