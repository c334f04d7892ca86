// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/reader.hpp"

#include <optional>
#include <string>

namespace recap::search {

/// Spellings of vocabulary words. The vocabulary has joined words as letters (`backendai`); they
/// are shown as an article writes them (`Backend.AI`). Keeps a reference only.
class WrittenWords {
public:
  explicit WrittenWords(Reader& reader)
      : reader_(reader) {}

  /// `word`, folded, or its joined form; nullopt if no occurrence is found. Reads at most a section
  /// of one article, and only once for each word that the reader caches.
  [[nodiscard]] std::optional<std::string> of(std::string const& word);

private:
  [[nodiscard]] std::string look_up(std::string const& word);

  Reader& reader_;
};

} // namespace recap::search
