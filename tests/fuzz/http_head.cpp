// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/request_parser.hpp"
#include "tests/fuzz/target.hpp"

#include <algorithm>

namespace {

using recap::http::RequestParser;

/// The result of requests that arrive in pieces of `piece` bytes: the state and content of each.
std::string outcome(std::string_view bytes, std::size_t piece) {
  recap::http::Limits limits;
  limits.header_bytes = 1024;
  limits.body_bytes = 1024;
  std::string all;
  std::string kept;
  while (!bytes.empty() || !kept.empty()) {
    RequestParser parser(limits);
    for (;;) {
      kept.erase(0, parser.feed(kept));
      bool const ended = parser.state() == RequestParser::State::complete ||
                         parser.state() == RequestParser::State::refused;
      if (ended || bytes.empty()) break;
      auto const taken = bytes.substr(0, piece);
      kept += taken;
      bytes.remove_prefix(taken.size());
    }
    if (parser.state() != RequestParser::State::complete) {
      if (parser.state() == RequestParser::State::refused)
        all += std::to_string(parser.refusal().status);
      return all;
    }
    auto const& request = parser.incoming().request;
    all += request.method + ' ' + request.path + ' ' + request.body + '\n';
    if (!parser.incoming().keep_alive) return all;
  }
  return all;
}

} // namespace

void recap::fuzz::read(std::string_view bytes) {
  if (bytes.empty()) return;
  auto const piece = 1 + static_cast<std::size_t>(static_cast<unsigned char>(bytes.front())) % 16;
  bytes.remove_prefix(1);
  require(outcome(bytes, bytes.size() + 1) == outcome(bytes, piece),
          "it does not matter in what pieces a request comes");
}
