// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/article.hpp"
#include "indexer/metadata.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <sstream>

namespace recap::indexer {
namespace {

constexpr int deepest_nesting = 32;
constexpr std::size_t most_aliased_values = 1000;

std::string trimmed_lower(std::string key) {
  auto const is_space = [](char c) { return c == ' ' || c == '\t'; };
  while (!key.empty() && is_space(key.back()))
    key.pop_back();
  key.erase(key.begin(), std::ranges::find_if_not(key, is_space));
  std::ranges::transform(key, key.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return key;
}

/// Collects the top level of a document from the parser's events. Aliases arrive as events of
/// their own and are never expanded by the parser, so no input can grow.
class Collector : public YAML::EventHandler {
public:
  Collector(std::string_view text, std::size_t first_line)
      : text_(text)
      , first_line_(first_line) {}

  Metadata take() { return std::move(metadata_); }

  void OnDocumentStart(YAML::Mark const& mark) override {
    if (documents_++ > 0)
      fail(
          mark,
          "the indentation changes here, or a second document begins; keep the keys in one column");
  }
  void OnDocumentEnd() override {}

  void OnNull(YAML::Mark const& mark, YAML::anchor_t) override { scalar(mark, "", true); }

  void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                std::string const& value) override {
    if (tag == "!") check_quote(mark);
    bool const is_value = depth_ == 1 && !expects_key_;
    scalar(mark, value, false);
    if (anchor != 0 && is_value) anchored_[anchor] = {value};
  }

  void OnAlias(YAML::Mark const& mark, YAML::anchor_t anchor) override {
    auto const found = anchored_.find(anchor);
    if (depth_ == 1 && !expects_key_ && found != anchored_.end()) {
      metadata_.back().values = found->second;
      metadata_.back().kind =
          found->second.size() == 1 ? MetadataEntry::Kind::text : MetadataEntry::Kind::list;
      value_ended();
    } else {
      scalar(mark, "", true);
    }
  }

  void OnSequenceStart(YAML::Mark const& mark, std::string const&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    if (depth_ == 0) fail(mark, "the front matter is a list; write key: value lines");
    if (depth_ == 1) {
      if (expects_key_) fail(mark, "a list where a key is expected");
      metadata_.back().kind = MetadataEntry::Kind::list;
      list_anchor_ = anchor;
    } else {
      nest();
    }
    deeper(mark);
  }
  void OnSequenceEnd() override { shallower(); }

  void OnMapStart(YAML::Mark const& mark, std::string const&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    if (depth_ > 0) {
      if (depth_ == 1 && expects_key_) fail(mark, "a map where a key is expected");
      nest();
    }
    deeper(mark);
    if (depth_ == 1) expects_key_ = true;
  }
  void OnMapEnd() override { shallower(); }

private:
  [[noreturn]] void fail(YAML::Mark const& mark, std::string const& reason) const {
    throw Unreadable(reason, line(mark), column(mark));
  }

  [[nodiscard]] std::size_t line(YAML::Mark const& mark) const {
    return first_line_ + static_cast<std::size_t>(std::max(mark.line, 0));
  }

  static std::size_t column(YAML::Mark const& mark) {
    return 1 + static_cast<std::size_t>(std::max(mark.column, 0));
  }

  /// What is nested in a value is not read, so the value as a whole is not.
  void nest() {
    metadata_.back().kind = MetadataEntry::Kind::nested;
    metadata_.back().values.clear();
  }

  void deeper(YAML::Mark const& mark) {
    if (++depth_ > deepest_nesting) fail(mark, "nested too deeply");
  }

  void shallower() {
    if (--depth_ != 1) return;
    auto const& entry = metadata_.back();
    if (list_anchor_ != 0 && entry.values.size() <= most_aliased_values)
      anchored_[list_anchor_] = entry.values;
    list_anchor_ = 0;
    value_ended();
  }

  void value_ended() { expects_key_ = true; }

  void scalar(YAML::Mark const& mark, std::string const& value, bool is_null) {
    if (depth_ == 0) {
      if (is_null) return;
      fail(mark, "the front matter is a text; write key: value lines");
    }
    if (depth_ == 1 && expects_key_) return key(mark, value);
    MetadataEntry& entry = metadata_.back();
    bool const in_list = depth_ == 2 && entry.kind == MetadataEntry::Kind::list;
    if (!is_null && (depth_ == 1 || in_list)) entry.values.push_back(value);
    if (depth_ == 1) value_ended();
  }

  void key(YAML::Mark const& mark, std::string const& value) {
    metadata_.push_back({.key = trimmed_lower(value),
                         .kind = MetadataEntry::Kind::text,
                         .values = {},
                         .line = line(mark),
                         .column = column(mark),
                         .for_page = true});
    expects_key_ = false;
  }

  /// The parser takes a quote that is never closed for one that ends with the text.
  void check_quote(YAML::Mark const& mark) const {
    auto const begin = static_cast<std::size_t>(mark.pos);
    if (begin >= text_.size() || text_[begin] != '"') return;
    for (std::size_t at = begin + 1; at < text_.size(); ++at) {
      if (text_[at] == '"') return;
      if (text_[at] == '\\') ++at;
    }
    fail(mark, "a quote is opened here and never closed");
  }

  std::string_view text_;
  std::size_t first_line_;
  Metadata metadata_;
  std::map<YAML::anchor_t, std::vector<std::string>> anchored_;
  YAML::anchor_t list_anchor_ = 0;
  int depth_ = 0;
  int documents_ = 0;
  bool expects_key_ = true;
};

/// Line, from 0, whose indentation has a tab; the parser's own words for that say nothing.
std::size_t line_with_tab(std::string_view text) {
  std::size_t number = 0;
  while (!text.empty()) {
    auto const indentation = text.substr(0, std::min(text.find_first_not_of(" \t"), text.size()));
    if (indentation.find('\t') != std::string_view::npos) return number;
    auto const end = text.find('\n');
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
    ++number;
  }
  return std::string_view::npos;
}

} // namespace

Metadata yaml_metadata(std::string_view text, std::size_t first_line) {
  std::istringstream in{std::string(text)};
  Collector collector(text, first_line);
  try {
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(collector)) {
    }
  } catch (YAML::Exception const& error) {
    if (auto const tab = line_with_tab(text); tab != std::string_view::npos) {
      throw Unreadable("a tab in the indentation; YAML takes spaces", first_line + tab);
    }
    auto const line = first_line + static_cast<std::size_t>(std::max(error.mark.line, 0));
    throw Unreadable("not YAML here: " + error.msg +
                         "; quote values that hold a colon or begin with a sign",
                     line, 1 + static_cast<std::size_t>(std::max(error.mark.column, 0)));
  }
  return collector.take();
}

} // namespace recap::indexer
