// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/metrics.hpp"

#include <prometheus/text_serializer.h>

#include <ctime>
#include <iomanip>
#include <sstream>

namespace recap {
namespace {

using prometheus::BuildCounter;
using prometheus::BuildGauge;
using prometheus::BuildHistogram;
using prometheus::Histogram;

/// Seconds. A search takes a few milliseconds; above the last one it is a fault.
Histogram::BucketBoundaries const boundaries{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                             0.1,   0.25,   0.5,   1,    2.5,   5};

prometheus::Gauge& gauge(prometheus::Registry& registry, std::string const& name,
                         std::string const& help) {
  return BuildGauge().Name(name).Help(help).Register(registry).Add({});
}

/// Of `2026-11-24T09:30:00Z`.
double seconds_since_epoch(std::string const& time) {
  std::tm parts{};
  std::istringstream(time) >> std::get_time(&parts, "%Y-%m-%dT%H:%M:%S");
  return static_cast<double>(::timegm(&parts));
}

std::string name_of(std::string_view route) {
  return std::string(route.empty() ? "other" : route);
}

} // namespace

Metrics::Metrics(search::Engine const& engine, insights::Insights const* insights)
    : engine_(engine)
    , insights_(insights)
    , requests_(BuildCounter()
                    .Name("recap_http_requests_total")
                    .Help("Answers by kind of address and status")
                    .Register(registry_))
    , seconds_(BuildHistogram()
                   .Name("recap_http_request_duration_seconds")
                   .Help("Time to make an answer, without waiting and sending")
                   .Register(registry_))
    , generation_(gauge(registry_, "recap_index_generation", "Generation that answers"))
    , articles_(gauge(registry_, "recap_index_articles", "Articles in it"))
    , created_(gauge(registry_, "recap_index_created_timestamp_seconds", "When it was made")) {
  BuildGauge()
      .Name("recap_build_info")
      .Help("Version of the program")
      .Register(registry_)
      .Add({{"version", RECAP_VERSION}})
      .Set(1);
  if (insights_ != nullptr) {
    lost_ = &gauge(registry_, "recap_insights_lost",
                   "Searches and clicks that could not be kept since the start");
  }
}

void Metrics::count(std::string_view route, unsigned status, std::chrono::duration<double> took) {
  auto const name = name_of(route);
  requests_.Add({{"route", name}, {"code", std::to_string(status)}}).Increment();
  seconds_.Add({{"route", name}}, boundaries).Observe(took.count());
}

void Metrics::count_refused(unsigned status) {
  requests_.Add({{"route", "refused"}, {"code", std::to_string(status)}}).Increment();
}

std::string Metrics::text() const {
  generation_.Set(static_cast<double>(engine_.generation()));
  articles_.Set(static_cast<double>(engine_.articles()));
  created_.Set(seconds_since_epoch(engine_.created()));
  if (lost_ != nullptr) lost_->Set(static_cast<double>(insights_->lost()));
  return prometheus::TextSerializer().prometheus::Serializer::Serialize(registry_.Collect());
}

} // namespace recap
