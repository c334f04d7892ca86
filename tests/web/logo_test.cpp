// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/logo.hpp"
#include "tests/catch.hpp"

#include <string>

using recap::web::logo_of;

namespace {

std::string png(char width, char height) {
  std::string file("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", 16);
  return file + std::string(3, '\0') + width + std::string(3, '\0') + height;
}

} // namespace

TEST_CASE("a logo is an SVG or a PNG") {
  CHECK(logo_of(png(32, 32))->content_type == "image/png");
  CHECK(logo_of("<?xml version='1.0'?>\n<svg viewBox='0 0 9 9'/>")->content_type ==
        "image/svg+xml");
  for (auto const* const text : {"", "GIF89a", "\xff\xd8\xff", "<html>", "<svg"})
    CHECK_FALSE(logo_of(text));
}

TEST_CASE("a logo more than twice as wide as high is wide") {
  CHECK(logo_of(png(65, 32))->is_wide);
  CHECK_FALSE(logo_of(png(64, 32))->is_wide);
  CHECK_FALSE(logo_of(png(64, 32).substr(0, 20))->is_wide);
  CHECK(logo_of("<svg viewBox=\"0 0 120,30\" width='10' height='10'>")->is_wide);
  CHECK(logo_of("<svg\n width='300px'\theight='100px'>")->is_wide);
  CHECK_FALSE(logo_of("<svg stroke-width='300' height='100'>")->is_wide);
  CHECK_FALSE(logo_of("<svg viewBox='0 0 10 10'>")->is_wide);
  CHECK_FALSE(logo_of("<svg viewBox=''>")->is_wide);
}
