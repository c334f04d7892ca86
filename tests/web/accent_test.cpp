// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/accent.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <string>

using recap::web::accent_sheet;
using recap::web::Colour;
using recap::web::colour_of;
using recap::web::contrast;

namespace {

/// The values of `property` in a style sheet, in order: of the light scheme, of the dark one.
Colour value(std::string const& sheet, std::string const& property, std::size_t nth) {
  auto at = sheet.find(property);
  for (; nth > 0; --nth)
    at = sheet.find(property, at + 1);
  auto const colour = colour_of(sheet.substr(at + property.size(), 7));
  REQUIRE(colour);
  return *colour;
}

} // namespace

TEST_CASE("a colour is written with three or six digits") {
  CHECK(colour_of("#0a58CA")->green == 0x58);
  CHECK(colour_of("#fa0")->blue == 0);
  CHECK(colour_of("#fa0")->green == 0xaa);
  for (auto const* const text :
       {"", "#", "0a58ca", "#0a58c", "#0a58cg", "#0a58cab", "blue", "#-1-1-1"})
    CHECK_FALSE(colour_of(text));
}

TEST_CASE("contrast is that of WCAG") {
  CHECK(contrast({0, 0, 0}, {255, 255, 255}) == Approx(21));
  CHECK(contrast({255, 255, 255}, {0x76, 0x76, 0x76}) == Approx(4.54).margin(0.01));
  CHECK(contrast({10, 20, 30}, {10, 20, 30}) == Approx(1));
}

TEST_CASE("text in any accent is readable in both schemes") {
  for (auto const* const text : {"#000", "#fff", "#ff0", "#0a58ca", "#808080", "#e00", "#00ff7f"}) {
    auto const sheet = accent_sheet(*colour_of(text));
    for (std::size_t const scheme : {std::size_t{0}, std::size_t{1}}) {
      auto const accent = value(sheet, "--accent: ", scheme);
      CHECK(contrast(accent, value(sheet, "--accent-wash: ", scheme)) >= 4.5);
      CHECK(contrast(accent, scheme == 0 ? Colour{0xfd, 0xfc, 0xfa} : Colour{0x16, 0x15, 0x14}) >=
            4.5);
    }
  }
}

TEST_CASE("an accent that reads well stays as it is") {
  CHECK(accent_sheet(*colour_of("#0a58ca")).find("--accent: #0a58ca") != std::string::npos);
}
