// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/run.hpp"

#include "indexer/sources/standard_input.hpp"
#include "indexer/update/averages.hpp"
#include "indexer/update/comparison.hpp"
#include "indexer/update/dry_run.hpp"
#include "indexer/write/generation_writer.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <thread>

namespace recap::indexer {
namespace {

namespace fs = std::filesystem;

/// Increment this when the same files would give different articles or notes; an index with another
/// number is rebuilt.
constexpr unsigned reader_version = 13;

/// The averages behind the impacts may be off by this factor before all impacts are recomputed.
constexpr double bearable_drift = 1.25;

/// Below this, starting writer processes and merging their output takes longer than writing.
constexpr std::uint64_t small_bytes = 4 * 1024 * 1024;

/// A few articles may be removed from any index, however small.
constexpr std::size_t always_allowed = 1;

std::string settings_of(RunOptions const& options) {
  return "reader=" + std::to_string(reader_version) + " base-url=" + options.reading.base_url +
         " style=" + to_string(options.reading.style);
}

/// The state before the run.
struct Base {
  std::optional<std::uint64_t> number; ///< the generation to change; none = rebuild
  State known;                         ///< its sources
  index::FieldLengths averages{};
  std::vector<std::string> ids; ///< of its current articles
  unsigned other_shards = 0;    ///< its number of shards, if that forces a rebuild
};

Base open_base(index::Store const& store, RunOptions const& options, bool rebuild) {
  Base base;
  try {
    auto const current = store.current();
    if (!current) return base;
    auto const manifest = store.read(*current);
    State known = read_state(store.generation_folder(*current) / index::sources_name);
    for (KnownFile const& file : known) {
      for (auto const& article : file.articles) {
        if (!article.is_draft()) base.ids.push_back(article.id);
      }
    }
    if (rebuild || manifest.settings != settings_of(options)) return base;
    if (manifest.shards != options.shards) {
      base.other_shards = manifest.shards;
      return base;
    }
    base.averages = manifest.average_lengths;
    base.known = std::move(known);
    base.number = current;
  } catch (index::Error const& error) {
    // An index of an older program is rebuilt; a damaged or newer one needs a decision.
    if (!rebuild && error.code() != index::ErrorCode::older) throw;
  }
  return base;
}

/// Why the run must stop; empty if it may continue.
std::string refusal(RunOptions const& options, Base const& base, Comparison const& comparison) {
  if (comparison.articles() == 0) return "no articles found in the sources";
  std::vector<std::string> gone;
  std::ranges::copy_if(base.ids, std::back_inserter(gone),
                       [&](auto const& id) { return !comparison.has(id); });
  bool const few = gone.size() <= always_allowed ||
                   gone.size() * 100 <= base.ids.size() * std::size_t{options.max_shrink};
  if (few || options.allow_shrink) return {};
  std::ranges::sort(gone);
  constexpr std::size_t most_named = 3;
  std::string names;
  for (std::size_t i = 0; i < std::min(gone.size(), most_named); ++i)
    names += visible(gone[i]) + ", ";
  return std::to_string(gone.size()) + " of " + std::to_string(base.ids.size()) +
         " articles would be removed (" + names + "...), more than --max-shrink " +
         std::to_string(options.max_shrink) +
         " percent; check that the sources are complete, or use --allow-shrink";
}

/// Writes the differences into a generation, which it creates for the first one.
class Rewrite : public Changes {
public:
  Rewrite(index::Store const& store, MessageLoop& loop, GenerationWriter::Plan const& plan)
      : store_(store)
      , loop_(loop)
      , plan_(plan) {}

  void put(Parsed article, Put put) override { writer().put(article.record, std::move(put.done)); }
  void remove(std::string const& id, std::string const&) override { writer().remove(id); }

  [[nodiscard]] bool any() const { return writer_.has_value(); }
  GenerationWriter& writer() {
    if (!writer_) writer_.emplace(store_, loop_, plan_);
    return *writer_;
  }

private:
  index::Store const& store_;
  MessageLoop& loop_;
  GenerationWriter::Plan plan_;
  std::optional<GenerationWriter> writer_;
};

bool drifted(index::FieldLengths const& averages, Comparison const& comparison) {
  double const assumed = averages[static_cast<std::size_t>(index::Part::body)];
  double const actual =
      static_cast<double>(comparison.body_words()) / static_cast<double>(comparison.articles());
  return assumed > 0 && (actual > assumed * bearable_drift || actual < assumed / bearable_drift);
}

/// The steps with which all runs begin.
struct Beginning {
  Beginning(RunOptions const& options, fs::path const& folder, Report& result)
      : report(result)
      , jobs(jobs_of(options))
      , pool(loop, jobs, options.reading)
      , progress(options.progress) {
    std::vector<std::string> places = options.sources;
    if (std::erase(places, "-") > 0) input.emplace(folder);
    report.site = options.site;
    report.warnings = options.remarks;
    files = list_sources(places, options.filter, report);
    if (input) files.push_back(input->source());
    for (auto const& file : files)
      bytes += file.mark.bytes;
    progress.begin(bytes);
  }

  Report& report;
  unsigned jobs;
  MessageLoop loop;
  ParserPool pool;
  Progress progress;
  std::uint64_t bytes = 0; ///< of the files
  std::optional<StandardInput> input;
  std::vector<SourceFile> files;
  std::chrono::steady_clock::time_point time = std::chrono::steady_clock::now();

  void finish() {
    progress.end();
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - time).count();
  }
};

/// Returns true if the index is up to date; false if the averages have drifted so far that it must
/// be rebuilt.
bool execute(RunOptions const& options, index::Store const& store, Beginning& begun, bool rebuild) {
  Base base = open_base(store, options, rebuild);
  begun.report.other_shards = base.other_shards;
  if (!base.number)
    base.averages = sample_average_lengths(begun.files, options.reading, begun.pool);
  Rewrite rewrite(store, begun.loop,
                  {.base = base.number,
                   .average_lengths = base.averages,
                   .jobs = begun.bytes > small_bytes ? begun.jobs : 1,
                   .shards = options.shards});
  Comparison comparison(std::move(base.known), options.reading, rewrite, begun.report);
  comparison.compare(begun.files, begun.pool, begun.progress);
  if (auto const reason = refusal(options, base, comparison); !reason.empty())
    throw std::invalid_argument(reason + "; the index is unchanged");
  comparison.remove_vanished();
  if (!rewrite.any()) {
    begun.report.generation = base.number.value_or(0);
    return true;
  }
  if (base.number) rewrite.writer().settle(); // computes the current averages
  // A rebuild cannot keep earlier versions, so it waits until all articles can be read.
  if (base.number && !comparison.keeps_earlier() && drifted(base.averages, comparison))
    return false;
  begun.progress.enter("merging and publishing");
  rewrite.writer().finish();
  begun.report.generation = rewrite.writer().publish(
      {settings_of(options), comparison.articles(), comparison.body_words(), options.keep},
      comparison.notes());
  return true;
}

} // namespace

unsigned jobs_of(RunOptions const& options) {
  return options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

void run(RunOptions const& options, Report& report) {
  index::Store const store(options.database);
  index::Lock const lock(store);
  Beginning begun(options, store.folder(), report);
  Report const listed = report;
  if (!execute(options, store, begun, options.rebuild)) {
    report = listed;
    static_cast<void>(execute(options, store, begun, true));
  }
  begun.finish();
}

void dry_run(RunOptions const& options, Report& report) {
  index::Store const store(options.database);
  Beginning begun(options, fs::temp_directory_path(), report);
  Base base = open_base(store, options, options.rebuild);
  begun.report.other_shards = base.other_shards;
  DryRun changes(store, base.number, begun.report);
  Comparison comparison(std::move(base.known), options.reading, changes, begun.report);
  comparison.compare(begun.files, begun.pool, begun.progress);
  comparison.remove_vanished();
  begun.report.refusal = refusal(options, base, comparison);
  begun.report.generation = base.number.value_or(0);
  begun.finish();
}

} // namespace recap::indexer
