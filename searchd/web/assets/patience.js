// SPDX-License-Identifier: GPL-2.0-or-later

/** Milliseconds after which a silent server counts as unavailable. */
const patience = 10_000;

/** Aborts `asking`, an AbortController, if the server takes longer than that. Call the returned function when it
 *  has responded. */
export function limited(asking) {
  const late = setTimeout(() => asking.abort(), patience);
  return () => clearTimeout(late);
}
