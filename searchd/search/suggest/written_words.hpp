// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/reader.hpp"

#include <optional>
#include <string>

namespace recap::search {

/// How words of the vocabulary are shown. Joined words stand there as their letters (`backendai`),
/// and are shown as an article writes them (`Backend.AI`). Keeps a reference only.
class WrittenWords {
public:
  explicit WrittenWords(Reader& reader)
      : reader_(reader) {}

  /// `word`, folded, or its joined form; nothing where no place with it is found. Looks at one
  /// article, a section of it at most, and once only for each word that the reader remembers.
  [[nodiscard]] std::optional<std::string> of(std::string const& word);

private:
  [[nodiscard]] std::string look_up(std::string const& word);

  Reader& reader_;
};

} // namespace recap::search
