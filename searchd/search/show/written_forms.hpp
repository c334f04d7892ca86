// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "text/analyser.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

namespace recap::search {

/// Spellings of stems in an article. Keeps references only; reads a section once.
class WrittenForms {
public:
  WrittenForms(text::Analyser& analyser, index::Record const& record)
      : analyser_(analyser)
      , record_(record) {}

  /// The first word with `stem`, folded, or joined words (`Backend.AI`) as written: in a section
  /// or, without one, in title, other titles, authors, topics, season and summary. Empty if there
  /// is none.
  [[nodiscard]] std::string of(std::string const& stem, std::optional<std::size_t> section);

private:
  using Forms = std::unordered_map<std::string, std::string>; ///< by stem
  void read(std::string_view text, Forms& forms);
  [[nodiscard]] Forms read(std::optional<std::size_t> section);

  text::Analyser& analyser_;
  index::Record const& record_;
  std::map<std::optional<std::size_t>, Forms> known_;
};

} // namespace recap::search
