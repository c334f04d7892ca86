// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/message.hpp"

#include <stop_token>
#include <string>

namespace recap::web {

using api::NameValues;
using api::Response;

/// A request for a page or a file.
struct Request {
  std::string method; ///< `GET` (also for HEAD), `POST`
  std::string path;   ///< decoded
  NameValues parameters;
  std::string if_none_match;   ///< field value, may be empty
  std::string accept_language; ///< field value, may be empty
  std::string host;            ///< field value: host with or without a port, may be empty
  std::string reader;          ///< who asks, for insights; may be empty
  std::stop_token stop;        ///< asked to stop when nobody waits for the answer any more
};

/// What the operator says about the site.
struct Options {
  std::string name = "Recap"; ///< of the publication, as the pages show it
  std::string public_url; ///< where readers find the daemon, maybe below a path, without a slash
                          ///< at the end; empty = `http://` and the Host of the request
};

} // namespace recap::web
