// SPDX-License-Identifier: GPL-2.0-or-later

/** Header fields for the attribute `key` of an element. Without one, none: they would cost a preflight. */
export function withKey(key) {
  return key ? { authorization: `Bearer ${key}` } : {};
}
