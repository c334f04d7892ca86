// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <unicode/normalizer2.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace recap::text {

/// The steps by which a run of characters becomes the word that is compared; the analyser puts them
/// together. Any thread may call them. They throw std::runtime_error when ICU lacks its data.

[[nodiscard]] std::string normalise(icu::Normalizer2 const& form, std::string_view text);

/// What ICU's getters give, or an exception.
[[nodiscard]] icu::Normalizer2 const& checked(icu::Normalizer2 const* form, UErrorCode status);

/// ASCII alone: lower case, without apostrophes and thousands commas.
[[nodiscard]] std::string fold_ascii(std::string_view raw);

/// Latin letters without their marks and strokes, ligatures in letters, apostrophes out.
/// `decomposed` is NFD.
[[nodiscard]] std::string without_latin_marks(std::string_view decomposed);

/// A word without its zero-width spaces, soft hyphens, fillers.
[[nodiscard]] std::string without_invisible(std::string word);

} // namespace recap::text
