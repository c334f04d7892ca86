// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/site_page.hpp"

#include <chrono>

namespace recap::indexer {

std::pair<std::string, std::string> split_path(std::string_view path) {
  auto const name = path.rfind('/') + 1;
  return {std::string(path.substr(0, name)), std::string(path.substr(name))};
}

std::string_view first_folder(std::string_view path) {
  auto const end = path.find('/');
  return end == std::string_view::npos ? "" : path.substr(0, end);
}

bool is_index(std::string_view name) {
  return name == "index" || name == "_index";
}

std::string year_of(SitePage const& page) {
  return page.date.substr(0, 4);
}

std::string month_of(SitePage const& page) {
  return page.date.empty() ? "" : page.date.substr(5, 2);
}

std::string day_of(SitePage const& page) {
  return page.date.empty() ? "" : page.date.substr(8, 2);
}

unsigned day_of_year(SitePage const& page) {
  if (page.date.empty()) return 0;
  namespace calendar = std::chrono;
  auto const number = [](std::string const& digits) {
    return static_cast<unsigned>(std::stoul(digits));
  };
  calendar::year const year(std::stoi(year_of(page)));
  calendar::sys_days const day =
      year / calendar::month(number(month_of(page))) / calendar::day(number(day_of(page)));
  calendar::sys_days const first = year / calendar::January / 1;
  return static_cast<unsigned>((day - first).count()) + 1;
}

} // namespace recap::indexer
