// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "searchd/search/match/reader.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace recap::search {

/// Heading and text of a section; without one, the texts outside the sections: title, other titles,
/// authors, topics, series, names of the season, summary. Views of `record`.
[[nodiscard]] std::vector<std::string_view> texts_of(index::Record const& record,
                                                     std::optional<std::size_t> section);

/// Maps a position of the running text to its place in an article. Keeps references only.
class Sections {
public:
  Sections(Reader& reader, Xapian::docid id, index::Record const& record)
      : reader_(reader)
      , id_(id)
      , record_(record)
      , heading_words_(record.sections.size()) {}

  [[nodiscard]] text::Analyser& analyser() const { return reader_.analyser; }
  [[nodiscard]] index::Record const& record() const { return record_; }

  struct Place {
    std::size_t section = 0; ///< index into Record::sections
    bool in_heading = false; ///< in its heading, not its text
  };

  /// nullopt for a position outside all sections: in the title, the topics or the summary.
  [[nodiscard]] std::optional<Place> of(std::uint32_t position);

private:
  Reader& reader_;
  Xapian::docid id_;
  index::Record const& record_;
  std::vector<std::optional<std::uint32_t>> heading_words_; ///< if already requested
};

} // namespace recap::search
