// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/mapped_file.hpp"
#include "index/phrase_term.hpp"
#include "index/ranked_list.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Xapian {
class Database;
}

namespace recap::index {

/// Name of the file inside a generation.
inline constexpr char const* phrases_name = "phrases";

/// Number of word starts by which a phrase is found: eight, or four for headings, because there are
/// many.
inline constexpr std::size_t most_word_starts = 8;
inline constexpr std::size_t most_heading_starts = 4;

/// A title, topic, author or heading.
struct Phrase {
  PhraseKind kind = PhraseKind::title;
  std::string_view text;       ///< as written in most articles; for titles, in the newest
  std::string_view keys;       ///< text::typed() of it
  std::uint32_t documents = 0; ///< number of articles that have it
  std::uint32_t day = 0;       ///< for titles: `YYYYMMDD` of the newest article, 0 = none
};

/// The titles, topics, authors and headings of an index. Each is found from the beginning of any of
/// its words without a scan: the file has an entry for each word start, sorted by keys, with block
/// maxima. The file is mapped; the views of a Phrase live as long as this object. Any thread may
/// read it. Throws Error(damaged) when a damaged file is opened or the damaged place is read.
class Phrases {
public:
  explicit Phrases(std::filesystem::path const& file);

  [[nodiscard]] std::size_t size() const { return documents_.size(); }

  enum class By : bool { keys, initials };

  /// At most `most` phrases of one kind with a word that begins with `keys` (text::typed): first
  /// those that begin with it themselves, then by day (titles) or number of articles, then by keys.
  [[nodiscard]] std::vector<Phrase> beginning(PhraseKind kind, std::string_view keys,
                                              std::size_t most, By by = By::keys) const;

private:
  /// Word starts of all phrases, by kind, then by what follows.
  struct Starts {
    RankedList ranks;
    std::span<std::uint32_t const> phrases;
    std::span<std::uint16_t const> offsets; ///< in the keys, or the initials, of the phrase
    std::array<std::uint32_t, phrase_kinds + 1> kinds{};
  };
  [[nodiscard]] std::string_view text_from(By by, std::size_t entry) const;
  [[nodiscard]] Phrase phrase(std::size_t place) const;
  [[noreturn]] void damaged() const;

  std::string file_;
  MappedFile mapped_;
  std::array<Starts, 2> starts_; ///< by By
  std::span<std::uint32_t const> documents_;
  std::span<std::uint32_t const> days_;
  std::span<std::uint32_t const> offsets_; ///< of each phrase's bytes, and the end
  std::span<std::uint16_t const> key_bytes_;
  std::span<std::uint16_t const> initial_bytes_;
  std::span<std::uint8_t const> kinds_;
  std::string_view bytes_; ///< of each phrase: keys, initials, text
};

/// Writes the phrases of `database`, from the terms of index::phrase_term(). Spellings that are
/// typed alike are one phrase. Throws Error(unwritable), and Xapian::Error if the database cannot
/// be read.
void write_phrases(Xapian::Database const& database, std::filesystem::path const& file);

} // namespace recap::index
