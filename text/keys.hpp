// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recap::text {

/// Words as they are typed. Latin and other letters remain unchanged. Hangul becomes the keys of
/// the two-set keyboard (두벌식, KS X 5002), one byte each: the upper-case letter printed on the
/// key (ㅇ is `D`), and for the seven letters that need shift (ㄲ ㄸ ㅃ ㅆ ㅉ ㅒ ㅖ) the control
/// code of that letter (ㄲ is 0x12, control-R). Compound vowels and clusters are two keys (ㅘ =
/// ㅗㅏ, ㄳ = ㄱㅅ). Folded text has neither upper-case letters nor control codes, so Hangul and
/// Latin never mix in one sorted list.
///
/// Reason: every state that an input method shows on the way to a word (ㅋ, 쿠, 쿱, 쿠번) is a
/// prefix of its keys (쿠버네티스), and one wrong key is one edit.
///
/// All functions accept any bytes, and any thread may call them.

/// The keys of folded text (Token::word).
[[nodiscard]] std::string keys(std::string_view word);

/// The text that an input method makes of keys: the inverse of keys() for words of whole syllables.
/// Adjacent letters that form one (ㅗㅏ) become that letter (ㅘ).
[[nodiscard]] std::string text_of_keys(std::string_view keys);

/// The keys of the intended text when the keyboard was in the other mode: Latin letters become
/// Hangul (`dlsxjstlq` gives the keys of 인턴십), and Hangul becomes Latin (`ㅐㅜㅠㅐㅁㄱ야ㅜㅎ`
/// gives `onboarding`, in lower case). `typed`: unfolded, because shift distinguishes ㄲ from ㄱ;
/// shift is ignored on keys with one Hangul letter. Other characters remain unchanged.
[[nodiscard]] std::string keys_of_other_keyboard(std::string_view typed);

/// The first consonants (초성) of the syllables of `word`: `인턴십` gives `ㅇㅌㅅ`. Other
/// characters remain unchanged.
[[nodiscard]] std::string initials(std::string_view word);

/// True if `text` has only consonants, as when initials are meant: `ㅇㅌㅅ`. This includes
/// clusters, which input methods make of two consonants (ㄳ).
[[nodiscard]] bool is_initials(std::string_view text);

/// True for a byte that keys() produces for Hangul.
[[nodiscard]] constexpr bool is_hangul_key(char key) {
  return (key >= 'A' && key <= 'Z') || (key >= 0x01 && key <= 0x1A);
}

} // namespace recap::text
