// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/message.hpp"
#include "searchd/web/accent.hpp"
#include "searchd/web/logo.hpp"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace recap::web {

using api::NameValues;
using api::Response;

/// A request for a page or a file.
struct Request {
  std::string method; ///< `GET` (also for HEAD), `POST`
  std::string path;   ///< decoded
  std::string target; ///< as sent, with its query
  NameValues parameters;
  std::string if_none_match;   ///< field value, may be empty
  std::string accept;          ///< field value, may be empty
  std::string accept_language; ///< field value, may be empty
  std::string host;            ///< field value: host with an optional port, may be empty
  std::string reader;          ///< identifies the reader, for insights; may be empty
  std::stop_token stop;        ///< requested when nobody waits for the response any more
};

/// Options of the pages.
struct Options {
  std::string name = "Recap"; ///< of the publication, as the pages show it
  std::string public_url; ///< where readers find the daemon, possibly with a path, without a slash
                          ///< at the end; empty = `http://` and the Host of the request
  std::string home_url;   ///< of the publication; empty = the search page
  std::optional<Logo> logo;
  std::optional<Colour> accent;
  std::vector<std::string> facets; ///< filters shown, in this order; empty = all
  bool has_editor = true;          ///< whether to serve `/editor`
  bool has_insights = false;       ///< whether to serve `/insights`
  bool links_insights = false;     ///< whether `/editor` links to it
  bool has_pictures = true;        ///< whether hits show the pictures of their articles
  /// Limits of `GET /v1/search`; a longer `q` is cut for the page.
  std::size_t most_words = 32;
  std::size_t most_bytes = 512;
};

} // namespace recap::web
