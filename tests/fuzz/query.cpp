// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/query/query.hpp"
#include "searchd/search/query/units.hpp"
#include "tests/fuzz/target.hpp"

namespace {

using recap::search::Node;

void look_through(Node const& node, std::size_t size) {
  static recap::text::Analyser analyser;
  recap::fuzz::require(node.position <= size, "a node has its place in the query");
  static_cast<void>(recap::search::units_of_words(analyser, node.text));
  static_cast<void>(recap::search::unit_of_phrase(analyser, node.text));
  for (auto const& child : node.children)
    look_through(child, size);
}

} // namespace

void recap::fuzz::read(std::string_view bytes) {
  auto const is_option = [](std::string_view word) { return word.size() % 2 == 0; };
  try {
    look_through(search::parse_query(bytes, {}, is_option), bytes.size());
  } catch (search::BadRequest const& error) {
    require(error.position().value_or(0) <= bytes.size(), "a mistake has its place in the query");
  }
  try {
    look_through(search::plain_words(bytes, {}), bytes.size());
  } catch (search::BadRequest const&) {
  }
}
