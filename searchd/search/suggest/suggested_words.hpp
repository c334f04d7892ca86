// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/vocabulary.hpp"
#include "searchd/search/match/snapshot.hpp"
#include "searchd/search/suggest/existence_check.hpp"
#include "searchd/search/suggest/suggest.hpp"
#include "searchd/search/suggest/written_words.hpp"
#include "text/typed.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::search {

/// Completes the last word of a text with words of the vocabulary.
class WordCompleter {
public:
  /// `typed`: the keys of `text`. All arguments must outlive the WordCompleter.
  WordCompleter(Snapshot const& snapshot, Reader& reader, ExistenceCheck const& existence,
                std::string_view text, text::Typed const& typed);

  /// False if the text does not end in a word, so that there is nothing to complete.
  [[nodiscard]] bool has_last_word() const { return !last_.empty(); }
  [[nodiscard]] std::string const& last_word_keys() const { return last_; }
  [[nodiscard]] std::string const& keys_before() const { return before_keys_; }

  /// Words that begin with `keys` (of the last word, as typed or in the other keyboard mode).
  [[nodiscard]] std::vector<Suggestion> beginning(std::string_view keys, std::size_t most);
  [[nodiscard]] std::vector<Suggestion> with_initials(std::string_view initials, std::size_t most);
  [[nodiscard]] std::vector<Suggestion> beginning_nearly(std::vector<index::Word> const& near);

private:
  /// The word as shown; nullopt if it cannot be shown, or the text with it would find nothing.
  [[nodiscard]] std::optional<std::string> shown(index::Word const& word);
  [[nodiscard]] bool meets_words_before(std::string const& word);
  [[nodiscard]] Suggestion suggestion_of(std::string const& shown, std::uint32_t articles,
                                         std::size_t typed_bytes) const;

  Snapshot const& snapshot_;
  ExistenceCheck const& existence_;
  StopWordList const& stop_words_;
  WrittenWords written_;
  std::string before_; ///< the text before the last word
  std::string before_keys_;
  std::string last_;                ///< keys of the last word
  std::optional<bool> is_hopeless_; ///< no word can occur with the words before; unset = unknown
};

} // namespace recap::search
