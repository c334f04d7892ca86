// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/configuration_text.hpp"

#include "metadata/json.hpp"
#include "metadata/metadata.hpp"
#include "text/ascii.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <fstream>
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

/// Generators read the first document of a file, and some files end in the line that begins
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

/// nullptr for what is not of these notations. Throws Unreadable.
std::shared_ptr<metadata::Node const> tree_of(std::string const& text, std::string_view ending) {
  if (ending == ".yml" || ending == ".yaml") return metadata::yaml_tree(first_document(text));
  if (ending == ".toml") return metadata::toml_tree(text);
  if (ending == ".json")
    return std::make_shared<metadata::Node>(metadata::json_node(metadata::parse_json(text, 1)));
  return nullptr;
}

bool is_code(std::string_view ending) {
  return ending.ends_with("js") || ending.ends_with("ts");
}

/// The text in quotes that `code` begins with.
std::optional<std::string> quoted_text(std::string_view code) {
  if (code.empty() || std::string_view("\"'`").find(code.front()) == std::string_view::npos)
    return std::nullopt;
  auto const end = code.find(code.front(), 1);
  if (end == std::string_view::npos) return std::nullopt;
  return std::string(code.substr(1, end - 1));
}

/// A template such as `https://${host}` is computed, not written out.
std::optional<std::string> if_written_out(std::string_view code, std::optional<std::string> text) {
  bool const computed = text && code.starts_with('`') && text->find("${") != std::string::npos;
  return computed ? std::nullopt : std::move(text);
}

bool is_name(char c) {
  return text::is_alphanumeric(c) || c == '_' || c == '$';
}

/// Without white space before it.
std::string_view unspaced(std::string_view code) {
  return code.substr(std::min(code.find_first_not_of(white), code.size()));
}

/// What follows `key:`, or nothing.
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
  return if_written_out(rest, quoted_text(rest));
}

/// The braces that `code` begins with, and what is in them; empty without.
std::string_view braces(std::string_view code) {
  std::size_t depth = 0;
  for (std::size_t at = 0; at < code.size() && (at == 0 ? code[0] == '{' : true); ++at) {
    if (code[at] == '{') ++depth;
    if (code[at] == '}' && --depth == 0) return code.substr(0, at + 1);
  }
  return {};
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

std::optional<std::string> ConfigurationText::written_in(std::string_view part,
                                                         std::string_view key) const {
  return value_behind(braces(behind(text_, part)), key);
}

std::vector<std::string> ConfigurationText::written_list(std::string_view key) const {
  auto rest = behind(text_, key);
  std::vector<std::string> all;
  if (!rest.starts_with('[')) return all;
  while (true) {
    rest = unspaced(rest.substr(1));
    auto const item = quoted_text(rest);
    if (!item) return all;
    if (auto const written = if_written_out(rest, item)) all.push_back(*written);
    rest = unspaced(rest.substr(item->size() + 2));
    if (!rest.starts_with(',')) return all;
  }
}

} // namespace recap::indexer
