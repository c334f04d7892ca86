// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "text/folding.hpp"

#include <unicode/normalizer2.h>
#include <xapian.h>

#include <string>
#include <string_view>
#include <unordered_map>

namespace recap::text {

/// The forms in which a run of one script is compared, at most longest_word_bytes each; empty if
/// nothing visible is left. Not thread-safe: it caches stems.
class WordForms {
public:
  WordForms();

  /// For letters and digits: without case, width, marks and strokes.
  [[nodiscard]] std::string letters(std::string_view run) const;

  /// For Hangul: composed, full syllables.
  [[nodiscard]] std::string hangul(std::string_view run) const;

  /// For Han and Kana: width folded.
  [[nodiscard]] std::string cjk(std::string_view run) const;

  /// The English stem of a result of letters(), which is its own stem; the word itself if it is not
  /// made of a to z. Valid until the next call.
  [[nodiscard]] std::string const& stem(std::string const& word);

private:
  UErrorCode status_ = U_ZERO_ERROR;
  Xapian::Stem stemmer_;
  icu::Normalizer2 const& nfc_;
  icu::Normalizer2 const& nfd_;
  icu::Normalizer2 const& nfkc_fold_;
  std::unordered_map<std::string, std::string> stems_;
};

} // namespace recap::text
