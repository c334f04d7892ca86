// SPDX-License-Identifier: GPL-2.0-or-later

let press = null;
let release = null;

document.addEventListener('pointerdown', () => {
  press ??= new Promise((resolve) => { release = resolve; });
}, true);
// A press that becomes a drag or a scroll is cancelled. A release in a dialog of the browser is not
// reported, but nothing is pressed while someone types.
for (const end of ['pointerup', 'pointercancel', 'keydown']) {
  addEventListener(end, () => setTimeout(() => { // the click follows the release
    release?.();
    press = null;
  }), true);
}

/** Resolves when no pointer is pressed. An element replaced between press and release loses its click. */
export function released() {
  return press;
}
