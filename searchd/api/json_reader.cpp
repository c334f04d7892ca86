// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/json_reader.hpp"

#include "searchd/api/bounds.hpp"
#include "searchd/search/request.hpp"

namespace recap::api {
namespace {

/// True if arrays and objects are nested more deeply than allowed. Counts as the parser does, up to
/// the first invalid byte, where the parser stops. The parser's callback could do this, but takes
/// quadratic time for many small objects in a list.
bool is_too_deep(std::string_view text) {
  std::size_t open = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    char const c = text[at];
    if (in_string) {
      if (c == '\\') ++at;
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      if (++open > deepest_json) return true;
    } else if ((c == ']' || c == '}') && open > 0) {
      --open;
    }
  }
  return false;
}

} // namespace

nlohmann::json read_json(std::string_view text, std::string const& parameter) {
  using nlohmann::json;
  if (is_too_deep(text)) {
    throw search::BadRequest(parameter + " has more than " + std::to_string(deepest_json) +
                                 " nested lists and objects",
                             parameter);
  }
  // The parser's message quotes the text, which may be a draft and must not be logged.
  try {
    return json::parse(text);
  } catch (json::parse_error const& error) {
    throw search::BadRequest(parameter + " is not JSON: it cannot be read at byte " +
                                 std::to_string(error.byte),
                             parameter);
  } catch (json::out_of_range const&) {
    throw search::BadRequest(parameter + " has a number that is too large", parameter);
  }
}

} // namespace recap::api
