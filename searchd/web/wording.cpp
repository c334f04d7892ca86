// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/wording.hpp"

#include "searchd/web/assets.hpp"

#include <algorithm>
#include <charconv>
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
  return with_number(std::string(key) + (n == 1 ? "_one" : "_other"), n);
}

std::string Wording::with_number(std::string_view key, std::size_t n) const {
  auto text = (*this)[key];
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

std::string Wording::day(std::string const& iso) const {
  unsigned month = 0;
  unsigned day = 0;
  auto const number = [&iso](std::size_t at, unsigned& value) {
    auto const* const begin = iso.data() + at;
    auto const [end, error] = std::from_chars(begin, begin + 2, value);
    return error == std::errc() && end == begin + 2;
  };
  auto const& months = words_["months"];
  constexpr std::size_t whole = 10; // YYYY-MM-DD
  if (iso.size() != whole || !number(5, month) || !number(8, day)) return iso;
  if (month < 1 || month > months.size()) return iso;
  auto text = (*this)["day"];
  auto const put = [&text](std::string_view name, std::string const& value) {
    text.replace(text.find(name), name.size(), value);
  };
  put("{year}", iso.substr(0, 4));
  put("{month}", months[month - 1].get<std::string>());
  put("{day}", std::to_string(day));
  return text;
}

} // namespace recap::web
