// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/algolia_parameters.hpp"

#include "searchd/api/bounds.hpp"
#include "searchd/api/json_reader.hpp"
#include "searchd/search/request.hpp"
#include "text/ascii.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace recap::api {
namespace {

using nlohmann::json;
using search::BadRequest;

std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i] == '+' ? ' ' : text[i];
      continue;
    }
    bool const complete = i + 2 < text.size();
    int const high = complete ? text::hexadecimal(text[i + 1]) : -1;
    int const low = complete ? text::hexadecimal(text[i + 2]) : -1;
    if (high < 0 || low < 0)
      throw BadRequest("params: a % needs two hexadecimal digits after it", "params");
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  if (text::invalid_utf8(out)) throw BadRequest("params: is not UTF-8", "params");
  return out;
}

std::string encoded_text(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view plain = "-_.~*!'()";
  std::string out;
  for (char const c : text) {
    bool const letter = text::is_alphanumeric(c);
    if (letter || plain.find(c) != std::string_view::npos) {
      out += c;
      continue;
    }
    auto const byte = static_cast<unsigned char>(c);
    out += {'%', digits[byte / 16], digits[byte % 16]};
  }
  return out;
}

void read_encoded(json& values, std::string_view params) {
  while (!params.empty()) {
    auto const end = std::min(params.find('&'), params.size());
    auto const pair = params.substr(0, end);
    auto const equals = std::min(pair.find('='), pair.size());
    if (equals > 0) {
      values[decoded(pair.substr(0, equals))] =
          decoded(pair.substr(std::min(equals + 1, pair.size())));
    }
    params.remove_prefix(std::min(end + 1, params.size()));
  }
}

/// Returns `members` after checking the limits.
std::vector<std::string> bounded(std::vector<std::string> members, std::string const& name) {
  std::size_t bytes = 0;
  for (auto const& member : members)
    bytes += member.size();
  if (members.size() <= most_listed && bytes <= most_listed_bytes) return members;
  throw BadRequest(name + " is a list of at most " + std::to_string(most_listed) + " strings and " +
                       std::to_string(most_listed_bytes) + " bytes",
                   name);
}

std::string member_text(json const& member, std::string const& name) {
  if (!member.is_string()) throw BadRequest(name + " is a list of strings", name);
  return member.get<std::string>();
}

std::vector<std::string> comma_list(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty() && parts.size() <= most_listed) {
    auto const end = std::min(text.find(','), text.size());
    auto part = text.substr(0, end);
    part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
    if (!part.empty()) parts.emplace_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

} // namespace

AlgoliaParameters::AlgoliaParameters(json const& item) {
  if (!item.is_object()) throw BadRequest("a search is an object", "requests");
  for (auto const& [name, value] : item.items()) {
    if (name != "params") values_[name] = value;
  }
  auto const params = item.find("params");
  if (params == item.end() || params->is_null()) return;
  if (params->is_object()) {
    values_.update(*params);
  } else if (params->is_string()) {
    read_encoded(values_, params->get_ref<std::string const&>());
  } else {
    throw BadRequest("params is URL-encoded text or an object", "params");
  }
}

json const* AlgoliaParameters::find(std::string const& name) const {
  auto const found = values_.find(name);
  return found == values_.end() || found->is_null() ? nullptr : &*found;
}

std::optional<std::string> AlgoliaParameters::text(std::string const& name) const {
  json const* const value = find(name);
  if (value == nullptr) return std::nullopt;
  if (!value->is_string()) throw BadRequest(name + " is a string", name);
  return value->get<std::string>();
}

std::optional<std::size_t> AlgoliaParameters::number(std::string const& name) const {
  json const* const value = find(name);
  if (value == nullptr) return std::nullopt;
  constexpr std::size_t most = 1'000'000'000;
  std::size_t number = most + 1;
  if (value->is_number_unsigned()) {
    number = value->get<std::size_t>();
  } else if (value->is_string()) {
    auto const& text = value->get_ref<std::string const&>();
    auto const* const last = text.data() + text.size();
    auto const [end, error] = std::from_chars(text.data(), last, number);
    if (error != std::errc() || end != last) number = most + 1;
  }
  if (number > most) throw BadRequest(name + " is a whole number, 0 or more", name);
  return number;
}

std::optional<bool> AlgoliaParameters::flag(std::string const& name) const {
  json const* const value = find(name);
  if (value == nullptr) return std::nullopt;
  if (value->is_boolean()) return value->get<bool>();
  if (*value == "true") return true;
  if (*value == "false") return false;
  throw BadRequest(name + " is true or false", name);
}

std::optional<std::vector<std::string>> AlgoliaParameters::list(std::string const& name) const {
  json const* value = find(name);
  if (value == nullptr) return std::nullopt;
  json parsed;
  if (value->is_string()) {
    auto const& text = value->get_ref<std::string const&>();
    if (!text.starts_with('[')) return bounded(comma_list(text), name);
    parsed = read_json(text, name);
    value = &parsed;
  }
  if (!value->is_array()) throw BadRequest(name + " is a list of strings", name);
  std::vector<std::string> members;
  for (auto const& member : *value) {
    members.push_back(member_text(member, name));
    if (members.size() > most_listed) break;
  }
  return bounded(std::move(members), name);
}

std::string AlgoliaParameters::encoded() const {
  std::string out;
  for (auto const& [name, value] : values_.items()) {
    if (name == "indexName" || value.is_null()) continue;
    auto const text = value.is_string()
                          ? value.get<std::string>()
                          : value.dump(-1, ' ', false, json::error_handler_t::replace);
    out += (out.empty() ? "" : "&") + encoded_text(name) + '=' + encoded_text(text);
  }
  return out;
}

} // namespace recap::api
