// SPDX-License-Identifier: GPL-2.0-or-later

/** Responses within this many milliseconds show no sign of waiting. */
const unnoticed = 300;
/** Milliseconds between attempts, at first and at most. */
const firstPause = 2000;
const longestPause = 30_000;
/** Milliseconds to finish typing an operator before its mistake is shown. */
export const patienceWithTypists = 1200;

/** Whether the end of `q` may be half of a field's value, a phrase or the operands of NEAR, so that it says little if
 *  nothing is found. */
export function isUnfinished(q) {
  return /(^|[\s(-])[a-z]+:\S*$/i.test(q) || /\sNEAR(\/\d+)?\s+\S*$/.test(q) || q.split('"').length % 2 === 0;
}

/** Shows a sign of waiting, and repeats requests that failed. */
export class Waiting {
  #show; #sign = 0; #again = 0; #pause = firstPause;

  /** Calls `show` with whether the sign should be visible. */
  constructor(show) {
    this.#show = show;
  }

  begin() {
    this.stop();
    this.#sign = setTimeout(() => this.#show(true), unnoticed);
  }

  /** Call this when a response has arrived. */
  end() {
    this.stop();
    this.#show(false);
    this.#pause = firstPause;
  }

  /** Call this after a failure: calls `ask` after a growing pause, unless begin() or stop() is called before. */
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
