// SPDX-License-Identifier: GPL-2.0-or-later

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function plain(text) {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name]);
}

/** Nodes for a `*_html` value of the API: text and mark elements. Anything else that looks like
 *  markup remains text. */
export function marked(html) {
  const nodes = document.createDocumentFragment();
  let target = nodes;
  for (const piece of String(html ?? '').split(/(<\/?mark>)/)) {
    if (piece === '<mark>') target = nodes.appendChild(document.createElement('mark'));
    else if (piece === '</mark>') target = nodes;
    else if (piece) target.append(plain(piece));
  }
  return nodes;
}

/** `lang` if it is a valid attribute value, else an empty one, which means unknown. */
export function languageTag(lang) {
  return /^[a-z\d-]+$/i.test(lang) ? lang : '';
}

/** The address of an article if it is http or https, else null. Relative ones are resolved against the site. */
export function safeAddress(url) {
  if (!url) return null;
  try {
    const address = new URL(url, document.baseURI);
    return /^https?:$/.test(address.protocol) ? address.href : null;
  } catch {
    return null;
  }
}

/** The names of the authors of an article as readers know them. */
export function authorNames({ authors, author }) {
  return authors?.map(({ name }) => name) ?? author ?? [];
}
