// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/html_page.hpp"
#include "tests/fuzz/target.hpp"
#include "text/unicode.hpp"

void recap::fuzz::read(std::string_view bytes) {
  if (text::invalid_utf8(bytes) || bytes.find('\0') != std::string_view::npos) return;
  for (auto const& section : indexer::read_html(bytes).sections)
    require(section.level <= 6 && !text::invalid_utf8(section.text), "a section is text");
}
