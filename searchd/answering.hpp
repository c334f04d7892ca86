// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/answer_cache.hpp"
#include "searchd/api/access.hpp"
#include "searchd/api/api.hpp"
#include "searchd/http/message.hpp"
#include "searchd/logging.hpp"
#include "searchd/metrics.hpp"
#include "searchd/upkeep.hpp"
#include "searchd/web/site.hpp"

#include <functional>
#include <optional>

namespace recap {

/// Everything that takes part in answering requests. All must outlive the handlers.
struct Answering {
  api::Api const& api;
  web::Site const& site;
  api::Access const& access;
  Metrics& metrics;
  Logs const& logs;
  Troubles const& troubles;
  AnswerCache& answers;
  /// Whether there is an admin address, the only one with metrics and details of readiness.
  bool has_admin_address = false;
};

/// Pages, API and, without an admin address, metrics, subject to `access`.
[[nodiscard]] http::Handler public_handler(Answering const& parts);

/// Finds an earlier response of public_handler(), if a new one would be the same. For
/// http::Options::known_response.
[[nodiscard]] std::function<std::optional<http::Response>(http::Request const&)>
known_response(Answering const& parts);

/// Metrics, insights and details of readiness, for everyone who can connect.
[[nodiscard]] http::Handler admin_handler(Answering const& parts);

/// Counts requests that reach no handler, and answers with a problem document, or in Algolia's
/// format below its paths.
[[nodiscard]] http::ErrorPage error_page(Metrics& metrics);

/// True for health checks and metrics, which must not queue behind searches.
[[nodiscard]] bool is_quick(http::Request const& request);

} // namespace recap
