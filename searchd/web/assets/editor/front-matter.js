// SPDX-License-Identifier: GPL-2.0-or-later

/** Keys of topics in front matter; the first one present is used, as in the indexer. */
const topicKeys = ['topics', 'topic', 'tags', 'tag', 'categories', 'category', 'keywords'];

/** How a value and a list are written in each kind of front matter, by the line around it. */
const kinds = { '---': { separator: ': ', plain: /^[\p{L}\p{N}][\p{L}\p{N} _.+-]*$/u }, '+++': { separator: ' = ', plain: /^$/ } };

const quoted = (topic, { plain }) => (plain.test(topic) && !/^(true|false|null|yes|no|on|off|[\d.]+)$/i.test(topic) ? topic : JSON.stringify(topic));

/** The lines of front matter, without those around it: { fence, begin, end }; null without any. */
function frontMatter(lines) {
  const fence = lines[0]?.trimEnd();
  if (!kinds[fence]) return null;
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === fence);
  return end < 0 ? null : { fence, begin: 1, end };
}

/** The line of the value with `item` added, or null if the value has a form that only a parser could change. */
function extended(name, value, item, { separator }) {
  const list = /^\[(.*)\](\s*(?:#.*)?)$/.exec(value);
  const comment = value.startsWith('#');
  if (!value || comment) return `${name}${separator}[${item}]${comment ? ` ${value}` : ''}`;
  if (list) return `${name}${separator}[${[list[1].trim().replace(/,$/, ''), item].filter(Boolean).join(', ')}]${list[2]}`;
  if (/^[[{|>&*!]/.test(value) || / #/.test(value)) return null;
  return `${name}${separator}[${value}, ${item}]`;
}

/** `draft` with `topic` added to the topics of its front matter, which is added if missing. The same draft if its
 *  topics are written in a form that is not understood here. */
export function withTopic(draft, topic) {
  const eol = draft.includes('\r\n') ? '\r\n' : '\n';
  const lines = draft.split(/\r?\n/);
  const matter = frontMatter(lines);
  if (!matter) return ['---', `topics: [${quoted(topic, kinds['---'])}]`, '---', '', ''].join(eol) + draft;
  const kind = kinds[matter.fence];
  const item = quoted(topic, kind);
  const rows = lines.slice(matter.begin, matter.end).map((line) => /^([\w-]+)\s*[:=]\s*(.*?)\s*$/.exec(line));
  const key = topicKeys.find((name) => rows.some((row) => row?.[1].toLowerCase() === name));
  if (!key) lines.splice(matter.end, 0, `topics${kind.separator}[${item}]`);
  else {
    const at = matter.begin + rows.findIndex((row) => row?.[1].toLowerCase() === key);
    const [, name, value] = rows[at - matter.begin];
    const block = value === '' ? /^(\s*)- / .exec(lines[at + 1] ?? '') : null;
    if (block) {
      let last = at + 1;
      while (last + 1 < matter.end && lines[last + 1].startsWith(`${block[1]}- `)) last += 1;
      lines.splice(last + 1, 0, `${block[1]}- ${item}`);
    } else {
      const line = extended(name, value, item, kind);
      if (line === null) return draft;
      lines[at] = line;
    }
  }
  return lines.join(eol);
}
