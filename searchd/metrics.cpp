// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/metrics.hpp"

#include <prometheus/text_serializer.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <iomanip>
#include <sstream>

namespace recap {
namespace {

using prometheus::BuildCounter;
using prometheus::BuildGauge;
using prometheus::BuildHistogram;
using prometheus::Histogram;

/// Seconds. A search takes a few milliseconds; anything above the last boundary is a fault.
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

struct Reason {
  unsigned status;
  std::string_view name;
};

/// Reasons that follow from the status; any other status means a malformed request.
constexpr auto reasons = std::to_array<Reason>({
    {408, "slow"},
    {413, "size"},
    {414, "size"},
    {431, "size"},
    {500, "failure"},
});

std::string reason_of(http::Refusal const& refusal) {
  if (!refusal.reason.empty()) return std::string(refusal.reason);
  auto const known = std::ranges::find(reasons, refusal.status, &Reason::status);
  return std::string(known == reasons.end() ? "malformed" : known->name);
}

using prometheus::MetricFamily;
using prometheus::MetricType;

void add(std::vector<MetricFamily>& families, std::string const& name, std::string const& help,
         MetricType type, std::uint64_t value) {
  prometheus::ClientMetric metric;
  (type == MetricType::Counter ? metric.counter.value : metric.gauge.value) =
      static_cast<double>(value);
  families.push_back({.name = name, .help = help, .type = type, .metric = {metric}});
}

std::string name_of(std::string_view route) {
  return std::string(route.empty() ? "other" : route);
}

} // namespace

Metrics::Metrics(search::Engine const& engine)
    : engine_(engine)
    , requests_(BuildCounter()
                    .Name("recap_http_requests_total")
                    .Help("Answers by kind of address and status")
                    .Register(registry_))
    , refused_(BuildCounter()
                   .Name("recap_http_refused_total")
                   .Help("Requests that were refused before anybody looked at them, by reason")
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
}

void Metrics::count(std::string_view route, unsigned status, std::chrono::duration<double> took) {
  auto const name = name_of(route);
  requests_.Add({{"route", name}, {"code", std::to_string(status)}}).Increment();
  seconds_.Add({{"route", name}}, boundaries).Observe(took.count());
}

void Metrics::watch(std::function<LiveFigures()> read_figures) {
  std::lock_guard const lock(figures_mutex_);
  read_figures_ = std::move(read_figures);
}

void Metrics::count_refused(http::Refusal const& refusal) {
  refused_.Add({{"reason", reason_of(refusal)}}).Increment();
  requests_.Add({{"route", "refused"}, {"code", std::to_string(refusal.status)}}).Increment();
}

std::string Metrics::text() const {
  generation_.Set(static_cast<double>(engine_.generation()));
  articles_.Set(static_cast<double>(engine_.articles()));
  created_.Set(seconds_since_epoch(engine_.created()));
  auto families = registry_.Collect();
  add(families, "recap_search_partial_total", "Searches that ran out of time", MetricType::Counter,
      engine_.partial());
  std::lock_guard const lock(figures_mutex_);
  if (read_figures_) {
    auto const figures = read_figures_();
    constexpr auto gauge = MetricType::Gauge;
    add(families, "recap_http_connections", "Connections open", gauge, figures.load.connections);
    add(families, "recap_http_requests_in_flight", "Requests being answered", gauge,
        figures.load.in_flight);
    add(families, "recap_http_requests_waiting", "Of these, those that wait for a thread", gauge,
        figures.load.waiting);
    add(families, "recap_log_lines_lost_total", "Lines of logs that could not be written",
        MetricType::Counter, figures.log_lines_lost);
    add(families, "recap_answer_cache_hits_total", "Answers that were kept from an earlier request",
        MetricType::Counter, figures.cache_hits);
    add(families, "recap_answer_cache_bytes", "Size of the answers that are kept", gauge,
        figures.cache_bytes);
    if (figures.insights_lost)
      add(families, "recap_insights_lost",
          "Searches and clicks that could not be kept since the start", gauge,
          *figures.insights_lost);
  }
  for (auto& family : process_.collect())
    families.push_back(std::move(family));
  return prometheus::TextSerializer().prometheus::Serializer::Serialize(families);
}

} // namespace recap
