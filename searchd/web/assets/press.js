// SPDX-License-Identifier: GPL-2.0-or-later

let press = null;
let release = null;

document.addEventListener('pointerdown', () => {
  press ??= new Promise((resolve) => { release = resolve; });
}, true);
// A press that becomes a drag or a scroll is cancelled; a release in a dialog of the browser's is
// never told, but who types presses nothing.
for (const end of ['pointerup', 'pointercancel', 'keydown']) {
  addEventListener(end, () => setTimeout(() => { // the click comes right after the release
    release?.();
    press = null;
  }), true);
}

/** Resolves when no pointer is pressed: what is replaced between press and release loses its click. */
export function released() {
  return press;
}
