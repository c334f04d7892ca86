// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/algolia_filters.hpp"

#include "searchd/api/algolia_conditions.hpp"
#include "searchd/api/bounds.hpp"
#include "text/ascii.hpp"

#include <algorithm>

namespace recap::api {
namespace {

using search::AnyOf;
using search::BadRequest;
using search::Condition;

/// Parses `filters` from left to right.
class FilterParser {
public:
  explicit FilterParser(std::string_view text)
      : text_(text) {}

  std::vector<AnyOf> run() {
    std::vector<AnyOf> all;
    skip_spaces();
    if (at_ == text_.size()) return all;
    do {
      all.push_back(alternatives());
    } while (keyword("AND"));
    if (at_ < text_.size()) fail("AND or OR is expected");
    return all;
  }

private:
  AnyOf alternatives() {
    AnyOf any;
    do {
      bool const negated = keyword("NOT");
      if (!sign('(')) {
        any.push_back(one(negated));
        continue;
      }
      if (negated) fail("NOT cannot stand before parentheses; put it before each filter inside");
      do {
        bool const inner_negated = keyword("NOT");
        any.push_back(one(inner_negated));
      } while (keyword("OR"));
      if (keyword("AND")) fail("AND cannot stand inside parentheses; write a AND (b OR c)");
      if (!sign(')')) fail("a closing parenthesis is missing");
    } while (keyword("OR"));
    return any;
  }

  Condition one(bool negated) {
    check_count(++conditions_, most_conditions, parameter_);
    bool const joins = keyword("AND") || keyword("OR") || keyword("NOT");
    std::string const name = joins ? std::string() : word(":<>=!() \t\r\n");
    if (name.empty()) fail("a filter is expected, as in topics:onboarding or year >= 2020");
    Condition condition = rest_of(name);
    condition.negated = condition.negated != negated;
    return condition;
  }

  Condition rest_of(std::string const& name) {
    if (sign(':')) {
      auto const& attribute = filter_attribute(name, parameter_);
      std::string const value = word("() \t\r\n");
      if (!keyword("TO")) return value_condition(attribute, value, parameter_);
      double const low = read_number(value, parameter_);
      return range_condition(attribute, low, read_number(word("() \t\r\n"), parameter_),
                             parameter_);
    }
    std::string const operation = comparison();
    if (operation.empty())
      return value_condition(filter_attribute("_tags", parameter_), name, parameter_);
    auto const& attribute = filter_attribute(name, parameter_);
    return number_condition(attribute, operation, read_number(word("() \t\r\n"), parameter_),
                            parameter_);
  }

  std::string comparison() {
    std::string operation;
    while (at_ < text_.size() && std::string_view("<>=!").find(text_[at_]) != text_.npos)
      operation += text_[at_++];
    skip_spaces();
    bool const known = operation.empty() || operation == "=" || operation == "!=" ||
                       operation == "<" || operation == "<=" || operation == ">" ||
                       operation == ">=";
    if (!known) fail("a comparison is one of = != < <= > >=");
    return operation;
  }

  /// A quoted text, or the text up to one of `ends`.
  std::string word(std::string_view ends) {
    std::string read;
    if (at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'')) {
      char const quote = text_[at_++];
      for (; at_ < text_.size() && text_[at_] != quote; ++at_) {
        if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
        read += text_[at_];
      }
      if (at_ == text_.size()) fail("a quote is not closed");
      ++at_;
    } else {
      std::size_t const end = std::min(text_.find_first_of(ends, at_), text_.size());
      read = text_.substr(at_, end - at_);
      at_ = end;
    }
    skip_spaces();
    return read;
  }

  bool sign(char c) {
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    skip_spaces();
    return true;
  }

  bool keyword(std::string_view name) {
    std::size_t const end = at_ + name.size();
    bool const whole = end == text_.size() ||
                       (end < text_.size() && (text::is_space(text_[end]) || text_[end] == '('));
    if (!whole || text_.substr(at_, name.size()) != name) return false;
    at_ = end;
    skip_spaces();
    return true;
  }

  void skip_spaces() {
    while (at_ < text_.size() && text::is_space(text_[at_]))
      ++at_;
  }

  [[noreturn]] void fail(std::string const& what) const {
    throw BadRequest("filters: " + what + ", at byte " + std::to_string(at_), parameter_);
  }

  std::string const parameter_ = "filters";
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t conditions_ = 0;
};

} // namespace

std::vector<AnyOf> read_filters(std::string_view text) {
  return FilterParser(text).run();
}

} // namespace recap::api
