// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/terms/article_terms.hpp"

#include "index/fields.hpp"
#include "index/whole_title.hpp"
#include "text/hangul.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string_view>
#include <unordered_map>

namespace recap::indexer {
namespace {

using index::Part;
using text::Token;
using text::TokenKind;

/// Unused positions between parts and between sections, so that no phrase matches across them.
constexpr std::uint32_t gap = 16;

constexpr std::size_t at(Part part) {
  return static_cast<std::size_t>(part);
}

/// The words of a title, a heading, the text of a section, and so on.
struct Stretch {
  std::vector<Token> const& tokens;
  Part part;
  std::string_view field_prefix; ///< prefix of the field that also has these words
  std::uint32_t first_position;
};

struct Walked {
  index::FieldEnds ends{};
  index::FieldLengths lengths{};
};

/// Analyses the parts of an article in the order of their positions, calls `visit` with each
/// Stretch, and sets the positions of the sections.
template <typename Visit>
Walked walk(text::Analyser& analyser, index::Record& record, Visit&& visit) {
  Walked walked;
  std::uint32_t position = 1;
  auto const take = [&](std::string_view text, Part part, std::string_view field_prefix) {
    auto const tokens = analyser.analyse(text, position);
    visit(Stretch{tokens, part, field_prefix, position});
    walked.lengths[at(part)] += static_cast<double>(std::ranges::count_if(
        tokens, [](Token const& token) { return token.kind != TokenKind::compound; }));
    position = text::Analyser::next_position(tokens, position);
  };
  index::for_each_text(record, [&](index::Field const& row, std::string_view text) {
    take(text, *row.part, row.word_prefix);
    position += gap;
    if (!row.word_prefix.empty()) walked.ends[index::word_field(row)] = position;
  });
  // Also ends the fields that the article does not have.
  for (std::size_t i = 1; i < walked.ends.size(); ++i)
    walked.ends[i] = std::max(walked.ends[i], walked.ends[i - 1]);
  for (auto& section : record.sections) {
    position += gap;
    section.first_position = position;
    take(section.heading, Part::heading, "");
    take(section.text, Part::body, "");
    section.end_position = position;
  }
  return walked;
}

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

} // namespace

/// Frequencies and positions of each term in one article. Reused for every article to save
/// allocations.
class TermBuilder::Occurrences {
public:
  void clear() {
    entries_.clear();
    wholes_.clear();
  }

  /// Adds words of running text, exact and as stems, and their character pairs.
  void add(Stretch const& stretch) {
    for (Token const& token : stretch.tokens) {
      add_token(token, stretch.part);
      if (!stretch.field_prefix.empty()) add_field_token(stretch.field_prefix, token, stretch.part);
    }
  }

  /// Adds a whole value or title.
  void add_whole(std::string term) {
    if (!term.empty()) ++wholes_[std::move(term)];
  }

  void write(index::FieldLengths const& averages, ArticleTerms& built) {
    leave_stems_to_words();
    built.terms.clear();
    for (auto const& [term, entry] : entries_) {
      std::uint32_t const impact =
          entry.is_under_word ? 0 : index::impact(entry.frequencies, built.lengths, averages);
      if (impact != 0 || !entry.positions.empty())
        built.terms.push_back({.term = term,
                               .impact = impact,
                               .positions = entry.positions,
                               .is_stem = entry.is_stem && impact != 0});
    }
    for (auto const& [term, count] : wholes_)
      built.terms.push_back({.term = term, .impact = count, .is_stem = false});
  }

private:
  struct Entry {
    index::PartFrequencies frequencies{};
    std::vector<std::uint32_t> positions;
    bool is_stem = false;       ///< of running text, or a word that is its own stem
    bool is_under_word = false; ///< a stem whose occurrences count for the word spelled like it
  };

  Entry& entry(std::string_view prefix, std::string_view word) {
    term_.assign(prefix);
    term_.append(word);
    auto const found = entries_.find(std::string_view(term_));
    return found != entries_.end() ? found->second : entries_.try_emplace(term_).first->second;
  }

  void count(std::string_view prefix, std::string_view word, Part part) {
    ++entry(prefix, word).frequencies[at(part)];
  }

  Entry& place(std::string_view prefix, std::string_view word, Part part, std::uint32_t position) {
    Entry& known = entry(prefix, word);
    ++known.frequencies[at(part)];
    auto& positions = known.positions;
    if (positions.empty() || positions.back() != position) positions.push_back(position);
    return known;
  }

  void add_token(Token const& token, Part part) {
    Entry& word = place("", token.word, part, token.position);
    bool const has_pairs = token.kind == TokenKind::hangul || token.kind == TokenKind::cjk;
    // A quoted Hangul noun must also match with its particle.
    Entry& stem = token.stem == token.word
                      ? word
                      : place(has_pairs ? "" : "Z", token.stem, part, token.position);
    // A longer noun is a word besides its stem, not another stem of the same noun.
    stem.is_stem =
        stem.is_stem || token.kind != TokenKind::compound || !text::is_hangul_syllables(token.word);
    if (token.is_option) wholes_.try_emplace(index::option_term(token.word), 1);
    if (!has_pairs) return;
    for (auto const pair : text::bigrams(token.word))
      count("B", pair, part);
  }

  /// Adds the same word as a word of a field.
  void add_field_token(std::string_view prefix, Token const& token, Part part) {
    count(prefix, token.word, part);
    if (token.stem == token.word) return;
    bool const is_noun = token.kind == TokenKind::hangul;
    stem_prefix_.assign(is_noun ? "" : "Z").append(prefix);
    count(stem_prefix_, token.stem, part);
  }

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
  std::map<std::string, std::uint32_t> wholes_;
  std::string term_;
  std::string stem_prefix_;
};

TermBuilder::TermBuilder(index::FieldLengths const& average_lengths)
    : average_lengths_(average_lengths)
    , occurrences_(std::make_unique<Occurrences>()) {}

TermBuilder::~TermBuilder() = default;

ArticleTerms const& TermBuilder::build(index::Record& record) {
  occurrences_->clear();
  built_.sections.clear();
  std::uint32_t heading_position = 0;
  auto const walked = walk(analyser_, record, [&](Stretch const& stretch) {
    occurrences_->add(stretch);
    if (stretch.part == Part::heading) heading_position = stretch.first_position;
    if (stretch.part != Part::body) return;
    built_.sections.push_back(
        {.heading_words = stretch.first_position - heading_position,
         .offsets = index::place_offsets(stretch.tokens, stretch.first_position)});
  });
  built_.ends = walked.ends;
  built_.lengths = walked.lengths;
  // For queries that are the whole title.
  occurrences_->add_whole(index::whole_title_term(analyser_, record.title));
  for (auto const& alias : record.aliases)
    occurrences_->add_whole(index::whole_title_term(analyser_, alias));
  for (auto& term : value_terms(record))
    occurrences_->add_whole(std::move(term));
  occurrences_->write(average_lengths_, built_);
  return built_;
}

index::FieldLengths count_words(text::Analyser& analyser, index::Record& record) {
  return walk(analyser, record, [](Stretch const&) {}).lengths;
}

std::vector<std::string> value_terms(index::Record const& record) {
  std::vector<std::string> terms;
  for (index::Field const& field : index::fields) {
    if (field.value_prefix.empty()) continue;
    for (std::string_view const value : index::values_of(record, field)) {
      if (field.kind != index::ValueKind::day) {
        terms.push_back(index::value_term(field, value));
        continue;
      }
      // Year, month and day each have a term, so that a range of dates needs only a few.
      for (std::size_t const length : {4U, 7U, 10U})
        terms.push_back(index::value_term(field, value.substr(0, length)));
    }
  }
  return terms;
}

} // namespace recap::indexer
