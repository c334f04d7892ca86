// SPDX-License-Identifier: GPL-2.0-or-later
#include "configuration/toml_scalar.hpp"
#include "metadata/metadata.hpp"
#include "metadata/problem.hpp"

#include <toml++/toml.h>

namespace recap::metadata {
namespace {

class Tree {
public:
  explicit Tree(std::size_t first_line)
      : first_line_(first_line) {}

  std::shared_ptr<Node const> node(toml::node const& value, int depth) const {
    auto made = std::make_shared<Node>();
    made->line = line(value.source());
    if (depth > deepest) throw Unreadable("nested too deeply", made->line);
    if (auto const* const table = value.as_table()) {
      made->kind = Node::Kind::map;
      for (auto const& [key, child] : *table) {
        made->keys.push_back({trimmed_lower(key.str()), line(key.source()),
                              static_cast<std::size_t>(key.source().begin.column)});
        add_child(*made, node(child, depth + 1));
      }
    } else if (auto const* const list = value.as_array()) {
      made->kind = Node::Kind::list;
      for (auto const& child : *list)
        add_child(*made, node(child, depth + 1));
    } else {
      made->kind = Node::Kind::text;
      made->text = configuration::scalar_text(value).value_or("");
    }
    return made;
  }

private:
  [[nodiscard]] std::size_t line(toml::source_region const& region) const {
    return first_line_ - 1 + region.begin.line;
  }

  std::size_t first_line_;
};

std::shared_ptr<Node const> toml_node(std::string_view text, std::size_t first_line) {
  try {
    return Tree(first_line).node(toml::parse(text), 0);
  } catch (toml::parse_error const& error) {
    throw Unreadable("not TOML here: " + std::string(error.description()),
                     first_line - 1 + error.source().begin.line, error.source().begin.column);
  }
}

} // namespace

Entries read_toml(std::string_view text, std::size_t first_line) {
  return entries_of(*toml_node(text, first_line), true);
}

std::shared_ptr<Node const> toml_tree(std::string_view text) {
  return toml_node(text, 1);
}

} // namespace recap::metadata
