// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace recap::index {

/// Changes whenever terms, slots, records or files of a generation change their
/// meaning. docs/index-format.md is the same in prose.
inline constexpr unsigned schema_version = 7;

/// The fields that a query or a filter can name.
enum class FieldId : std::uint8_t { title, author, topic, year, season, lang, date, id };

/// One row says all about a field: how it is called, how its terms begin, where its
/// value stands. Prefixes and slots are on disk: do not renumber.
struct Field {
  FieldId id;
  std::string_view name;         ///< in queries, parameters and facets
  std::string_view word_prefix;  ///< of its words (`field:word`); empty = not searched by word
  std::string_view value_prefix; ///< of its whole folded values (filters); empty = no filter
  std::uint32_t slot;            ///< value slot, or no_slot
  bool facet;                    ///< counted by `facets=`
};

inline constexpr std::uint32_t no_slot = 0xffffffff;

/// Slot of where the words of the article stand: index/positions.hpp.
inline constexpr std::uint32_t positions_slot = 6;

/// Slot of the id, where a generation has several shards.
inline constexpr std::uint32_t id_slot = 7;

inline constexpr std::array<Field, 8> fields{{
    {FieldId::title, "title", "S", "", no_slot, false},
    {FieldId::author, "author", "A", "XA", 3, true},
    {FieldId::topic, "topic", "K", "XK", 4, true},
    {FieldId::year, "year", "", "Y", 1, true},
    {FieldId::season, "season", "", "P", 2, true},
    {FieldId::lang, "lang", "", "L", 5, true},
    {FieldId::date, "date", "", "D", 0, false},
    {FieldId::id, "id", "", "Q", no_slot, false},
}};

[[nodiscard]] constexpr Field const& field(FieldId id) {
  return fields[static_cast<std::size_t>(id)];
}

[[nodiscard]] std::optional<FieldId> field_named(std::string_view name);

/// Terms of running text carry no prefix. For each word there is its exact form, and its stem with
/// `Z` before the field's prefix: unless the article has the very word of the stem's letters, whose
/// term then has the impact of them all (`run` for run, runs and running). So an article has a stem
/// under one of two terms, and only what is inflected costs a second one. For Hangul and CJK there
/// are also the pairs of characters.
[[nodiscard]] std::string word_term(std::string_view prefix, std::string_view word);
[[nodiscard]] std::string stem_term(std::string_view prefix, std::string_view stem);
[[nodiscard]] constexpr bool is_stem_term(std::string_view term) {
  return term.starts_with('Z');
}
/// The word term that stands for a stem term where an article has that word.
[[nodiscard]] std::string word_for_stem(std::string_view stem_term);
[[nodiscard]] std::string bigram_term(std::string_view bigram);
/// Of a word that the article writes as an option of a command (text::Token::is_option).
[[nodiscard]] std::string option_term(std::string_view word);

/// The term of a whole value, compared by text::fold(); an id is compared as it is. A value too
/// long for a term ends in a checksum of the rest, so that it still has a term of its own.
[[nodiscard]] std::string value_term(Field const& field, std::string_view value);

/// What is completed as a whole. On disk: do not renumber.
enum class PhraseKind : std::uint8_t { title, topic, author, heading };
inline constexpr std::size_t phrase_kinds = 4;

/// Longest phrase that is completed, in bytes; of a longer one only the beginning is.
inline constexpr std::size_t longest_phrase_bytes = 160;

/// The term of a title, topic, author or heading as it is written, for completion. Titles
/// have the day of publication (`YYYYMMDD`, 0 = none) before them, so that the newest are known
/// without a look at their articles.
[[nodiscard]] std::string phrase_term(PhraseKind kind, std::string_view text,
                                      std::uint32_t day = 0);
inline constexpr std::string_view phrase_prefix = "XS";

/// Several values in one slot, one a line.
inline constexpr char value_separator = '\n';

/// A word for a season in English or Korean, in any case, as one of
/// `spring summer fall winter first-half second-half`; nothing for other words.
/// `autumn`, `2nd-half`, `여름` and `하반기` are read as these.
[[nodiscard]] std::optional<std::string_view> season_named(std::string_view word);

/// The language of a tag or locale (RFC 5646: the primary subtag), folded: `ko` of `ko-KR`, `KO`
/// and `ko_KR.UTF-8`.
[[nodiscard]] std::string language_named(std::string_view tag);

/// The words by which a season is searched: its English and Korean names.
[[nodiscard]] std::string_view season_words(std::string_view season);

} // namespace recap::index
