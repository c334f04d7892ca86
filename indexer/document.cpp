// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document.hpp"

#include "index/fields.hpp"
#include "index/positions.hpp"
#include "index/whole_title.hpp"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>

namespace recap::indexer {
namespace {

using index::Field;
using index::FieldId;
using index::Part;
using text::Token;
using text::TokenKind;

/// Unused positions between parts and between sections, so that no phrase reaches across.
constexpr std::uint32_t gap = 16;

constexpr std::size_t at(Part part) {
  return static_cast<std::size_t>(part);
}

std::string_view word_prefix(FieldId field) {
  return index::field(field).word_prefix;
}

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

std::string joined(std::vector<std::string> const& values) {
  std::string list;
  for (auto const& value : values) {
    if (!list.empty()) list += index::value_separator;
    list += value;
  }
  return list;
}

void add_value(Xapian::Document& document, FieldId id, std::string const& value) {
  if (!value.empty()) document.add_term(index::value_term(index::field(id), value), 1);
}

/// Terms and slots of what can be filtered, counted and sorted by.
void add_values(Xapian::Document& document, index::Record const& record) {
  std::string const year = record.year == 0 ? "" : std::to_string(record.year);
  add_value(document, FieldId::id, record.id);
  for (auto const& author : record.author)
    add_value(document, FieldId::author, author);
  for (auto const& topic : record.topics)
    add_value(document, FieldId::topic, topic);
  add_value(document, FieldId::year, year);
  add_value(document, FieldId::season, record.season);
  add_value(document, FieldId::lang, record.lang);
  std::string day = record.date;
  if (!day.empty()) {
    // Year, month and day each have a term, so that a range of dates is a few of them.
    for (std::size_t const length : {4U, 7U, 10U})
      add_value(document, FieldId::date, day.substr(0, length));
    std::erase(day, '-');
  }
  auto const set = [&](FieldId id, std::string const& value) {
    if (!value.empty()) document.add_value(index::field(id).slot, value);
  };
  set(FieldId::date, day);
  set(FieldId::author, joined(record.author));
  set(FieldId::topic, joined(record.topics));
  set(FieldId::year, year);
  set(FieldId::season, record.season);
  set(FieldId::lang, record.lang);
}

/// What a query is that is the whole title.
void add_titles(Xapian::Document& document, text::Analyser& analyser, index::Record const& record) {
  auto const add = [&](std::string const& title) {
    auto const term = index::whole_title_term(analyser, title);
    if (!term.empty()) document.add_term(term, 1);
  };
  add(record.title);
  for (auto const& alias : record.aliases)
    add(alias);
}

/// What GET /v1/suggest completes as a whole.
void add_phrases(Xapian::Document& document, index::Record const& record) {
  using index::PhraseKind;
  auto const add = [&](PhraseKind kind, std::string const& text, std::uint32_t day = 0) {
    if (!text.empty()) document.add_boolean_term(index::phrase_term(kind, text, day));
  };
  std::uint32_t day = 0;
  for (char const c : record.date) {
    if (c != '-') day = day * 10 + static_cast<std::uint32_t>(c - '0');
  }
  add(PhraseKind::title, record.title, day);
  for (auto const& alias : record.aliases)
    add(PhraseKind::title, alias, day);
  for (auto const& topic : record.topics)
    add(PhraseKind::topic, topic);
  for (auto const& author : record.author)
    add(PhraseKind::author, author);
  for (auto const& section : record.sections)
    add(PhraseKind::heading, section.heading);
}

} // namespace

/// How often and where each term stands in one article. Kept from article to article
/// for its memory.
class DocumentBuilder::Occurrences {
public:
  struct Entry {
    index::PartFrequencies frequencies{};
    std::vector<std::uint32_t> positions;
    bool is_under_word = false; ///< a stem whose occurrences count for the word of its letters
  };

  void clear() { entries_.clear(); }

  Entry& entry(std::string_view prefix, std::string_view word) {
    term_.assign(prefix);
    term_.append(word);
    auto const found = entries_.find(std::string_view(term_));
    return found != entries_.end() ? found->second : entries_.try_emplace(term_).first->second;
  }

  void count(std::string_view prefix, std::string_view word, Part part) {
    ++entry(prefix, word).frequencies[at(part)];
  }

  void add(std::string_view prefix, std::string_view word, Part part, std::uint32_t position) {
    Entry& known = entry(prefix, word);
    ++known.frequencies[at(part)];
    auto& positions = known.positions;
    if (positions.empty() || positions.back() != position) positions.push_back(position);
  }

  /// A word of running text, exact and as its stem, and its pairs of characters.
  void add_token(Token const& token, Part part) {
    add("", token.word, part, token.position);
    bool const has_pairs = token.kind == TokenKind::hangul || token.kind == TokenKind::cjk;
    // A quoted noun of Hangul is to be found under its particle too.
    if (token.stem != token.word) add(has_pairs ? "" : "Z", token.stem, part, token.position);
    if (!has_pairs) return;
    for (auto const pair : text::bigrams(token.word))
      count("B", pair, part);
  }

  /// The same word as one of a field.
  void add_field_token(std::string_view prefix, Token const& token, Part part) {
    count(prefix, token.word, part);
    if (token.stem == token.word) return;
    bool const is_noun = token.kind == TokenKind::hangul;
    stem_prefix_.assign(is_noun ? "" : "Z").append(prefix);
    count(stem_prefix_, token.stem, part);
  }

  void write(Xapian::Document& document, index::FieldLengths const& lengths,
             index::FieldLengths const& averages, index::FieldEnds const& ends) {
    leave_stems_to_words();
    positioned_.clear();
    for (auto const& [term, entry] : entries_) {
      if (!entry.is_under_word)
        document.add_term(term, index::impact(entry.frequencies, lengths, averages));
      if (!entry.positions.empty()) positioned_.push_back({term, &entry.positions});
    }
    document.add_value(index::positions_slot, index::encode_positions(positioned_, ends));
  }

private:
  void leave_stems_to_words() {
    for (auto& [term, stem] : entries_) {
      if (!index::is_stem_term(term)) continue;
      auto const word = entries_.find(std::string_view(term).substr(1));
      if (word == entries_.end()) continue;
      std::ranges::transform(word->second.frequencies, stem.frequencies,
                             word->second.frequencies.begin(), std::plus());
      stem.is_under_word = true;
    }
  }

  std::unordered_map<std::string, Entry, Hash, std::equal_to<>> entries_;
  std::vector<index::PositionedTerm> positioned_;
  std::string term_;
  std::string stem_prefix_;
};

DocumentBuilder::DocumentBuilder(index::FieldLengths const& average_lengths)
    : average_lengths_(average_lengths)
    , occurrences_(std::make_unique<Occurrences>()) {}

DocumentBuilder::~DocumentBuilder() = default;

DocumentBuilder::Built DocumentBuilder::build(index::Record& record) {
  Built built;
  Occurrences& occurrences = *occurrences_;
  occurrences.clear();
  std::uint32_t position = 1;
  auto const add = [&](std::string_view text, Part part, std::string_view field_prefix = {}) {
    auto const tokens = analyser_.analyse(text, position);
    for (Token const& token : tokens) {
      occurrences.add_token(token, part);
      if (!field_prefix.empty()) occurrences.add_field_token(field_prefix, token, part);
      if (token.kind != TokenKind::compound) ++built.lengths[at(part)];
    }
    position = text::Analyser::next_position(tokens, position);
  };
  auto const add_list = [&](std::vector<std::string> const& list, Part part, FieldId field) {
    for (auto const& value : list) {
      add(value, part, word_prefix(field));
      position += gap;
    }
  };
  index::FieldEnds ends;
  add_list({record.title}, Part::title, FieldId::title);
  add_list(record.aliases, Part::alias, FieldId::title);
  ends.title = position;
  add_list(record.author, Part::author, FieldId::author);
  ends.author = position;
  add_list(record.topics, Part::topic, FieldId::topic);
  ends.topic = position;
  if (record.year != 0) add(std::to_string(record.year), Part::label);
  position += gap;
  add(index::season_words(record.season), Part::label);
  position += gap;
  add(record.summary, Part::summary);
  for (auto& section : record.sections) {
    position += gap;
    section.first_position = position;
    add(section.heading, Part::heading);
    add(section.text, Part::body);
    section.end_position = position;
  }
  occurrences.write(built.document, built.lengths, average_lengths_, ends);
  add_values(built.document, record);
  add_titles(built.document, analyser_, record);
  add_phrases(built.document, record);
  built.document.set_data(index::encode(record));
  return built;
}

index::FieldLengths count_words(text::Analyser& analyser, index::Record const& record) {
  index::FieldLengths lengths{};
  auto const count = [&](std::string_view text, Part part) {
    auto const tokens = analyser.analyse(text);
    lengths[at(part)] += static_cast<double>(std::ranges::count_if(
        tokens, [](Token const& token) { return token.kind != TokenKind::compound; }));
  };
  count(record.title, Part::title);
  for (auto const& alias : record.aliases)
    count(alias, Part::alias);
  for (auto const& author : record.author)
    count(author, Part::author);
  for (auto const& topic : record.topics)
    count(topic, Part::topic);
  if (record.year != 0) count(std::to_string(record.year), Part::label);
  count(index::season_words(record.season), Part::label);
  count(record.summary, Part::summary);
  for (auto const& section : record.sections) {
    count(section.heading, Part::heading);
    count(section.text, Part::body);
  }
  return lengths;
}

} // namespace recap::indexer
