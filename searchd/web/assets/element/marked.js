// SPDX-License-Identifier: GPL-2.0-or-later

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function plain(text) {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name]);
}

/** Nodes for a `*_html` value of the API: text and mark elements. Whatever else looks like markup
 *  in it stays text. */
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

/** `lang` where it is fit for the attribute of that name, else that it is not known. */
export function languageTag(lang) {
  return /^[a-z\d-]+$/i.test(lang) ? lang : '';
}

/** The address of an article if it is one of the web, else null; relative ones belong to the site. */
export function safeAddress(url) {
  if (!url) return null;
  try {
    const address = new URL(url, document.baseURI);
    return /^https?:$/.test(address.protocol) ? address.href : null;
  } catch {
    return null;
  }
}
