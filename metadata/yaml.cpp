// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/metadata.hpp"
#include "metadata/problem.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <sstream>

namespace recap::metadata {
namespace {

/// More merged keys than any real front matter has.
constexpr std::size_t most_merged_keys = 1000;

/// Builds a tree from the parser's events. Aliases arrive as separate events, and share their
/// value.
class Collector : public YAML::EventHandler {
public:
  /// What equal keys of the top-level map mean.
  enum class EqualKeys { all_kept, last_counts };

  Collector(std::string_view text, std::size_t first_line, EqualKeys equal_keys)
      : text_(text)
      , first_line_(first_line)
      , equal_keys_(equal_keys) {}

  /// The map of the document; empty when there is none.
  [[nodiscard]] std::shared_ptr<Node const> const& map() const { return map_; }

  void OnDocumentStart(YAML::Mark const& mark) override {
    if (documents_++ > 0)
      fail(
          mark,
          "the indentation changes here, or a second document begins; keep the keys in one column");
  }
  void OnDocumentEnd() override {}

  void OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) override {
    if (path_.empty()) return;
    take(mark, node(mark, Node::Kind::none), anchor);
  }

  void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                std::string const& value) override {
    if (tag != "?") check_quote(mark); // not a plain text
    auto text = node(mark, Node::Kind::text);
    text->text = value;
    take(mark, std::move(text), anchor);
  }

  void OnAlias(YAML::Mark const& mark, YAML::anchor_t anchor) override {
    auto const found = anchored_.find(anchor);
    bool const known = found != anchored_.end() && found->second->height < deepest;
    take(mark, known ? found->second : node(mark, Node::Kind::none), 0);
  }

  void OnSequenceStart(YAML::Mark const& mark, std::string const&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, Node::Kind::list, anchor);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(YAML::Mark const& mark, std::string const&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, Node::Kind::map, anchor);
  }
  void OnMapEnd() override { close(); }

private:
  /// A list or map being read.
  struct Level {
    std::shared_ptr<Node> node;
    YAML::anchor_t anchor = 0;
    bool expects_key = false;
    std::vector<std::shared_ptr<Node const>> merged = {};
  };

  [[noreturn]] void fail(YAML::Mark const& mark, std::string const& reason) const {
    throw Unreadable(reason, line(mark), column(mark));
  }

  [[nodiscard]] std::size_t line(YAML::Mark const& mark) const {
    return first_line_ + static_cast<std::size_t>(std::max(mark.line, 0));
  }

  static std::size_t column(YAML::Mark const& mark) {
    return 1 + static_cast<std::size_t>(std::max(mark.column, 0));
  }

  [[nodiscard]] std::shared_ptr<Node> node(YAML::Mark const& mark, Node::Kind kind) const {
    auto made = std::make_shared<Node>();
    made->kind = kind;
    made->line = line(mark);
    return made;
  }

  void open(YAML::Mark const& mark, Node::Kind kind, YAML::anchor_t anchor) {
    bool const is_map = kind == Node::Kind::map;
    if (path_.empty() && !is_map)
      fail(mark, "a list where keys are expected; write key: value lines");
    if (!path_.empty() && path_.back().expects_key)
      fail(mark, std::string(is_map ? "a map" : "a list") + " where a key is expected");
    if (path_.size() > deepest) fail(mark, "nested too deeply");
    path_.push_back({.node = node(mark, kind), .anchor = anchor, .expects_key = is_map});
  }

  void close() {
    Level level = std::move(path_.back());
    path_.pop_back();
    for (auto const& merged : level.merged)
      merge(*level.node, *merged);
    if (path_.empty()) {
      map_ = level.node;
    } else {
      add(level.node, level.anchor);
    }
  }

  /// Existing keys take precedence, and so do those of earlier maps.
  void merge(Node& into, Node const& from) {
    if (from.kind == Node::Kind::list) {
      for (auto const& each : from.children) {
        if (each->kind == Node::Kind::map) merge(into, *each);
      }
    }
    for (std::size_t i = 0; i < from.keys.size(); ++i) {
      if (child_of(into, from.keys[i].name) != nullptr) continue;
      if (++merged_keys_ > most_merged_keys)
        throw Unreadable("<< brings more than 1000 keys", into.line);
      into.keys.push_back(from.keys[i]);
      add_child(into, from.children[i]);
    }
  }

  void take(YAML::Mark const& mark, std::shared_ptr<Node const> value, YAML::anchor_t anchor) {
    if (path_.empty()) fail(mark, "a text where keys are expected; write key: value lines");
    Level& level = path_.back();
    if (!level.expects_key) return add(std::move(value), anchor);
    auto const name = trimmed_lower(value->text);
    bool const is_top = path_.size() == 1;
    if (name != "<<" && !(is_top && equal_keys_ == EqualKeys::all_kept)) remove(*level.node, name);
    level.node->keys.push_back({name, line(mark), column(mark)});
    level.expects_key = false;
  }

  /// YAML forbids equal keys. Ruby and Python take the last.
  static void remove(Node& map, std::string const& key) {
    auto const found = std::ranges::find(map.keys, key, &Node::Key::name);
    if (found == map.keys.end()) return;
    map.children.erase(map.children.begin() + (found - map.keys.begin()));
    map.keys.erase(found);
  }

  void add(std::shared_ptr<Node const> value, YAML::anchor_t anchor) {
    if (anchor != 0) anchored_[anchor] = value;
    Level& level = path_.back();
    bool const is_map = level.node->kind == Node::Kind::map;
    level.expects_key = is_map;
    if (is_map && level.node->keys.back().name == "<<") {
      level.node->keys.pop_back();
      level.merged.push_back(std::move(value));
    } else {
      add_child(*level.node, std::move(value));
    }
  }

  /// The parser accepts an unclosed quote as ending with the text.
  void check_quote(YAML::Mark const& mark) const {
    auto rest = text_.substr(std::min(static_cast<std::size_t>(mark.pos), text_.size()));
    while (rest.starts_with('&') || rest.starts_with('!')) { // an anchor or a tag
      rest.remove_prefix(std::min(rest.find_first_of(" \t\n"), rest.size()));
      rest.remove_prefix(std::min(rest.find_first_not_of(" \t\n"), rest.size()));
    }
    bool const is_double = rest.starts_with('"');
    if (!is_double && !rest.starts_with('\'')) return;
    for (std::size_t at = 1; at < rest.size(); ++at) {
      bool const escapes = is_double ? rest[at] == '\\' : rest.substr(at).starts_with("''");
      if (escapes) {
        ++at;
      } else if (rest[at] == rest.front()) {
        return;
      }
    }
    fail(mark, "a quote is opened here and never closed");
  }

  std::string_view text_;
  std::size_t first_line_;
  EqualKeys equal_keys_;
  std::shared_ptr<Node const> map_ = std::make_shared<Node>();
  std::vector<Level> path_; ///< the top-level map first
  std::map<YAML::anchor_t, std::shared_ptr<Node const>> anchored_;
  std::size_t merged_keys_ = 0;
  int documents_ = 0;
};

/// Line, from 0, with a tab in its indentation; the parser's own message does not help.
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

std::shared_ptr<Node const> yaml_node(std::string_view text, std::size_t first_line,
                                      Collector::EqualKeys equal_keys) {
  std::istringstream in{std::string(text)};
  Collector collector(text, first_line, equal_keys);
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
                         "; quote values that contain a colon or begin with a sign",
                     line, 1 + static_cast<std::size_t>(std::max(error.mark.column, 0)));
  }
  return collector.map();
}

} // namespace

Entries read_yaml(std::string_view text, std::size_t first_line) {
  return entries_of(*yaml_node(text, first_line, Collector::EqualKeys::all_kept), true);
}

std::shared_ptr<Node const> yaml_tree(std::string_view text) {
  return yaml_node(text, 1, Collector::EqualKeys::last_counts);
}

} // namespace recap::metadata
