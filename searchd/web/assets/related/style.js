// SPDX-License-Identifier: GPL-2.0-or-later

/** The list looks like the surrounding page: its fonts, its colours, those of its links. */
export const relatedSheet = new CSSStyleSheet();
relatedSheet.replaceSync(`
h2 { margin: 0 0 .6em; font-size: 1.25em; line-height: 1.3; }
ul { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16em, 100%), 1fr)); gap: 1em 2em; margin: 0; padding: 0; list-style: none; }
li { min-width: 0; padding-top: .7em; border-top: 1px solid color-mix(in srgb, currentColor 22%, transparent); overflow-wrap: anywhere; }
a { color: var(--recap-accent, LinkText); font-weight: 600; text-underline-offset: .18em; text-decoration-thickness: .06em; }
p { margin: .2em 0 0; font-size: .875em; }
.meta, .title { unicode-bidi: isolate; }
:lang(ko) { word-break: keep-all; }
`);
