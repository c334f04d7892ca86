// SPDX-License-Identifier: GPL-2.0-or-later
#include "configuration/site_url.hpp"
#include "tests/catch.hpp"

using recap::configuration::is_site_url;

TEST_CASE("a site has a scheme, a host and optionally a path") {
  for (auto const* url : {"https://example.org", "http://localhost:8080", "HTTPS://example.org/",
                          "https://example.org/a/b", "https://[::1]:8080"}) {
    INFO(url);
    CHECK(is_site_url(url));
  }
  for (auto const* url :
       {"", "example.org", "https:", "https://", "https:///path", "https://:443", "htp://x",
        "ftp://example.org", "https://example.org/?q", "https://a#b", "https://a b"}) {
    INFO(url);
    CHECK(!is_site_url(url));
  }
}
