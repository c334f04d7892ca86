// SPDX-License-Identifier: GPL-2.0-or-later

/** The running text of a draft: without front matter, code, headings and tables. */
function prose(markdown) {
  return markdown
    .replace(/^(---|\+\+\+)\r?\n[^]*?\r?\n\1[ \t]*(\r?\n|$)/, '')
    .replace(/^ {0,3}(```+|~~~+)[^]*?(^ {0,3}\1[ \t]*$|$(?![^]))/gm, '\n\n')
    .split(/\r?\n/)
    .map((line) => (/^\s*(#|\||<|=+\s*$|-+\s*$)/.test(line) ? '' : line.replace(/^\s*([-*+>]|\d+[.)])\s+/, '')))
    .join('\n');
}

/** The sentences of a Markdown draft that have no link. */
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

/** The places of `word`, or of other forms of it, in `sentence`, as { begin, end }. Korean words
 *  keep their particles. */
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

/** Longest link text, in characters. */
const longestAnchor = 60;

/** Words that a link does not begin with. */
const small = /^(an?|the|of|to|in|on|at|by|for|from|with|as|and|or|but|if|so|not|no|than|then|is|are|was|were|be|been|it|its|this|that|these|those|our|my|your|his|her|their|we|i|you|he|she|they|which|who|what|when|where|how|why|ha[ds]|have|d[io]d?|does|can|could|will|would|should|may|might|also|just|only|very|about)$/i;

/** The part of `sentence` with the most of the words at `places`, which are in order, within one clause; of equal
 *  ones the shortest, of single words the longest. */
function phrase(sentence, places) {
  let best = null;
  places.forEach((first, from) => {
    places.slice(from).forEach((last, more) => {
      const text = sentence.slice(first.begin, last.end);
      if (text.length > longestAnchor || /[,;:()–—“”"]|[.!?]\s/.test(text)) return;
      const better = more > 0 ? text.length < best?.text.length : text.length > best?.text.length;
      if (!best || more > best.more || (more === best.more && better)) best = { text, more, begin: first.begin };
    });
  });
  return best;
}

/** Extends a single word, which says little about a link, to the word before it, unless that is a small word. */
function withWordBefore(sentence, { text, begin }) {
  const before = sentence.slice(0, begin).match(/[\p{L}\p{N}][\p{L}\p{N}'’-]* $/u)?.[0];
  return before && !small.test(before.trim()) ? before + text : text;
}

/** The sentence with the most of the words that the draft shares with a story: { sentence, anchor, words },
 *  or null if none has two of them. `taken`: sentences that already have a link. */
export function sentenceFor(words, sentences, taken) {
  let best = null;
  for (const sentence of sentences) {
    if (taken.has(sentence)) continue;
    const places = words.map((word) => ({ word, at: place(sentence, word) })).filter(({ at }) => at);
    if (places.length < 2 || (best && places.length <= best.places.length)) continue;
    best = { sentence, places };
  }
  if (!best) return null;
  const { sentence, places } = best;
  const inOrder = places.map(({ at }) => at).sort((one, other) => one.begin - other.begin)
    .filter(({ begin }, i, all) => begin !== all[i - 1]?.begin); // two words may be forms of the same
  // Anything longer than longestAnchor characters is not a word.
  const found = phrase(sentence, inOrder) ?? { text: sentence.slice(inOrder[0].begin, inOrder[0].end), more: 0, begin: inOrder[0].begin };
  const anchor = found.more > 0 ? found.text : withWordBefore(sentence, found);
  return { sentence, anchor, words: places.map(({ word }) => word) };
}

/** A Markdown link; escapes characters that would end it early. */
export function markdownLink(text, url) {
  const address = url.replace(/[()\s<>]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
  return `[${text.replace(/[[\]\\]/g, '\\$&')}](${address})`;
}
