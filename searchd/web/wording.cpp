// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/wording.hpp"

#include "searchd/web/assets.hpp"

#include <algorithm>
#include <stdexcept>

namespace recap::web {

Wording::Wording(std::string_view language) {
  std::string const name = std::string(language) + ".json";
  auto const* const file = asset_named(name);
  if (file == nullptr) throw std::logic_error("there is no " + name);
  words_ = Json::parse(file->content);
}

std::string Wording::operator[](std::string_view key) const {
  return words_.value(std::string(key), std::string());
}

std::string Wording::counted(std::string_view key, std::size_t n) const {
  auto text = (*this)[std::string(key) + (n == 1 ? "_one" : "_other")];
  if (auto const place = text.find("{n}"); place != std::string::npos)
    text.replace(place, 3, std::to_string(n));
  return text;
}

Json Wording::around(std::string_view key) const {
  auto const text = (*this)[key];
  auto const place = std::min(text.find("{q}"), text.size());
  return {{"before", text.substr(0, place)},
          {"after", text.substr(std::min(place + 3, text.size()))}};
}

Json Wording::mistakes() const {
  constexpr std::string_view prefix = "mistake_";
  Json all = Json::array();
  for (auto const& [key, label] : words_.items()) {
    if (key.starts_with(prefix))
      all.push_back({{"code", key.substr(prefix.size())}, {"label", label}});
  }
  return all;
}

std::string Wording::value(std::string_view field, std::string const& value) const {
  if ((field == "season" || field == "lang") && words_.contains(value)) return (*this)[value];
  if (field != "topic") return value;
  auto label = value;
  std::ranges::replace(label, '-', ' ');
  return label;
}

} // namespace recap::web
