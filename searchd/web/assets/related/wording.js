// SPDX-License-Identifier: GPL-2.0-or-later

const languages = {
  en: { related: 'Related stories', shared: 'Also about ' },
  ko: { related: '관련 글', shared: '공통 주제: ' },
};

/** The interface text for a BCP 47 tag. */
export function relatedWording(tag) {
  return /^ko\b/i.test(tag ?? '') ? languages.ko : languages.en;
}
