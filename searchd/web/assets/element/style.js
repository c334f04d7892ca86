// SPDX-License-Identifier: GPL-2.0-or-later

/** A constructed sheet, because a page's Content-Security-Policy may forbid style elements. It follows the page's
 *  `color-scheme`, which defaults to light. */
export const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host {
  --b: var(--recap-background, light-dark(#fff, #1f1d1c)); --t: var(--recap-text, light-dark(#1d1b19, #ece8e2));
  --q: var(--recap-quiet, light-dark(#67625c, #a9a29a)); --l: var(--recap-line, light-dark(#ddd8d1, #3b3733));
  --a: var(--recap-accent, light-dark(#a63a14, #ff9f73)); --m: var(--recap-mark, light-dark(#ffe7a3, #5c4608));
  --w: var(--recap-active, light-dark(#fbeee7, #33261f)); --r: var(--recap-radius, 10px);
  display: inline-block; font: 400 1rem/1.5 var(--recap-font, system-ui, -apple-system, "Apple SD Gothic Neo", "Noto Sans KR", "Malgun Gothic", sans-serif);
}
@supports not (color: light-dark(#fff, #000)) {
  :host {
    --b: var(--recap-background, #fff); --t: var(--recap-text, #1d1b19); --q: var(--recap-quiet, #67625c); --l: var(--recap-line, #ddd8d1);
    --a: var(--recap-accent, #a63a14); --m: var(--recap-mark, #ffe7a3); --w: var(--recap-active, #fbeee7);
  }
}
:host([theme=light]) { color-scheme: light; }
:host([theme=dark]) { color-scheme: dark; }
:host([hidden]) { display: none; }
*, ::before, ::after { box-sizing: border-box; }
button { font: inherit; color: inherit; cursor: pointer; }
:focus-visible { outline: 2px solid var(--a); outline-offset: 2px; }
svg { flex: none; width: 1.15em; height: 1.15em; fill: none; stroke: var(--q); stroke-width: 2; stroke-linecap: round; }
kbd { font: inherit; font-size: .75em; color: var(--q); border: 1px solid var(--l); border-radius: 5px; padding: .05em .45em; }
.trigger { display: flex; align-items: center; gap: .6em; width: 100%; min-width: 11em; padding: .45em .7em; background: var(--b); border: 1px solid var(--l); border-radius: var(--r); color: var(--q); text-align: start; }
.trigger:hover { border-color: var(--a); }
.trigger span { flex: 1; }
dialog { width: min(var(--recap-width, 42rem), 100vw - 2rem); max-width: none; max-height: min(46rem, 90vh); margin: 5vh auto auto; padding: 0; border: 1px solid var(--l); border-radius: calc(var(--r) + 4px); background: var(--b); color: var(--t); box-shadow: 0 24px 60px -12px rgb(20 12 6 / .45); overflow: hidden; }
dialog[open] { display: flex; flex-direction: column; }
dialog::backdrop { background: rgb(20 14 10 / .45); }
.field { display: flex; align-items: center; gap: .7em; padding: .35em .5em .35em 1em; border-bottom: 1px solid var(--l); }
input { flex: 1; min-width: 0; padding: .6em 0; border: 0; outline: 0; background: none; color: inherit; font: inherit; font-size: 1.125em; appearance: none; }
input:focus-visible { outline: 0; }
.field:focus-within { box-shadow: inset 0 -1px var(--a); }
input::placeholder { color: var(--q); opacity: 1; }
input::-webkit-search-cancel-button { display: none; }
:is(.clear, .close) { border: 0; background: none; padding: .4em .6em; }
.clear { font-size: .875em; color: var(--a); }
[hidden] { display: none; }
[aria-busy=true]::before { content: ""; display: block; position: sticky; top: 0; height: 2px; margin: 0 -.5em; background: var(--a); }
.list { flex: 1; overflow: auto; overscroll-behavior: contain; padding: 0 .5em .5em; }
.list:empty:not([aria-busy=true]) { display: none; }
.label { padding: .55em .75em .15em; font-size: .8125em; font-weight: 600; color: var(--q); }
.option { display: block; padding: .35em .6em; border-radius: calc(var(--r) - 2px); color: inherit; text-decoration: none; cursor: pointer; scroll-margin: 2.5em .5em; overflow-wrap: anywhere; }
.option[aria-selected=true] { background: var(--w); box-shadow: inset 3px 0 var(--a); }
@media (forced-colors: active) { .option[aria-selected=true] { outline: 2px solid Highlight; outline-offset: -2px; } }
.own, .meta, .heading { unicode-bidi: isolate; } /* the direction of one does not affect the rest */
:lang(ko) { word-break: keep-all; }
.title { display: block; font-weight: 600; }
.meta { display: inline-block; font-weight: 400; font-size: .8125em; color: var(--q); }
.text { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; font-size: .875em; color: var(--q); }
.heading { color: var(--a); font-weight: 600; }
.deeper { margin-inline-start: 1em; padding-block: .1em; }
.deeper .text { -webkit-line-clamp: 1; }
.word { display: flex; align-items: center; gap: .6em; padding-block: .25em; }
.word svg + span { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.opens { margin-inline-start: auto; padding-inline-start: 1em; flex: none; }
.chips { display: flex; flex-wrap: wrap; gap: .35em; padding: 0 .6em; }
.chips .label { flex: 1 0 100%; padding-inline: .15em; }
.chips .word { padding: .15em .7em .15em .5em; border: 1px solid var(--l); border-radius: 99px; font-size: .875em; }
.word svg { width: .95em; height: .95em; }
mark { background: var(--m); color: var(--t); border-radius: 2px; padding: 0 .08em; margin: 0 -.08em; }
.message { margin: 0; padding: 1.1em 1.1em; color: var(--q); }
.note { margin: 0; padding: .7em 1.1em 0; font-size: .875em; color: var(--q); }
.note button { border: 0; padding: 0; background: none; color: var(--a); text-decoration: underline; text-underline-offset: .18em; }
.message:empty, .note:empty { display: none; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.footer { display: flex; flex-wrap: wrap; align-items: center; gap: .25em 1em; padding: .5em 1em; border-top: 1px solid var(--l); font-size: .8125em; color: var(--q); }
.footer a, .footer button { color: var(--a); background: none; border: 0; padding: 0; }
.footer .keys { margin-inline-start: auto; display: flex; gap: 1em; }
@media (max-width: 40rem) { dialog { width: 100vw; max-height: 100dvh; height: 100dvh; margin: 0; border: 0; border-radius: 0; } .footer .keys, .footer:not(:has(a, button)) { display: none; } }
@media (pointer: coarse) { .word { padding-block: .5em; } }
@media (hover: none) { kbd, .footer .keys { display: none; } .close { color: var(--a); } .close .spoken { position: static; clip-path: none; width: auto; height: auto; } }
@media (prefers-reduced-motion: no-preference) { dialog[open] { animation: rise .12s ease-out; } @keyframes rise { from { opacity: 0; transform: translateY(-6px); } } }
`);
