// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/word_forms.hpp"

#include "text/analyser.hpp"
#include "text/hangul.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <utility>

namespace recap::text {
namespace {

/// Bytes of a run that are considered for its word: enough for longest_word_bytes of decomposed
/// letters with marks. ICU sorts marks in quadratic time.
constexpr std::size_t longest_run_bytes = 1024;

/// Number of cached stems; natural text has fewer frequent words.
constexpr std::size_t remembered_stems = 50'000;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string shortened(std::string word) {
  word.resize(floor_to_character(word, longest_word_bytes));
  return word;
}

std::string_view beginning_of(std::string_view run) {
  return run.substr(0, floor_to_character(run, longest_run_bytes));
}

} // namespace

WordForms::WordForms()
    : stemmer_("english")
    , nfc_(checked(icu::Normalizer2::getNFCInstance(status_), status_))
    , nfd_(checked(icu::Normalizer2::getNFDInstance(status_), status_))
    , nfkc_fold_(checked(icu::Normalizer2::getNFKCCasefoldInstance(status_), status_)) {}

std::string WordForms::letters(std::string_view run) const {
  auto const raw = beginning_of(run);
  if (is_ascii(raw)) return shortened(fold_ascii(raw));
  return shortened(
      normalise(nfc_, without_latin_marks(normalise(nfd_, normalise(nfkc_fold_, raw)))));
}

std::string WordForms::hangul(std::string_view run) const {
  auto const raw = beginning_of(run);
  // Whole syllables are already normal, and nearly all words consist of them.
  if (is_hangul_syllables(raw)) return shortened(std::string(raw));
  // Half-width letters need the compatibility mapping. That mapping would change the full-width
  // consonants of a query like ㅇㅌㅅ, which NFC keeps.
  bool const half_width = raw.find("\xEF\xBE") != std::string_view::npos ||
                          raw.find("\xEF\xBF") != std::string_view::npos;
  return shortened(without_invisible(normalise(half_width ? nfkc_fold_ : nfc_, raw)));
}

std::string WordForms::cjk(std::string_view run) const {
  return shortened(normalise(nfkc_fold_, run));
}

std::string const& WordForms::stem(std::string const& word) {
  bool const stemmable =
      std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!stemmable) return word;
  if (stems_.size() > remembered_stems) stems_.clear();
  auto const [entry, is_new] = stems_.try_emplace(word);
  std::string& stem = entry->second;
  if (is_new) {
    // Repeats until a stem is its own: the stemmer turns aliases into alias, and alias into alia.
    stem = stemmer_(word);
    for (std::string again = stemmer_(stem); again != stem; again = stemmer_(stem))
      stem = std::move(again);
  }
  return stem;
}

} // namespace recap::text
