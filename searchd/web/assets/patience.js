// SPDX-License-Identifier: GPL-2.0-or-later

/** Milliseconds after which a server that has not answered is away. */
const patience = 10_000;

/** Ends `asking`, an AbortController, when the server takes longer than that; what it gives, called, says that it
 *  has answered. */
export function limited(asking) {
  const late = setTimeout(() => asking.abort(), patience);
  return () => clearTimeout(late);
}
