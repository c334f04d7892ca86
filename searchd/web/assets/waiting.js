// SPDX-License-Identifier: GPL-2.0-or-later

/** Milliseconds: an answer within them needs no sign that one waits for it. */
const unnoticed = 300;
/** Milliseconds from one attempt to the next, at first and at most. */
const firstPause = 2000;
const longestPause = 30_000;
/** Milliseconds for which who types may finish an operator before its mistake is told. */
export const patienceWithTypists = 1200;

/** Shows that an answer is waited for, and asks again where none came. */
export class Waiting {
  #show; #sign = 0; #again = 0; #pause = firstPause;

  /** `show` is told whether the sign is to be seen. */
  constructor(show) {
    this.#show = show;
  }

  begin() {
    this.stop();
    this.#sign = setTimeout(() => this.#show(true), unnoticed);
  }

  /** An answer came. */
  end() {
    this.stop();
    this.#show(false);
    this.#pause = firstPause;
  }

  /** None came: `ask` is called after a pause that grows, unless begin() or stop() is called before. */
  failed(ask) {
    const pause = this.#pause;
    this.end();
    this.#again = setTimeout(ask, pause);
    this.#pause = Math.min(2 * pause, longestPause);
  }

  stop() {
    clearTimeout(this.#sign);
    clearTimeout(this.#again);
  }
}
