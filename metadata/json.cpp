// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/json.hpp"

#include "metadata/metadata.hpp"
#include "metadata/problem.hpp"

#include <iterator>

namespace recap::metadata {
namespace {

using Json = nlohmann::json;

/// Counts the line ends that the parser has passed, because it does not report the place of a key.
class Counting {
public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = char const*;
  using reference = char const&;

  Counting(char const* at, std::size_t* line)
      : at_(at)
      , line_(line) {}
  reference operator*() const { return *at_; }
  Counting& operator++() {
    if (*at_ == '\n') ++*line_;
    ++at_;
    return *this;
  }
  Counting operator++(int) {
    Counting const before = *this;
    ++*this;
    return before;
  }
  bool operator==(Counting const& other) const { return at_ == other.at_; }

private:
  char const* at_;
  std::size_t* line_;
};

std::shared_ptr<Node const> node_of(Json const& value, std::size_t line) {
  auto node = std::make_shared<Node>();
  node->line = line;
  if (value.is_object()) {
    node->kind = Node::Kind::map;
    for (auto const& [key, child] : value.items()) {
      node->keys.push_back({trimmed_lower(key), line, 0});
      add_child(*node, node_of(child, line));
    }
  } else if (value.is_array()) {
    node->kind = Node::Kind::list;
    for (auto const& child : value)
      add_child(*node, node_of(child, line));
  } else if (!value.is_null()) {
    node->kind = Node::Kind::text;
    node->text = json_scalar(value);
  }
  return node;
}

} // namespace

std::string json_scalar(Json const& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_number() || value.is_boolean() ? value.dump() : "";
}

JsonObject parse_json(std::string_view json, std::size_t line) {
  JsonObject parsed;
  std::size_t at_line = line;
  auto const bounded = [&](int depth, Json::parse_event_t event, Json& value) {
    if (depth == 1 && event == Json::parse_event_t::key &&
        !parsed.lines.emplace(value.get_ref<std::string const&>(), at_line).second) {
      throw Unreadable("duplicate key \"" + value.get<std::string>() + "\"; keep one", at_line);
    }
    bool const opens =
        event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start;
    if (opens && depth >= deepest) throw Unreadable("nested too deeply", at_line);
    return true;
  };
  try {
    parsed.object = Json::parse(Counting(json.data(), &at_line),
                                Counting(json.data() + json.size(), &at_line), bounded);
  } catch (Json::parse_error const& error) {
    throw Unreadable("not JSON at byte " + std::to_string(error.byte) + "; write one object",
                     at_line);
  } catch (Json::out_of_range const&) {
    throw Unreadable("a number has too many digits or too large an exponent", at_line);
  }
  if (!parsed.object.is_object()) throw Unreadable("not a JSON object; write one object", line);
  return parsed;
}

Node json_node(JsonObject const& json, bool (*wanted)(std::string_view)) {
  Node node;
  node.kind = Node::Kind::map;
  for (auto const& [key, value] : json.object.items()) {
    if (wanted != nullptr && !wanted(key)) continue;
    auto const line = json.lines.at(key);
    node.keys.push_back({trimmed_lower(key), line, 0});
    add_child(node, node_of(value, line));
  }
  return node;
}

Entries read_json(std::string_view text, std::size_t first_line) {
  return entries_of(json_node(parse_json(text, first_line)), true);
}

} // namespace recap::metadata
