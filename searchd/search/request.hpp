// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/fields.hpp"
#include "index/ranking.hpp"

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace recap::search {

/// An invalid request. what() is one sentence for the person who sent it.
class BadRequest : public std::runtime_error {
public:
  BadRequest(std::string const& message, std::string parameter,
             std::optional<std::size_t> position = std::nullopt, std::string_view code = {})
      : std::runtime_error(message)
      , parameter_(std::move(parameter))
      , position_(position)
      , code_(code) {}
  [[nodiscard]] std::string const& parameter() const { return parameter_; }
  /// Byte offset of the mistake in `q`; only for the query language.
  [[nodiscard]] std::optional<std::size_t> position() const { return position_; }
  /// The mistake in the query language, for interfaces with messages of their own: a name from
  /// docs/http-api.md. Empty for a mistake that nobody makes by typing.
  [[nodiscard]] std::string_view code() const { return code_; }

private:
  std::string parameter_;
  std::optional<std::size_t> position_;
  std::string_view code_;
};

/// A mistake in `q`. `code` is a literal: it is kept, not copied.
class BadQuery : public BadRequest {
public:
  BadQuery(std::string_view code, std::string const& message,
           std::optional<std::size_t> position = std::nullopt)
      : BadRequest(message, "q", position, code) {}
};

enum class Sort { relevance, newest, oldest };

/// Most sections to show for a hit besides the best one.
inline constexpr std::size_t most_more_sections = 3;

/// The tags around matching words.
enum class Highlight { mark, em, none };

/// Limits of a query. A larger one is rejected, never cut.
struct QueryLimits {
  std::size_t bytes = 512;                 ///< of `q`
  std::size_t terms = 32;                  ///< words and values; each costs a posting list
  double recency = index::default_recency; ///< default for requests without a value
};

/// Syntax of `q`.
enum class Syntax {
  operators, ///< the query language
  words,     ///< plain words: no character is an operator
  either,    ///< the query language, or plain words if it has a mistake
};

/// If fewer articles than this (a default page) have all words, articles with most of the words
/// follow. Does not depend on limit and offset, so that pages join and totals do not change between
/// them.
inline constexpr std::size_t relaxed_below = 10;

/// When articles with most of the words follow those with all.
enum class Relax {
  to_fill_page, ///< if fewer than relaxed_below have all
  if_none,      ///< if none has all
  never,
};

/// A condition on one field of an article.
struct Condition {
  index::FieldId field = index::FieldId::year;
  bool negated = false;
  std::string value; ///< a whole value; if empty, a range of years or dates:
  std::string from;  ///< `YYYY` or, for a date, `YYYY-MM-DD`, inclusive; empty = open
  std::string to;    ///< the same
};

/// Alternatives: at least one must hold.
using AnyOf = std::vector<Condition>;

/// One search. The values of a field are alternatives; an article must match every field.
struct Request {
  std::string q; ///< empty = every article
  Syntax syntax = Syntax::operators;
  std::vector<index::FieldId>
      only_in; ///< restricts words to these of title, author, topic; empty = all
  std::vector<std::string> optional; ///< words of `q` that an article need not have
  bool any_word = false;             ///< any word of `q` is enough, as in a sentence
  Relax relax = Relax::to_fill_page;
  std::map<index::FieldId, std::vector<std::string>> filters;
  std::vector<AnyOf> conditions; ///< apply besides the filters, also when facets are counted
  std::vector<AnyOf> preferred;  ///< articles with a value of each list rank above others
  std::string from;         ///< publication, `YYYY[-MM[-DD]]`, from the first day on; empty = open
  std::string to;           ///< the same, to the last day
  std::optional<Sort> sort; ///< default: relevance, or newest if q is empty
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::vector<index::FieldId> facets;
  std::size_t facet_values = 100; ///< most values per facet, most frequent first
  Highlight highlight = Highlight::mark;
  std::size_t more_sections = most_more_sections; ///< for each hit, besides the best one
  bool corrects = true;  ///< unknown and very rare words also match corrections
  bool completes = true; ///< the last word also matches words that begin with it
  bool expands = true;   ///< words also match their synonyms
  bool explains = false; ///< hits include their reasons
  /// How much more the newest article scores, 0 to 1; unset: the daemon's setting.
  std::optional<double> recency;
  bool raw = false; ///< hits have their texts instead of snippets, and Result::highlighter is set
  /// Requested when nobody waits for the response any more. The search then ends soon, with what it
  /// has found, and sets Result::partial.
  std::stop_token stop;
  /// Processor time for this search; the default of `--search-budget`. When it is used up, the
  /// search ends with what it has found, and sets Result::partial.
  std::chrono::microseconds budget{100'000};
};

} // namespace recap::search
