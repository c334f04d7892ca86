// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <unicode/normalizer2.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace recap::text {

/// Steps that turn a run of characters into the word to compare; the analyser combines them. Any
/// thread may call them. They throw std::runtime_error if ICU lacks its data.

[[nodiscard]] std::string normalise(icu::Normalizer2 const& form, std::string_view text);

/// Checks the result of an ICU getter; throws if it failed.
[[nodiscard]] icu::Normalizer2 const& checked(icu::Normalizer2 const* form, UErrorCode status);

/// For ASCII only: lower case, without apostrophes and thousands commas.
[[nodiscard]] std::string fold_ascii(std::string_view raw);

/// Removes marks and strokes of Latin letters and apostrophes, and splits ligatures. `decomposed`
/// is NFD.
[[nodiscard]] std::string without_latin_marks(std::string_view decomposed);

/// `word` without zero-width spaces, soft hyphens and fillers.
[[nodiscard]] std::string without_invisible(std::string word);

} // namespace recap::text
