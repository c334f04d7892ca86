// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/insights/insights.hpp"
#include "searchd/search/engine.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <chrono>
#include <string>
#include <string_view>

namespace recap {

/// What the daemon has answered and from which index, for Prometheus. Any thread may call it. Names
/// follow <https://prometheus.io/docs/practices/naming/>; nothing of what people asked is in it.
class Metrics {
public:
  /// `engine` and `insights`, null = none, have to outlive this.
  explicit Metrics(search::Engine const& engine, insights::Insights const* insights = nullptr);

  /// Counts an answer that was made in `took`. `route`: one of few names, "other" where it is
  /// empty.
  void count(std::string_view route, unsigned status, std::chrono::duration<double> took);
  /// Counts a request that was refused before anybody looked at it.
  void count_refused(unsigned status);

  /// All of it in the text format, version 0.0.4.
  [[nodiscard]] std::string text() const;
  static constexpr std::string_view content_type = "text/plain; version=0.0.4; charset=utf-8";

private:
  search::Engine const& engine_;
  insights::Insights const* insights_;
  prometheus::Registry registry_;
  prometheus::Family<prometheus::Counter>& requests_;
  prometheus::Family<prometheus::Histogram>& seconds_;
  prometheus::Gauge& generation_;
  prometheus::Gauge& articles_;
  prometheus::Gauge& created_;
  prometheus::Gauge* lost_ = nullptr; ///< where there are insights
};

} // namespace recap
