// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/access.hpp"
#include "searchd/api/api.hpp"
#include "searchd/http/message.hpp"
#include "searchd/logging.hpp"
#include "searchd/metrics.hpp"
#include "searchd/upkeep.hpp"
#include "searchd/web/site.hpp"

namespace recap {

/// What answers requests. Each has to outlive the handlers.
struct Answering {
  api::Api const& api;
  web::Site const& site;
  api::Access const& access;
  Metrics& metrics;
  Logs const& logs;
  Troubles const& troubles;
  /// Whether there is an address for admins, which alone has statistics and tells how it is.
  bool has_admin_address = false;
};

/// Pages, interface and, where there is no address for admins, statistics: for who is let in.
[[nodiscard]] http::Handler public_handler(Answering const& parts);

/// Statistics, and readiness in detail: for whoever can connect.
[[nodiscard]] http::Handler admin_handler(Answering const& parts);

/// Problem documents for requests that reach no handler, counted; Algolia's clients get theirs.
[[nodiscard]] http::ErrorPage error_page(Metrics& metrics);

/// What tells whether the daemon is well does not wait behind searches.
[[nodiscard]] bool is_quick(http::Request const& request);

} // namespace recap
