// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/accept_language.hpp"
#include "tests/catch.hpp"

using recap::web::interface_language;

TEST_CASE("the interface is Korean for readers who prefer Korean") {
  CHECK(interface_language("ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7") == "ko");
  CHECK(interface_language("ko") == "ko");
  CHECK(interface_language("de, KO;q=0.5, en;q=0.3") == "ko");
}

TEST_CASE("the interface is English for everyone else") {
  CHECK(interface_language("") == "en");
  CHECK(interface_language("en-US,en;q=0.9,ko;q=0.8") == "en");
  CHECK(interface_language("fr") == "en");
  CHECK(interface_language("kok") == "en"); // Konkani
  CHECK(interface_language("ko;q=0") == "en");
  CHECK(interface_language(";;,,q=ko;=,\xff ko;q=abc") == "en");
}
