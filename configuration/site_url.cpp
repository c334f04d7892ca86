// SPDX-License-Identifier: GPL-2.0-or-later
#include "configuration/site_url.hpp"

#include "text/ascii.hpp"

#include <algorithm>

namespace recap::configuration {

bool is_site_url(std::string_view url) {
  auto const after = [url](std::string_view scheme) {
    bool const begins = text::equal_letters(url.substr(0, scheme.size()), scheme);
    return begins ? url.substr(scheme.size()) : std::string_view();
  };
  auto const secure = after("https://");
  auto const rest = secure.empty() ? after("http://") : secure;
  auto const host = rest.substr(0, rest.find('/'));
  bool const only_path = rest.find_first_of("?#\\ \t\n\"<>") == std::string_view::npos;
  return !host.empty() && !host.starts_with(':') && only_path;
}

} // namespace recap::configuration
