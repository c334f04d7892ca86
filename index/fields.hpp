// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/ranking.hpp"
#include "index/record.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace recap::index {

/// Changes when anything in a generation changes its meaning: docs/index-format.md.
inline constexpr unsigned schema_version = 9;

inline constexpr std::uint32_t no_slot = 0xffffffff;

/// The fields of an article, in the order of the table.
enum class FieldId : std::uint8_t {
  id,
  url,
  title,
  alias,
  author,
  role,
  date,
  year,
  season,
  topic,
  series,
  lang,
  summary,
  image
};

/// What a value is.
enum class ValueKind : std::uint8_t { text, year, season, language, day };

/// How a value is read from metadata (front matter, a JSON object).
enum class Reading : std::uint8_t {
  by_rule,    ///< metadata/record_fields.cpp or indexer/formats/field_rules.cpp has a rule
  text,       ///< as it is written, on one line
  prose,      ///< as a page shows it: character references and links are resolved
  prose_list, ///< the same of one or several texts
  names,      ///< the same; one text may name several people
  comma_list, ///< one or several texts; a single one is split at its commas
};

/// The member of a record that holds the field.
using Member = std::variant<std::string Record::*, std::vector<std::string> Record::*,
                            std::uint16_t Record::*>;

/// Metadata keys, the preferred first; the rest are empty.
using Keys = std::array<std::string_view, 11>;

/// Defines a field. Prefixes and slots are on disk: do not renumber.
struct Field {
  FieldId id;
  std::string_view name;   ///< in queries, parameters and facets
  std::string_view member; ///< in JSON of articles, drafts and exports
  Member value;
  ValueKind kind = ValueKind::text;
  bool queried = true;                ///< can be named in queries and filters
  std::string_view word_prefix = {};  ///< of its words (`field:word`); empty = not searched by word
  std::string_view value_prefix = {}; ///< of its whole folded values (filters); empty = no filter
  std::uint32_t slot = no_slot;       ///< value slot
  bool facet = false;                 ///< counted by `facets=`
  bool shown = true;                  ///< a member of hits in JSON, without highlights
  std::optional<Part> part = {};      ///< the part as which its words count in running text
  Reading reading = Reading::by_rule;
  Keys keys = {};
};

/// Slot of the positions of the article's words: index/positions.hpp.
inline constexpr std::uint32_t positions_slot = 6;

/// Slot of the id, in generations with several shards.
inline constexpr std::uint32_t id_slot = 7;

/// Fields that are searched by word are in the order of their positions.
inline constexpr auto fields = std::to_array<Field>({
    {.id = FieldId::id,
     .name = "id",
     .member = "id",
     .value = &Record::id,
     .value_prefix = "Q",
     .keys = {"id"}},
    {.id = FieldId::url,
     .name = "url",
     .member = "url",
     .value = &Record::url,
     .queried = false,
     .keys = {"url", "permalink"}},
    {.id = FieldId::title,
     .name = "title",
     .member = "title",
     .value = &Record::title,
     .word_prefix = "S",
     .part = Part::title,
     .keys = {"title"}},
    {.id = FieldId::alias,
     .name = "aliases",
     .member = "aliases",
     .value = &Record::aliases,
     .queried = false,
     .word_prefix = "S",
     .shown = false,
     .part = Part::alias,
     .keys = {"aliases", "alias", "linktitle", "sidebar_label", "subtitle"}},
    {.id = FieldId::author,
     .name = "author",
     .member = "author",
     .value = &Record::author,
     .word_prefix = "A",
     .value_prefix = "XA",
     .slot = 3,
     .facet = true,
     .part = Part::author,
     .reading = Reading::names,
     .keys = {"author", "authors", "byline"}},
    {.id = FieldId::role,
     .name = "role",
     .member = "role",
     .value = &Record::role,
     .queried = false,
     .reading = Reading::text,
     .keys = {"role"}},
    {.id = FieldId::date,
     .name = "date",
     .member = "date",
     .value = &Record::date,
     .kind = ValueKind::day,
     .value_prefix = "D",
     .slot = 0,
     .keys = {"date", "published", "pubdate", "publishdate", "lastmod", "updated", "updateddate",
              "modified", "last_update"}},
    {.id = FieldId::year,
     .name = "year",
     .member = "year",
     .value = &Record::year,
     .kind = ValueKind::year,
     .value_prefix = "Y",
     .slot = 1,
     .facet = true,
     .part = Part::label,
     .keys = {"year"}},
    {.id = FieldId::season,
     .name = "season",
     .member = "season",
     .value = &Record::season,
     .kind = ValueKind::season,
     .value_prefix = "P",
     .slot = 2,
     .facet = true,
     .part = Part::label,
     .keys = {"season"}},
    {.id = FieldId::topic,
     .name = "topic",
     .member = "topics",
     .value = &Record::topics,
     .word_prefix = "K",
     .value_prefix = "XK",
     .slot = 4,
     .facet = true,
     .part = Part::topic,
     .reading = Reading::comma_list,
     .keys = {"topics", "topic", "tags", "tag", "categories", "category", "keywords"}},
    {.id = FieldId::series,
     .name = "series",
     .member = "series",
     .value = &Record::series,
     .word_prefix = "G",
     .value_prefix = "XG",
     .slot = 8,
     .facet = true,
     .part = Part::topic,
     .reading = Reading::prose_list,
     .keys = {"series"}},
    {.id = FieldId::lang,
     .name = "lang",
     .member = "lang",
     .value = &Record::lang,
     .kind = ValueKind::language,
     .value_prefix = "L",
     .slot = 5,
     .facet = true,
     .keys = {"lang", "language", "locale"}},
    {.id = FieldId::summary,
     .name = "summary",
     .member = "summary",
     .value = &Record::summary,
     .queried = false,
     .shown = false,
     .part = Part::summary,
     .reading = Reading::prose,
     .keys = {"summary", "description", "excerpt", "lead", "abstract"}},
    {.id = FieldId::image,
     .name = "image",
     .member = "image",
     .value = &Record::image,
     .queried = false,
     .keys = {"image", "thumbnail", "cover", "coverimage", "cover_image", "heroimage",
              "featuredimage", "featured_image", "feature_image", "images", "og_image"}},
});

[[nodiscard]] constexpr Field const& field(FieldId id) {
  return fields[static_cast<std::size_t>(id)];
}

/// Number of fields that are searched by word: title (with its aliases), author, topic, series.
inline constexpr std::size_t word_field_count = static_cast<std::size_t>(std::ranges::count_if(
    fields, [](Field const& row) { return row.queried && !row.word_prefix.empty(); }));

/// The number, among these, of the field with the word prefix of `row`: 0 for title and aliases.
[[nodiscard]] constexpr std::size_t word_field(Field const& row) {
  std::size_t number = 0;
  for (Field const& other : fields) {
    if (other.word_prefix == row.word_prefix) break;
    if (other.queried && !other.word_prefix.empty()) ++number;
  }
  return number;
}

/// The field named in a query, filter or facet; nullopt for a field that is only shown.
[[nodiscard]] std::optional<FieldId> field_named(std::string_view name);

/// The metadata keys of a field.
[[nodiscard]] std::span<std::string_view const> keys_of(Field const& field);
[[nodiscard]] std::span<std::string_view const> keys_of(FieldId id);

/// The values that an article has: none, one, or a list.
[[nodiscard]] std::vector<std::string> values_of(Record const& record, Field const& field);

/// `value` as stored (season in English, language without region); nullopt for an invalid one.
[[nodiscard]] std::optional<std::string> stored_value(Field const& field, std::string_view value);

/// Describes a valid value, if stored_value() returns nullopt: `a number of four digits`.
[[nodiscard]] std::string_view expected_value(Field const& field);

/// Calls `visit` with every searched text of an article except its sections, in the order of their
/// positions. The text lives as long as `record` or the program; that of a year as long as the
/// call.
void for_each_text(Record const& record,
                   std::function<void(Field const&, std::string_view)> const& visit);

/// Terms of running text have no prefix. Each word has a term for its exact form, and one for its
/// stem, with `Z` before the field's prefix. If the article has a word spelled like the stem, that
/// word's term has the impact of all forms instead (`run` for run, runs and running). Hangul and
/// CJK also have the pairs of characters.
[[nodiscard]] std::string word_term(std::string_view prefix, std::string_view word);
[[nodiscard]] std::string stem_term(std::string_view prefix, std::string_view stem);
[[nodiscard]] constexpr bool is_stem_term(std::string_view term) {
  return term.starts_with('Z');
}
/// The word term that replaces a stem term in articles that have that word.
[[nodiscard]] std::string word_for_stem(std::string_view stem_term);
[[nodiscard]] std::string bigram_term(std::string_view bigram);
/// The term of a word written as a command-line option (text::Token::is_option).
[[nodiscard]] std::string option_term(std::string_view word);

/// The term of a whole value, folded (text::fold()) unless it is an id. A value too long for a term
/// ends in a checksum of the rest.
[[nodiscard]] std::string value_term(Field const& field, std::string_view value);

/// Separates the values of one slot.
inline constexpr char value_separator = '\n';

/// `spring summer fall winter first-half second-half` for a season's name in English or Korean, in
/// any case (`autumn`, `2nd-half`, `여름`, `하반기`); nullopt for other words.
[[nodiscard]] std::optional<std::string_view> season_named(std::string_view word);

/// The language of a tag or locale, folded: `ko` for `ko-KR`, `KO`, `ko_KR.UTF-8` (RFC 5646).
[[nodiscard]] std::string language_named(std::string_view tag);

/// The words that find a season: its English and Korean names.
[[nodiscard]] std::string_view season_words(std::string_view season);

} // namespace recap::index
