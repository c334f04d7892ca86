// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/lever_trial.hpp"

#include "searchd/insights/store.hpp"
#include "searchd/search/query/pins.hpp"
#include "searchd/search/query/stop_word_list.hpp"
#include "searchd/search/query/synonyms.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace recap {
namespace {

constexpr unsigned days = 30;
constexpr unsigned most_queries = 100;

/// Nobody waits, and a search cut short would report changes that do not exist.
constexpr std::chrono::seconds budget{10};

struct Lever {
  std::string_view name;
  std::filesystem::path Options::* file;
};
constexpr auto levers = std::to_array<Lever>({
    {"synonyms", &Options::synonyms},
    {"pins", &Options::pins},
    {"stop-words", &Options::stop_words},
});

template <typename Rules>
void use(search::Engine& engine, RuleFile<Rules>& file) {
  if (auto rules = file.read_if_changed()) engine.use(std::move(rules));
}

void use(search::Engine& engine, LeverFiles& files) {
  use(engine, files.synonyms);
  use(engine, files.pins);
  use(engine, files.stop_words);
}

void use(search::Engine& engine, search::Levers levers_in_force) {
  engine.use(std::move(levers_in_force.synonyms));
  engine.use(std::move(levers_in_force.pins));
  engine.use(std::move(levers_in_force.stop_words));
}

/// The first page of a query.
struct Seen {
  std::vector<std::string> ids;
  std::size_t total = 0;
  bool is_refused = false;

  bool operator==(Seen const&) const = default;
};

Seen seen(search::Engine const& engine, std::string const& q) {
  search::Request request;
  request.q = q;
  request.budget = budget;
  try {
    auto const result = engine.search(request);
    Seen seen{.total = result.total_relaxed};
    for (auto const& hit : result.hits)
      seen.ids.push_back(hit.article.id);
    return seen;
  } catch (search::BadRequest const&) { // recorded under other limits
    return {.is_refused = true};
  }
}

std::size_t place_of(std::vector<std::string> const& ids, std::string const& id) {
  auto const found = std::ranges::find(ids, id);
  return found == ids.end() ? 0 : static_cast<std::size_t>(found - ids.begin()) + 1;
}

std::string difference(insights::QueryRow const& row, Seen const& before, Seen const& after) {
  std::string text = std::to_string(row.asked) + "  " + row.q + ": ";
  text += std::to_string(before.total) + " articles";
  if (after.total != before.total) text += ", then " + std::to_string(after.total);
  text += '\n';
  auto const line = [&text](std::string_view sign, std::size_t place, std::string const& rest) {
    text.append("  ").append(sign).append(place < 10 ? "  " : " ");
    text.append(std::to_string(place)).append("  ").append(rest).append("\n");
  };
  for (std::size_t i = 0; i < after.ids.size(); ++i) {
    auto const was = place_of(before.ids, after.ids[i]);
    if (was == 0) line("+", i + 1, after.ids[i]);
    if (was != 0 && was != i + 1) line(" ", i + 1, after.ids[i] + ", was " + std::to_string(was));
  }
  for (std::size_t i = 0; i < before.ids.size(); ++i) {
    if (place_of(after.ids, before.ids[i]) == 0) line("-", i + 1, before.ids[i]);
  }
  return text;
}

/// Parses `pins=new.toml`, and puts this file in place of the one in use.
void replace(Options& options, std::string const& trial) {
  auto const equals = trial.find('=');
  auto const lever = std::ranges::find(levers, trial.substr(0, equals), &Lever::name);
  if (equals == std::string::npos || lever == levers.end() || equals + 1 == trial.size()) {
    throw std::invalid_argument("--try " + trial +
                                ": takes synonyms=FILE, pins=FILE or stop-words=FILE");
  }
  options.*(lever->file) = trial.substr(equals + 1);
}

} // namespace

LeverFiles lever_files(Options const& options) {
  return {.synonyms = {options.synonyms, read_synonyms},
          .pins = {options.pins, read_pins},
          .stop_words = {options.stop_words, read_stop_words}};
}

std::string try_levers(search::Engine& engine, LeverFiles changed,
                       std::vector<insights::QueryRow> const& queries) {
  auto const in_force = engine.levers();
  std::vector<Seen> before;
  for (auto const& row : queries)
    before.push_back(seen(engine, row.q));
  use(engine, changed);
  std::string text;
  std::size_t differing = 0;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    auto const after = seen(engine, queries[i].q);
    if (after == before[i]) continue;
    ++differing;
    text += difference(queries[i], before[i], after);
  }
  use(engine, in_force);
  return text + std::to_string(differing) + " of " + std::to_string(queries.size()) +
         " queries would change\n";
}

std::string try_levers(Options const& options) {
  if (options.insights.empty()) {
    throw std::invalid_argument(
        "--try: takes the queries of --insights FILE, to see what would change for them");
  }
  auto changed = options;
  for (auto const& trial : options.trials)
    replace(changed, trial);
  auto const popular =
      insights::report_of(options.insights, days, most_queries, insights::today()).popular;
  search::Engine engine(options.database, options.query, options.remote);
  auto in_force = lever_files(options);
  use(engine, in_force);
  return try_levers(engine, lever_files(changed), popular);
}

} // namespace recap
