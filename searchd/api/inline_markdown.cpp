// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/inline_markdown.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace recap::api {
namespace {

/// Longest label of a reference, and longest name of an entity, in bytes.
constexpr std::size_t longest_label = 200;
constexpr std::size_t longest_entity = 32;

/// Deepest parentheses in an address, the minimum that CommonMark requires.
constexpr int deepest_parentheses = 3;

bool is_sign(char c) {
  return std::string_view("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~").find(c) != std::string_view::npos;
}

struct Entity {
  std::string_view name;
  char character;
};
constexpr std::array<Entity, 7> entities{{{"amp", '&'},
                                          {"lt", '<'},
                                          {"gt", '>'},
                                          {"quot", '"'},
                                          {"apos", '\''},
                                          {"#39", '\''},
                                          {"nbsp", ' '}}};

struct Bracket {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<Bracket, 4> template_brackets{
    {{"{{<", ">}}"}, {"{{%", "%}}"}, {"{{", "}}"}, {"{%", "%}"}}};

class Stripper {
public:
  explicit Stripper(std::string_view markdown)
      : text_(markdown) {
    out_.reserve(markdown.size());
  }

  std::string run() {
    while (at_ < text_.size())
      step();
    return std::move(out_);
  }

private:
  void step() {
    char const c = text_[at_];
    if (c == '\\' && at_ + 1 < text_.size() && is_sign(text_[at_ + 1])) {
      out_ += text_[at_ + 1];
      at_ += 2;
      return;
    }
    std::size_t const before = at_;
    switch (c) {
    case '`': code(); break;
    case '<': tag(); break;
    case '[': footnote(); break;
    case ']': target(); break;
    case '&': entity(); break;
    case '{': template_code(); break;
    case '*': emphasis(); break;
    default: break;
    }
    if (at_ == before) out_ += text_[at_++];
  }

  /// Text that was not found once is not searched for again.
  std::size_t find(std::string_view closing, std::size_t from) {
    if (absent_.contains(closing)) return std::string_view::npos;
    auto const found = text_.find(closing, from);
    if (found == std::string_view::npos) absent_.insert(closing);
    return found;
  }

  void code() {
    auto const end = std::min(text_.find_first_not_of('`', at_), text_.size());
    std::size_t const length = end - at_;
    auto const close = closing_run(end, length);
    at_ = end;
    if (!close) return;
    out_.append(text_.substr(end, *close - end));
    at_ = *close + length;
  }

  /// The next run of exactly this many backticks.
  std::optional<std::size_t> closing_run(std::size_t from, std::size_t length) {
    if (length >= unclosed_runs_.size() || unclosed_runs_.at(length)) return std::nullopt;
    while ((from = text_.find('`', from)) != std::string_view::npos) {
      auto const end = std::min(text_.find_first_not_of('`', from), text_.size());
      if (end - from == length) return from;
      from = end;
    }
    unclosed_runs_.at(length) = true;
    return std::nullopt;
  }

  void tag() {
    auto const rest = text_.substr(at_);
    std::string_view const comment = "-->";
    if (rest.starts_with("<!--")) {
      auto const end = find(comment, at_);
      if (end != std::string_view::npos) at_ = end + comment.size();
      return;
    }
    bool const opens =
        rest.size() > 1 && (text::is_letter(rest[1]) || rest[1] == '/' || rest[1] == '!');
    if (!opens) return;
    // A tag contains no second `<`, so nothing is read twice.
    auto const end = rest.find_first_of("<>", 1);
    if (end == std::string_view::npos || rest[end] == '<') return;
    auto const inside = rest.substr(1, end - 1);
    bool const address =
        inside.find_first_of(" \t\n") == std::string_view::npos &&
        (inside.find(':') != std::string_view::npos || inside.find('@') != std::string_view::npos);
    if (address) out_.append(inside); // as a parser shows it to the reader
    at_ += end + 1;
  }

  void footnote() {
    if (!text_.substr(at_).starts_with("[^")) return;
    auto const end = text_.substr(at_, longest_label).find(']');
    if (end != std::string_view::npos) at_ += end + 1;
  }

  /// After the text of a link: `(address "title")`, or `[label]`.
  void target() {
    auto const rest = text_.substr(at_ + 1);
    if (rest.starts_with('(')) {
      if (auto const length = address_length(rest)) at_ += 1 + *length;
    } else if (rest.starts_with('[')) {
      auto const end = rest.substr(0, longest_label).find_first_of("]\n", 1);
      if (end != std::string_view::npos && rest[end] == ']') at_ += end + 2;
    }
  }

  /// Length of `(address "title")` at the beginning of `rest`.
  static std::optional<std::size_t> address_length(std::string_view rest) {
    std::size_t at = 1;
    int depth = 1;
    for (; at < rest.size() && !text::is_space(rest[at]); ++at) {
      if (rest[at] == '(' && ++depth > deepest_parentheses) return std::nullopt;
      if (rest[at] == ')' && --depth == 0) return at + 1;
    }
    while (at < rest.size() && text::is_space(rest[at]))
      ++at;
    if (at >= rest.size()) return std::nullopt;
    char const quote = rest[at];
    if (quote == ')' && depth == 1) return at + 1;
    if (quote != '"' && quote != '\'') return std::nullopt;
    auto const end = rest.find(quote, at + 1);
    bool const closed = end != std::string_view::npos && rest.substr(end + 1).starts_with(')');
    return closed ? std::optional(end + 2) : std::nullopt;
  }

  void entity() {
    auto const end = text_.substr(at_, longest_entity).find(';');
    if (end == std::string_view::npos || end < 2) return;
    auto const name = text_.substr(at_ + 1, end - 1);
    if (name.find_first_of(" \t\n&") != std::string_view::npos) return;
    auto const* const known = std::ranges::find(entities, name, &Entity::name);
    out_ += known == entities.end() ? ' ' : known->character;
    at_ += end + 1;
  }

  void template_code() {
    auto const rest = text_.substr(at_);
    for (auto const& [open, close] : template_brackets) {
      if (!rest.starts_with(open)) continue;
      auto const end = find(close, at_ + open.size());
      if (end == std::string_view::npos) continue;
      out_ += ' ';
      at_ = end + close.size();
      return;
    }
  }

  /// Stars that touch a word are emphasis; in `2 * 3` they are not.
  void emphasis() {
    auto const end = std::min(text_.find_first_not_of('*', at_), text_.size());
    bool const space_before = at_ == 0 || text::is_space(text_[at_ - 1]);
    bool const space_behind = end == text_.size() || text::is_space(text_[end]);
    if (!space_before || !space_behind) at_ = end;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
  std::set<std::string_view> absent_;
  std::array<bool, 32> unclosed_runs_{};
};

} // namespace

std::string inline_text(std::string_view markdown) {
  return Stripper(markdown).run();
}

} // namespace recap::api
