// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/query/dates.hpp"
#include "searchd/search/query/query.hpp"
#include "searchd/search/query/query_tokens.hpp"
#include "text/ascii.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace recap::search {
namespace {

using QueryTokenKind = QueryToken::Kind;
using index::FieldId;

/// Bounds the recursion of the parser.
constexpr std::size_t deepest_nesting = 32;

bool is_year(std::string_view text) {
  return text.size() == 4 && std::ranges::all_of(text, text::is_digit);
}

/// `2020..2022`, `2020..`, `..2022` or a single value.
Node range(FieldId field, std::string_view text, std::size_t position) {
  Node node{.kind = Node::Kind::range, .field = field};
  node.position = position;
  auto const dots = text.find("..");
  node.from = text.substr(0, dots);
  node.to = dots == std::string_view::npos ? node.from : std::string(text.substr(dots + 2));
  bool const year = field == FieldId::year;
  auto const acceptable = [&](std::string const& end) {
    return end.empty() || (year ? is_year(end) : day_span(end).has_value());
  };
  if ((node.from.empty() && node.to.empty()) || !acceptable(node.from) || !acceptable(node.to)) {
    if (year) {
      throw BadQuery("year-expected",
                     "year: takes a year or a range, as in year:2022 or year:2020..2022", position);
    }
    throw BadQuery("date-expected",
                   "date: takes YYYY, YYYY-MM or YYYY-MM-DD or a range of them, as in "
                   "date:2022-01..2022-06",
                   position);
  }
  bool const both = !node.from.empty() && !node.to.empty();
  if (both && (year ? node.from > node.to : day_span(node.from)->first > day_span(node.to)->last)) {
    throw BadQuery("range-reversed",
                   "the range ends before it begins; write " + node.to + ".." + node.from,
                   position);
  }
  return node;
}

class Parser {
public:
  Parser(std::string_view q, QueryLimits const& limits, IsOption const& is_option)
      : tokens_(query_tokens(q, is_option))
      , limits_(limits) {}

  Node run() {
    Node root = any();
    if (peek().kind == QueryTokenKind::close)
      fail("parenthesis-unopened", "a closing parenthesis without an opening one");
    if (root.kind != Node::Kind::all_of) {
      Node all = make(Node::Kind::all_of, 0);
      all.children.push_back(std::move(root));
      return all;
    }
    return root;
  }

private:
  static Node make(Node::Kind kind, std::size_t position) {
    Node node{.kind = kind};
    node.position = position;
    return node;
  }

  [[nodiscard]] QueryToken const& peek() const { return tokens_[at_]; }
  QueryToken const& take() { return tokens_[at_++]; }

  [[noreturn]] void fail(std::string_view code, std::string const& message) const {
    throw BadQuery(code, message, peek().position);
  }

  [[noreturn]] void lacks(std::string const& message) const { fail("operand-missing", message); }

  [[nodiscard]] bool at_operand() const {
    switch (peek().kind) {
    case QueryTokenKind::word:
    case QueryTokenKind::phrase:
    case QueryTokenKind::open:
    case QueryTokenKind::field:
    case QueryTokenKind::op_not: return true;
    default: return false;
    }
  }

  Node any() {
    Node first = all();
    if (peek().kind != QueryTokenKind::op_or) return first;
    Node node = make(Node::Kind::any_of, first.position);
    node.children.push_back(std::move(first));
    if (node.children.front().children.empty()) lacks("OR needs something before it");
    while (peek().kind == QueryTokenKind::op_or) {
      take();
      if (!at_operand()) lacks("OR needs something after it");
      node.children.push_back(all());
    }
    return node;
  }

  Node all() {
    Node node = make(Node::Kind::all_of, peek().position);
    while (true) {
      if (peek().kind == QueryTokenKind::op_and) {
        if (node.children.empty()) lacks("AND needs something before it");
        take();
        if (!at_operand()) lacks("AND needs something after it");
      }
      if (peek().kind == QueryTokenKind::op_near) lacks("NEAR needs a word before it");
      if (!at_operand()) return node;
      Node part = clause();
      if (part.kind == Node::Kind::all_of) { // a group of adjacent words only
        std::ranges::move(part.children, std::back_inserter(node.children));
      } else {
        node.children.push_back(std::move(part));
      }
    }
  }

  Node clause() {
    if (peek().kind == QueryTokenKind::op_not) {
      Node node = make(Node::Kind::none_of, take().position);
      if (!at_operand() || peek().kind == QueryTokenKind::op_not)
        lacks("NOT needs something after it");
      node.children.push_back(clause());
      return node;
    }
    Node left = primary();
    while (peek().kind == QueryTokenKind::op_near) {
      QueryToken const near = take();
      if (!at_operand()) lacks("NEAR needs a word after it");
      Node node = make(Node::Kind::near, near.position);
      node.distance = near.distance;
      node.children.push_back(std::move(left));
      node.children.push_back(primary());
      for (Node const& child : node.children) {
        if (child.kind != Node::Kind::words) {
          throw BadQuery("near-operand", "NEAR takes one plain word on each side", child.position);
        }
      }
      left = std::move(node);
    }
    return left;
  }

  Node primary() {
    QueryToken const token = take();
    switch (token.kind) {
    case QueryTokenKind::open: return group(token);
    case QueryTokenKind::field: return field(token);
    case QueryTokenKind::phrase: return leaf(Node::Kind::phrase, token);
    default: return word(token);
    }
  }

  Node group(QueryToken const& open) {
    if (++depth_ > deepest_nesting)
      fail("parentheses-too-deep", "parentheses are nested too deeply");
    Node inner = any();
    if (peek().kind != QueryTokenKind::close) {
      throw BadQuery("parenthesis-unclosed", "this parenthesis is never closed", open.position);
    }
    take();
    --depth_;
    return inner;
  }

  Node field(QueryToken const& name) {
    auto const outer = std::exchange(field_, name.field);
    Node node = primary();
    field_ = outer;
    return node;
  }

  Node leaf(Node::Kind kind, QueryToken const& token) {
    if (++terms_ > limits_.terms) {
      throw BadQuery("too-many-words",
                     "more than " + std::to_string(limits_.terms) + " words; ask with fewer",
                     token.position);
    }
    Node node = make(kind, token.position);
    node.field = field_;
    node.text = token.text;
    return node;
  }

  Node word(QueryToken const& token) {
    if (field_ == FieldId::year || field_ == FieldId::date) {
      ++terms_;
      return range(*field_, token.text, token.position);
    }
    if (field_ == FieldId::season && !index::season_named(token.text)) {
      throw BadQuery("season-expected",
                     "season: takes spring, summer, fall, winter, first-half or second-half",
                     token.position);
    }
    Node node = leaf(Node::Kind::words, token);
    if (node.text.size() > 1 && node.text.ends_with('*')) {
      node.kind = Node::Kind::prefix;
      node.text.pop_back();
    }
    return node;
  }

  std::vector<QueryToken> tokens_;
  QueryLimits limits_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t terms_ = 0;
  std::optional<FieldId> field_;
};

} // namespace

namespace {

void check_text(std::string_view q, QueryLimits const& limits) {
  if (q.size() > limits.bytes) {
    throw BadQuery("query-too-long",
                   "q is longer than " + std::to_string(limits.bytes) +
                       " bytes; ask with fewer words",
                   limits.bytes);
  }
  if (auto const offset = text::invalid_utf8(q))
    throw BadRequest("q is not valid UTF-8 at this position", "q", *offset);
}

} // namespace

Node parse_query(std::string_view q, QueryLimits const& limits, IsOption const& is_option) {
  check_text(q, limits);
  return Parser(q, limits, is_option).run();
}

Node plain_words(std::string_view q, QueryLimits const& limits) {
  check_text(q, limits);
  Node root;
  root.kind = Node::Kind::all_of;
  if (q.find_first_not_of(" \t\r\n") == std::string_view::npos) return root;
  root.children.emplace_back().text = q;
  return root;
}

} // namespace recap::search
