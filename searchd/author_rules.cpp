// SPDX-License-Identifier: GPL-2.0-or-later
#include "configuration/site_url.hpp"
#include "index/checksum.hpp"
#include "searchd/rule_file.hpp"
#include "searchd/rule_toml.hpp"

namespace recap {
namespace {

using search::BadRule;

constexpr auto author_form = "write id = \"name\", or [id] with name and url in lines below";

std::string author_text(std::string const& key, toml::node const& value) {
  auto const* const text = value.as_string();
  if (text == nullptr || text->get().empty())
    throw BadRule(key + " is a text in quotes", line_of(value));
  return text->get();
}

api::Author author_row(toml::node const& node) {
  if (node.is_string()) return {.name = author_text("the name", node)};
  auto const* const table = node.as_table();
  if (table == nullptr) throw BadRule(author_form, line_of(node));
  api::Author author;
  for (auto const& [key, value] : *table) {
    if (key == "name") {
      author.name = author_text("name", value);
    } else if (key == "url") {
      author.url = author_text("url", value);
      if (!configuration::is_site_url(author.url))
        throw BadRule("url is the address of a page, as in https://example.org/ann",
                      line_of(value));
    } else {
      throw BadRule("an author has name and url, and no " + std::string(key.str()) +
                        "; write an id with a dot in quotes",
                    line_of(value));
    }
  }
  if (author.name.empty()) throw BadRule("the author lacks a name", line_of(node));
  return author;
}

} // namespace

api::AuthorTable read_authors(std::string const& content) {
  api::AuthorTable authors(index::checksum(content));
  for (auto const& [id, node] : rule_table(content)) {
    auto const line = id.source().begin.line;
    if (id.empty()) throw BadRule("an id is empty", line);
    if (!authors.add(id.str(), author_row(node)))
      throw BadRule("the author " + std::string(id.str()) + " is named twice", line);
  }
  return authors;
}

} // namespace recap
