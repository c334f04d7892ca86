// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"
#include "searchd/http/server.hpp"
#include "searchd/process_figures.hpp"
#include "searchd/search/engine.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace recap {

/// Figures collected when the metrics are requested.
struct LiveFigures {
  http::Server::Load load;
  std::uint64_t log_lines_lost = 0;
  std::uint64_t cache_hits = 0;
  std::uint64_t cache_bytes = 0;
  std::optional<std::uint64_t> insights_lost = {}; ///< nullopt without --insights
};

/// The daemon's responses and the state of its index, for Prometheus. Thread-safe. Names follow
/// <https://prometheus.io/docs/practices/naming/>. Contains no queries.
class Metrics {
public:
  /// `engine` must outlive this. Opens kernel files; see ProcessFigures.
  explicit Metrics(search::Engine const& engine);

  /// Sets the source of further figures; empty = none. Waits until the previous one is no longer in
  /// use.
  void watch(std::function<LiveFigures()> read_figures);

  /// Counts a response that took `took`. `route`: one of a few names; empty counts as "other".
  void count(std::string_view route, unsigned status, std::chrono::duration<double> took);
  /// Counts a request refused before it reached a handler.
  void count_refused(http::Refusal const& refusal);

  /// All metrics in Prometheus' text format, version 0.0.4.
  [[nodiscard]] std::string text() const;
  static constexpr std::string_view content_type = "text/plain; version=0.0.4; charset=utf-8";

private:
  search::Engine const& engine_;
  prometheus::Registry registry_;
  prometheus::Family<prometheus::Counter>& requests_;
  prometheus::Family<prometheus::Counter>& refused_;
  prometheus::Family<prometheus::Histogram>& seconds_;
  prometheus::Gauge& generation_;
  prometheus::Gauge& articles_;
  prometheus::Gauge& created_;
  std::function<LiveFigures()> read_figures_;
  ProcessFigures process_;
  mutable std::mutex figures_mutex_; ///< guards both
};

} // namespace recap
