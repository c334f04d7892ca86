// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/forwarded.hpp"

#include "tests/fuzz/target.hpp"

/// A client may write anything before what its proxy appends.
void recap::fuzz::read(std::string_view bytes) {
  static http::Networks const trusted({"10.0.0.0/8"});
  static auto const proxy = boost::asio::ip::make_address("10.0.0.1");
  static auto const client = boost::asio::ip::make_address("192.0.2.1");
  std::string const written(bytes);
  auto const common = http::client_address(proxy, {{}, written + ", 192.0.2.1"}, trusted);
  auto const standard = http::client_address(proxy, {written + ", for=192.0.2.1", {}}, trusted);
  auto const both = http::client_address(proxy, {written, "192.0.2.1"}, trusted);
  for (auto const& found : {common, standard, both})
    require(found == client || trusted.contain(found), "nobody else is taken for the client");
}
