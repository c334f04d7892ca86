// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/configuration_text.hpp"

#include "metadata/json.hpp"
#include "metadata/metadata.hpp"
#include "text/ascii.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace recap::indexer {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 20;
constexpr std::string_view white = " \t\r\n";

/// Throws Unreadable.
std::string read_text_of(std::filesystem::path const& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error))
    throw metadata::Unreadable("is not a regular file");
  std::ifstream in(file, std::ios::binary);
  if (!in) throw metadata::Unreadable("cannot be read");
  std::string text(most_bytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad()) throw metadata::Unreadable("cannot be read");
  text.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
  if (text.size() > most_bytes) throw metadata::Unreadable("is larger than a MiB");
  if (auto const offset = text::invalid_utf8(text)) {
    auto const before = text.begin() + static_cast<std::ptrdiff_t>(*offset);
    throw metadata::Unreadable(
        "byte " + std::to_string(*offset) + " is not UTF-8; save the file as UTF-8",
        1 + static_cast<std::size_t>(std::count(text.begin(), before, '\n')));
  }
  return text;
}

/// Generators read only the first document of a file, and some files end with the line that begins
/// another.
std::string_view first_document(std::string_view yaml) {
  bool begun = false;
  for (std::size_t at = 0; at < yaml.size();) {
    auto const end = std::min(yaml.find('\n', at), yaml.size());
    auto const line = text::trimmed(yaml.substr(at, end - at), white);
    bool const begins_document = line == "---" && yaml[at] == '-';
    if (begins_document && begun) return yaml.substr(0, at);
    begun = begun || !(begins_document || line.empty() || line.starts_with('#'));
    at = end + 1;
  }
  return yaml;
}

/// `code` without white space at its beginning.
std::string_view unspaced(std::string_view code) {
  return code.substr(std::min(code.find_first_not_of(white), code.size()));
}

/// nullptr for any other ending. Throws Unreadable.
std::shared_ptr<metadata::Node const> tree_of(std::string const& text, std::string_view ending) {
  if (ending == ".yml" || ending == ".yaml") return metadata::yaml_tree(first_document(text));
  if (ending == ".toml") return metadata::toml_tree(text);
  if (ending == ".json" && unspaced(text).starts_with('['))
    return metadata::json_node(metadata::parse_json("{\"list\":" + text + "}", 1)).children.front();
  if (ending == ".json")
    return std::make_shared<metadata::Node>(metadata::json_node(metadata::parse_json(text, 1)));
  return nullptr;
}

std::shared_ptr<metadata::Node const> merged(metadata::Node const& child,
                                             metadata::Node const& parent) {
  auto all = std::make_shared<metadata::Node>(child);
  for (std::size_t i = 0; i < parent.keys.size(); ++i) {
    auto const known =
        std::ranges::find(all->keys, parent.keys[i].name, &metadata::Node::Key::name);
    if (known == all->keys.end()) {
      all->keys.push_back(parent.keys[i]);
      metadata::add_child(*all, parent.children[i]);
      continue;
    }
    auto& own = all->children[static_cast<std::size_t>(known - all->keys.begin())];
    bool const maps = own->kind == metadata::Node::Kind::map &&
                      parent.children[i]->kind == metadata::Node::Kind::map;
    if (maps) own = merged(*own, *parent.children[i]);
  }
  return all;
}

bool is_code(std::string_view ending) {
  return ending.ends_with("js") || ending.ends_with("ts");
}

/// The string literal at the beginning of `code`.
std::optional<std::string> quoted_text(std::string_view code) {
  if (code.empty() || std::string_view("\"'`").find(code.front()) == std::string_view::npos)
    return std::nullopt;
  auto const end = code.find(code.front(), 1);
  if (end == std::string_view::npos) return std::nullopt;
  return std::string(code.substr(1, end - 1));
}

/// Nothing for a template such as `https://${host}`, which is computed.
std::optional<std::string> if_literal(std::string_view code, std::optional<std::string> text) {
  bool const computed = text && code.starts_with('`') && text->find("${") != std::string::npos;
  return computed ? std::nullopt : std::move(text);
}

bool is_name(char c) {
  return text::is_alphanumeric(c) || c == '_' || c == '$';
}

/// What follows the first `key:`; empty without one.
std::string_view behind(std::string_view code, std::string_view key) {
  for (auto at = code.find(key); at != std::string_view::npos; at = code.find(key, at + 1)) {
    bool const begins = at == 0 || !is_name(code[at - 1]);
    auto rest = code.substr(at + key.size());
    if (!begins || rest.empty() || is_name(rest.front())) continue;
    if (rest.front() == '"' || rest.front() == '\'') rest.remove_prefix(1);
    rest = unspaced(rest);
    if (rest.starts_with(':')) return unspaced(rest.substr(1));
  }
  return {};
}

std::optional<std::string> value_behind(std::string_view code, std::string_view key) {
  auto const rest = behind(code, key);
  for (std::string_view const word : {"true", "false"}) {
    if (rest.starts_with(word)) return std::string(word);
  }
  return if_literal(rest, quoted_text(rest));
}

/// Offset behind the bracket that closes the one at the beginning of `code`; 0 without one.
std::size_t end_of_brackets(std::string_view code) {
  std::size_t depth = 0;
  for (std::size_t at = 0; at < code.size(); ++at) {
    if (auto const quoted = quoted_text(code.substr(at)))
      at += quoted->size() + 1;
    else if (std::string_view("{[(").find(code[at]) != std::string_view::npos)
      ++depth;
    else if (std::string_view("}])").find(code[at]) != std::string_view::npos && --depth == 0)
      return at + 1;
    if (depth == 0) return 0;
  }
  return 0;
}

/// `{...}` of the first `part: {...}` that has `key:`; empty without one.
std::string_view part_with(std::string_view code, std::string_view part, std::string_view key) {
  for (auto rest = behind(code, part); !rest.empty(); rest = behind(rest, part)) {
    auto const inside = rest.substr(0, rest.starts_with('{') ? end_of_brackets(rest) : 0);
    if (!behind(inside, key).empty()) return inside;
  }
  return {};
}

/// The list at the beginning of `code`, which follows a key.
WrittenList list_at(std::string_view code) {
  WrittenList list;
  if (code.empty()) return list;
  auto const end = code.starts_with('[') ? end_of_brackets(code) : 0;
  list.computed = end == 0;
  for (std::size_t at = 1; at + 1 < end;) {
    auto const item = code.substr(at, end - 1 - at);
    auto const begin = unspaced(item);
    auto const literal = if_literal(begin, quoted_text(begin));
    auto const behind_item = begin.substr(literal ? literal->size() + 2 : 0);
    auto const comma = std::min(behind_item.find(','), behind_item.size());
    bool const ends = unspaced(behind_item.substr(0, comma)).empty();
    if (literal && ends) list.values.push_back(*literal);
    list.computed = list.computed || (!begin.empty() && !(literal && ends));
    at += item.size() - behind_item.size() + comma + 1;
  }
  return list;
}

} // namespace

std::string without_comments(std::string code) {
  char quote = '\0';
  for (std::size_t at = 0; at < code.size(); ++at) {
    char const c = code[at];
    if (quote != '\0') {
      if (c == '\\') ++at;
      if (c == quote || c == '\n') quote = c == '\n' && quote == '`' ? quote : '\0';
      continue;
    }
    if (c == '"' || c == '\'' || c == '`') quote = c;
    bool const line = code.compare(at, 2, "//") == 0;
    bool const block = code.compare(at, 2, "/*") == 0;
    if (!line && !block) continue;
    auto const end = std::min(line ? code.find('\n', at) : code.find("*/", at + 2), code.size());
    auto const past = line ? end : std::min(end + 2, code.size());
    std::fill(code.begin() + static_cast<std::ptrdiff_t>(at),
              code.begin() + static_cast<std::ptrdiff_t>(past), ' ');
    at = past == 0 ? 0 : past - 1;
  }
  return code;
}

ConfigurationText::ConfigurationText(std::filesystem::path const& file) {
  auto const ending = file.extension().string();
  try {
    text_ = read_text_of(file);
    tree_ = tree_of(text_, ending);
  } catch (metadata::Unreadable const& problem) {
    problem_ = problem;
  }
  if (is_code(ending)) text_ = without_comments(std::move(text_));
}

void ConfigurationText::inherit(ConfigurationText const& parent, std::string_view key) {
  text_ += parent.text_;
  if (!parent.tree_) return;
  auto from = parent.tree_;
  if (!key.empty()) {
    auto map = std::make_shared<metadata::Node>();
    map->kind = metadata::Node::Kind::map;
    map->keys.push_back({.name = std::string(key), .line = 1});
    metadata::add_child(*map, from);
    from = std::move(map);
  }
  tree_ = tree_ ? merged(*tree_, *from) : from;
}

metadata::Node const* ConfigurationText::node(std::vector<std::string_view> const& keys) const {
  metadata::Node const* at = tree_.get();
  for (auto const key : keys)
    at = at == nullptr || at->kind != metadata::Node::Kind::map ? nullptr : child_of(*at, key);
  return at;
}

std::string ConfigurationText::value(std::vector<std::string_view> const& keys) const {
  auto const* const found = node(keys);
  return found == nullptr || found->kind != metadata::Node::Kind::text ? "" : found->text;
}

std::vector<std::string>
ConfigurationText::values(std::vector<std::string_view> const& keys) const {
  auto const* const found = node(keys);
  if (found == nullptr) return {};
  if (found->kind == metadata::Node::Kind::text) return {found->text};
  std::vector<std::string> all;
  for (auto const& child : found->children) {
    if (child->kind == metadata::Node::Kind::text) all.push_back(child->text);
  }
  return all;
}

std::optional<std::string> ConfigurationText::written(std::string_view key) const {
  return value_behind(text_, key);
}

bool ConfigurationText::has_written(std::string_view key, std::string_view word) const {
  for (auto rest = behind(text_, key); !rest.empty(); rest = behind(rest, key)) {
    if (rest.starts_with(word) && (rest.size() == word.size() || !is_name(rest[word.size()])))
      return true;
  }
  return false;
}

std::optional<std::string> ConfigurationText::written_in(std::string_view part,
                                                         std::string_view key) const {
  return value_behind(part_with(text_, part, key), key);
}

WrittenList ConfigurationText::written_list(std::string_view key) const {
  return list_at(behind(text_, key));
}

WrittenList ConfigurationText::written_list_in(std::string_view part, std::string_view key) const {
  return list_at(behind(part_with(text_, part, key), key));
}

WrittenList ConfigurationText::written_arguments(std::string_view call) const {
  WrittenList list;
  auto const opening = std::string(call) + '(';
  for (auto at = text_.find(opening); at != std::string::npos; at = text_.find(opening, at + 1)) {
    auto const argument = unspaced(std::string_view(text_).substr(at + opening.size()));
    auto const literal = if_literal(argument, quoted_text(argument));
    bool const ends = literal && unspaced(argument.substr(literal->size() + 2)).starts_with(')');
    if (ends) list.values.push_back(*literal);
    list.computed = list.computed || !ends;
  }
  return list;
}

void require_readable(ConfigurationText const& text, std::filesystem::path const& file) {
  auto const& problem = text.problem();
  if (!problem || is_code(file.extension().string())) return;
  throw std::runtime_error(file.lexically_normal().string() +
                           (problem->line() == 0 ? "" : ':' + std::to_string(problem->line())) +
                           ": " + problem->what());
}

} // namespace recap::indexer
