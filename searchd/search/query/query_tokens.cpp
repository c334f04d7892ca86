// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/query/query_tokens.hpp"

#include "searchd/search/request.hpp"
#include "text/ascii.hpp"
#include "text/stop_words.hpp"

#include <algorithm>
#include <charconv>

namespace recap::search {
namespace {

using Kind = QueryToken::Kind;

/// Part of the contract (docs/query-language.md).
constexpr std::size_t default_near_distance = 10;
constexpr std::size_t longest_near_distance = 100;

bool is_operator(std::string_view word) {
  return word == "AND" || word == "OR" || word == "NOT" || word.starts_with("NEAR");
}

/// `CLOUD IS NOT A VIRTUE` has no operator, `AWS OR GCP` has one: a sentence in capitals has other
/// function words too.
bool shouts(std::string_view q) {
  if (std::ranges::any_of(q, [](char c) { return c >= 'a' && c <= 'z'; })) return false;
  constexpr std::string_view spaces = " \t\n\r";
  for (std::size_t begin = 0; begin < q.size();) {
    std::size_t const end = std::min(q.find_first_of(spaces, begin), q.size());
    auto const word = q.substr(begin, end - begin);
    auto const letters = word.substr(0, word.find_last_not_of(".,:;!?") + 1);
    if (letters.size() > 1 && !is_operator(word) && text::is_stop_word(letters)) return true;
    begin = end + 1;
  }
  return false;
}

class Lexer {
public:
  Lexer(std::string_view q, IsOption const& is_option)
      : q_(q)
      , is_option_(is_option)
      , shouts_(shouts(q)) {}

  std::vector<QueryToken> run() {
    while (at_ < q_.size()) {
      if (text::is_space(q_[at_])) {
        ++at_;
      } else {
        next();
      }
    }
    add(Kind::end, q_.size());
    return std::move(tokens_);
  }

private:
  QueryToken& add(Kind kind, std::size_t position) {
    tokens_.push_back({.kind = kind, .position = position});
    return tokens_.back();
  }

  void next() {
    std::size_t const begin = at_;
    switch (q_[at_]) {
    case '"': return phrase();
    case '(':
      ++at_;
      in_prose_.push_back(false);
      add(Kind::open, begin);
      return;
    case ')': return close();
    case '-': return dash();
    default: break;
    }
    if (!field()) word();
  }

  void close() {
    bool const is_prose = !in_prose_.empty() && in_prose_.back();
    if (!in_prose_.empty()) in_prose_.pop_back();
    if (!is_prose) add(Kind::close, at_);
    ++at_;
  }

  /// Up to the closing quote, or to the end while the query is still being typed.
  void phrase() {
    std::size_t const begin = at_++;
    std::size_t const end = std::min(q_.find('"', at_), q_.size());
    add(Kind::phrase, begin).text = q_.substr(at_, end - at_);
    at_ = std::min(end + 1, q_.size());
  }

  /// A dash directly before a word excludes it. A lone dash, or two, is prose, and so is a command
  /// line (`apply -f`, `tar -xvf`): nobody excludes a single letter.
  void dash() {
    std::size_t const begin = at_;
    while (at_ < q_.size() && q_[at_] == '-')
      ++at_;
    auto const word = q_.substr(at_, q_.find_first_of(" \t\n\r\")", at_) - at_);
    bool const quotes = at_ < q_.size() && q_[at_] == '"';
    bool const excludes = quotes || (!word.empty() && !is_option(word));
    if (at_ - begin == 1 && excludes) add(Kind::op_not, begin);
  }

  [[nodiscard]] bool is_option(std::string_view word) const {
    if (!text::is_letter(word[0])) return false;
    bool const follows_word = !tokens_.empty() && tokens_.back().kind == Kind::word;
    bool const names_field = word.find(':') != std::string_view::npos;
    return word.size() == 1 || (follows_word && !names_field && is_option_ && is_option_(word));
  }

  /// `author:`, because author is a field; not `https:`. A phone writes `Author:`.
  bool field() {
    std::size_t end = at_;
    std::string name;
    for (; end < q_.size(); ++end) {
      char const c = q_[end];
      if (!text::is_letter(c)) break;
      name += text::lower(c);
    }
    if (end == at_ || end == q_.size() || q_[end] != ':') return false;
    auto const id = index::field_named(name);
    if (!id || id == index::FieldId::id) return false;
    if (end + 1 == q_.size() || text::is_space(q_[end + 1]) || q_[end + 1] == ')') {
      if (q_.substr(at_, end - at_) != name) return false; // the beginning of a sentence
      if (is_prose(end + 1)) return false;
      throw BadQuery("value-missing",
                     name + ": needs a value right behind the colon, as in " + name + ":word", at_);
    }
    add(Kind::field, at_).field = id;
    at_ = end + 1;
    if (q_[at_] != '"' && q_[at_] != '(') word();
    return true;
  }

  /// True for a colon in a pasted title, `our webinar series: part two`: a word before the name,
  /// and text after the space.
  [[nodiscard]] bool is_prose(std::size_t behind_colon) const {
    bool const follows_word = !tokens_.empty() && tokens_.back().kind == Kind::word;
    auto const next = q_.find_first_not_of(" \t\n\r", behind_colon);
    return follows_word && next != std::string_view::npos && q_[next] != ')';
  }

  /// Up to the next space or quote. Parentheses that open inside a word belong to it:
  /// `create_task()` is a name, not a group, and `CLA(of a contributor)` is prose.
  void word() {
    std::size_t const begin = at_;
    std::size_t open = 0;
    for (; at_ < q_.size() && !text::is_space(q_[at_]) && q_[at_] != '"'; ++at_) {
      if (q_[at_] == '(') ++open;
      if (q_[at_] == ')') {
        if (open == 0) break;
        --open;
      }
    }
    in_prose_.insert(in_prose_.end(), open, true);
    auto const text = q_.substr(begin, at_ - begin);
    bool const is_value = !tokens_.empty() && tokens_.back().kind == Kind::field;
    if (is_value || !word_operator(text, begin)) add(Kind::word, begin).text = text;
  }

  bool word_operator(std::string_view text, std::size_t begin) {
    if (shouts_) return false;
    if (text == "AND") return add(Kind::op_and, begin), true;
    if (text == "OR") return add(Kind::op_or, begin), true;
    if (text == "NOT") return add(Kind::op_not, begin), true;
    if (text == "NEAR") {
      add(Kind::op_near, begin).distance = default_near_distance;
      return true;
    }
    if (!text.starts_with("NEAR/")) return false;
    auto const digits = text.substr(5);
    std::size_t distance = 0;
    auto const [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), distance);
    bool const whole = error == std::errc() && end == digits.data() + digits.size();
    if (!whole || distance == 0 || distance > longest_near_distance) {
      throw BadQuery("near-distance", "NEAR/n takes a number of words from 1 to 100", begin);
    }
    add(Kind::op_near, begin).distance = distance;
    return true;
  }

  std::string_view q_;
  IsOption const& is_option_;
  bool shouts_;
  std::size_t at_ = 0;
  std::vector<bool> in_prose_; ///< for each open parenthesis: whether it opened inside a word
  std::vector<QueryToken> tokens_;
};

} // namespace

std::vector<QueryToken> query_tokens(std::string_view q, IsOption const& is_option) {
  return Lexer(q, is_option).run();
}

} // namespace recap::search
