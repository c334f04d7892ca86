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

/// A question that cannot be answered as it stands. what() is one sentence for
/// the person who asked.
class BadRequest : public std::runtime_error {
public:
  BadRequest(std::string const& message, std::string parameter,
             std::optional<std::size_t> position = std::nullopt, std::string_view code = {})
      : std::runtime_error(message)
      , parameter_(std::move(parameter))
      , position_(position)
      , code_(code) {}
  [[nodiscard]] std::string const& parameter() const { return parameter_; }
  /// Byte offset in `q` of what is wrong there; only for the query language.
  [[nodiscard]] std::optional<std::size_t> position() const { return position_; }
  /// Which mistake in the query language it is, for interfaces with words of their own: a name of
  /// docs/http-api.md. Empty for what nobody provokes by typing.
  [[nodiscard]] std::string_view code() const { return code_; }

private:
  std::string parameter_;
  std::optional<std::size_t> position_;
  std::string_view code_;
};

/// A `q` that cannot be answered as it stands. `code` is a literal: it is kept, not copied.
class BadQuery : public BadRequest {
public:
  BadQuery(std::string_view code, std::string const& message,
           std::optional<std::size_t> position = std::nullopt)
      : BadRequest(message, "q", position, code) {}
};

enum class Sort { relevance, newest, oldest };

/// Sections shown with a hit beside the best one, at most.
inline constexpr std::size_t most_more_sections = 3;

/// The tags put around what matched.
enum class Highlight { mark, em, none };

/// How much of a query is taken on. More is refused with a sentence, never cut.
struct QueryLimits {
  std::size_t bytes = 512;                 ///< of `q`
  std::size_t terms = 32;                  ///< words and values; each costs a posting list
  double recency = index::default_recency; ///< of requests that do not say
};

/// What `q` is written in.
enum class Syntax {
  operators, ///< the query language
  words,     ///< plain words: no character is an operator
  either,    ///< the query language where it can be understood, else words
};

/// Articles with all words that fill a page: with fewer, those with most of the words follow. The
/// same for every limit and offset, so that pages join and totals do not change between them.
inline constexpr std::size_t relaxed_below = 10;

/// When articles with most of the words follow those with all of them.
enum class Relax {
  to_fill_page, ///< when fewer than relaxed_below have all
  if_none,      ///< when there are none with all
  never,
};

/// What one field of an article has to say.
struct Condition {
  index::FieldId field = index::FieldId::year;
  bool negated = false;
  std::string value; ///< a whole value; when empty, a range of years or dates instead:
  std::string from;  ///< `YYYY` or, of a date, `YYYY-MM-DD`, included; empty = open
  std::string to;    ///< the same
};

/// Conditions of which one has to hold.
using AnyOf = std::vector<Condition>;

/// One search. Values within a field are alternatives, fields are conditions that all hold.
struct Request {
  std::string q; ///< empty = every article
  Syntax syntax = Syntax::operators;
  std::vector<index::FieldId> only_in; ///< of title, author, topic: where words count; empty = all
  std::vector<std::string> optional;   ///< words of `q` that an article need not have
  bool any_word = false;               ///< one word of `q` is enough, as in a sentence
  Relax relax = Relax::to_fill_page;
  std::map<index::FieldId, std::vector<std::string>> filters;
  std::vector<AnyOf> conditions; ///< all hold beside the filters, also where facets are counted
  std::vector<AnyOf> preferred;  ///< values; articles that have one of each come before others
  std::string from;         ///< publication, `YYYY[-MM[-DD]]`, first day included; empty = open
  std::string to;           ///< the same, last day included
  std::optional<Sort> sort; ///< unset: relevance, or newest for an empty q
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::vector<index::FieldId> facets;
  std::size_t facet_values = 100; ///< most values told of one facet, the rest being the rarest
  Highlight highlight = Highlight::mark;
  std::size_t more_sections = most_more_sections; ///< shown with a hit beside the best one
  bool corrects = true;  ///< unknown and very rare words also stand for what may have been meant
  bool completes = true; ///< the last word also stands for words that begin so
  bool expands = true;   ///< words also stand for their synonyms
  bool explains = false; ///< hits say why they are there
  /// How much being new counts, 0 to 1; unset: the daemon's setting.
  std::optional<double> recency;
  bool raw = false; ///< hits have their texts instead of snippets, and Result::highlighter is there
  /// Asked to stop when nobody waits for the answer any more: the search ends soon, with what it
  /// has found by then, and Result::partial is set.
  std::stop_token stop;
  /// Processor time for this search; the default of `--search-budget`. When it is used up, the
  /// search ends with what it has found by then, and Result::partial is set.
  std::chrono::microseconds budget{100'000};
};

} // namespace recap::search
