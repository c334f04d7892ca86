// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/target.hpp"

#include "tests/fuzz/target.hpp"
#include "text/unicode.hpp"

void recap::fuzz::read(std::string_view bytes) {
  static_cast<void>(http::valid_host(bytes));
  auto const read = http::parse_target(bytes);
  auto const* const target = std::get_if<http::Target>(&read);
  if (target == nullptr) return;
  auto const is_text = [](std::string_view text) {
    return !text::invalid_utf8(text) && text.find('\0') == std::string_view::npos;
  };
  require(target->path.starts_with('/') && is_text(target->path), "a path is text");
  for (auto const& [name, value] : target->parameters)
    require(is_text(name) && is_text(value), "a parameter is text");
}
