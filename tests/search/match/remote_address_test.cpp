// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/remote_address.hpp"

#include "tests/catch.hpp"

#include <stdexcept>
#include <string>

using namespace recap;
using namespace recap::search;

TEST_CASE("a shard has a number, a host and a port") {
  auto const [shard, address] = parse_remote_shard("2=search-2.example.org:7302");
  CHECK(shard == 2);
  CHECK(address.host == "search-2.example.org");
  CHECK(address.port == 7302);
}

TEST_CASE("the IPv6 address of a shard is written in brackets, which are not part of it") {
  auto const [shard, address] = parse_remote_shard("12=[2001:db8::7]:65535");
  CHECK(shard == 12);
  CHECK(address.host == "2001:db8::7");
  CHECK(address.port == 65535);
}

TEST_CASE("a shard without number, host or port, or with a wrong one, is refused with an example") {
  for (std::string const option :
       {"", "host:7302", "=host:7302", "2=host", "2=:7302", "2=host:", "0=host:7302", "2=host:0",
        "2=host:65536", "2=host:73x", "-1=host:7302", "2x=host:7302"}) {
    CAPTURE(option);
    CHECK_THROWS_AS(parse_remote_shard(option), std::invalid_argument);
  }
  try {
    static_cast<void>(parse_remote_shard("2=host"));
  } catch (std::invalid_argument const& error) {
    CHECK(std::string(error.what()).find("2=10.0.0.2:7302") != std::string::npos);
  }
}
