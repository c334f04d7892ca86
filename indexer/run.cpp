// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/run.hpp"

#include "index/checksum.hpp"
#include "index/generation.hpp"
#include "indexer/averages.hpp"
#include "indexer/generation_writer.hpp"
#include "indexer/standard_input.hpp"
#include "indexer/state.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <unordered_map>

namespace recap::indexer {
namespace {

namespace fs = std::filesystem;

/// Changes when the same files would give other articles; an index of another number is rebuilt.
constexpr unsigned reader_version = 2;

/// The averages behind the impacts may be off by this factor before all impacts are computed anew.
constexpr double bearable_drift = 1.25;

/// A file written to within this time may be written to again without a new time stamp.
constexpr std::int64_t racy_ns = 2'000'000'000;

std::int64_t now_ns() {
  auto const since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(since_epoch).count();
}

std::string checksum_of_source(SourceFile const& file) try {
  return index::checksum_of_file(file.path);
} catch (index::Error const&) {
  std::error_code error;
  throw Unreadable(fs::exists(file.path, error) || error ? "cannot be read; check that it may be"
                                                         : "vanished while it was read");
}

class Run {
public:
  Run(RunOptions const& options, index::Store const& store, std::vector<SourceFile> const& files,
      Report& report)
      : options_(options)
      , store_(store)
      , files_(files)
      , report_(report)
      , not_listed_(report.skips.size())
      , settings_("reader=" + std::to_string(reader_version) +
                  " base-url=" + options.reading.base_url) {}

  /// True when the index is as it should be; false when the averages have drifted so far
  /// that it has to be made anew.
  bool execute(bool rebuild) {
    if (!rebuild) open_base();
    if (!base_) averages_ = sample_average_lengths(files_, options_.reading);
    for (SourceFile const& file : files_)
      take(file);
    keep_not_listed();
    if (next_articles_ == 0)
      throw std::invalid_argument(
          "no articles found in the sources; the index is as it was before");
    remove_vanished();
    if (!writer_) {
      report_.generation = base_.value_or(0);
      return true;
    }
    if (base_ && drifted()) return false;
    report_.generation =
        writer_->publish({settings_, averages_, body_words_, options_.keep}, next_);
    return true;
  }

private:
  void open_base() {
    try {
      auto const current = store_.current();
      if (!current) return;
      auto const manifest = store_.read(*current);
      if (manifest.settings != settings_) return;
      known_ = read_state(store_.generation_folder(*current) / index::sources_name);
      averages_ = manifest.average_lengths;
      base_ = current;
    } catch (index::Error const& error) {
      // An index of an older program is made anew; a damaged or newer one needs a decision.
      if (error.code() != index::ErrorCode::older) throw;
    }
    for (auto const& [name, file] : known_) {
      for (auto const& article : file.articles)
        vanished_.emplace(article.id, false);
    }
  }

  GenerationWriter& writer() {
    if (!writer_) writer_.emplace(store_, base_, averages_);
    return *writer_;
  }

  /// Claims `id` for `file`; false, and a skip that names both, when it is taken.
  bool claim(std::string const& id, SourceFile const& file, std::size_t line) {
    auto const [owner, is_free] = owners_.emplace(id, file.name);
    if (is_free) return true;
    report_.skips.push_back(
        {file.name, line,
         "id \"" + id + "\" is taken by " + owner->second + "; give one of them another id"});
    return false;
  }

  void keep(KnownFile& next, KnownArticle const& article) {
    body_words_ += article.words;
    ++next_articles_;
    vanished_.erase(article.id);
    next.articles.push_back(article);
  }

  void take(SourceFile const& file) {
    auto const known = known_.find(file.name);
    KnownFile const* const before = known == known_.end() ? nullptr : &known->second;
    KnownFile next{
        .name = file.name, .bytes = file.bytes, .modified_ns = 0, .checksum = {}, .articles = {}};
    if (now_ns() - file.modified_ns > racy_ns) next.modified_ns = file.modified_ns;
    try {
      bool const same_time = before != nullptr && !before->checksum.empty() &&
                             before->modified_ns != 0 && before->bytes == file.bytes &&
                             before->modified_ns == file.modified_ns;
      next.checksum = same_time ? before->checksum : checksum_of_source(file);
      bool const same = before != nullptr && before->checksum == next.checksum;
      if (same) {
        for (auto const& article : before->articles)
          take_unchanged(article, file, next);
      } else {
        std::size_t const skips = report_.skips.size();
        read(file, before, next);
        if (report_.skips.size() > skips) keep_earlier(before, next, skips);
      }
    } catch (Unreadable const& error) {
      report_.skips.push_back({file.name, error.line(), error.what()});
      keep_earlier(before, next, report_.skips.size() - 1);
    }
    next_.push_back(std::move(next));
  }

  void take_unchanged(KnownArticle const& article, SourceFile const& file, KnownFile& next) {
    if (!claim(article.id, file, 0)) {
      next.checksum.clear(); // to be said again in the next run
      return;
    }
    ++report_.unchanged;
    keep(next, article);
  }

  /// A file with something unreadable in it: its articles that were not read now stay as they were.
  void keep_earlier(KnownFile const* before, KnownFile& next, std::size_t first_skip) {
    next.checksum.clear();
    if (before == nullptr) return;
    bool kept = false;
    for (auto const& article : before->articles) {
      if (!vanished_.contains(article.id) || !owners_.emplace(article.id, before->name).second)
        continue;
      kept = true;
      ++report_.unchanged;
      keep(next, article);
    }
    std::string_view constexpr note = "; what was indexed of it before stays";
    std::string& reason = report_.skips[first_skip].reason;
    if (kept && !reason.ends_with(note)) reason += note;
  }

  /// A folder that cannot be read has not lost its articles.
  void keep_not_listed() {
    for (std::size_t skip = 0; skip < not_listed_; ++skip) {
      auto place = fs::path(report_.skips[skip].path).lexically_normal().generic_string();
      if (place.ends_with('/')) place.pop_back();
      for (auto const& [name, before] : known_) {
        bool const below = name.starts_with(place) && (name == place || name[place.size()] == '/');
        if (!below) continue;
        KnownFile next{.name = name, .bytes = 0, .modified_ns = 0, .checksum = {}, .articles = {}};
        keep_earlier(&before, next, skip);
        next_.push_back(std::move(next));
      }
    }
  }

  void read(SourceFile const& file, KnownFile const* before, KnownFile& next) {
    std::unordered_map<std::string, KnownArticle const*> by_hash;
    if (before != nullptr) {
      for (auto const& article : before->articles)
        by_hash.emplace(article.hash, &article);
    }
    for_each_article(file, options_.reading, [&](RawArticle const& raw) {
      std::string hash = index::checksum(raw.bytes);
      auto const same = by_hash.find(hash);
      if (same != by_hash.end() && !raw.too_large) return take_unchanged(*same->second, file, next);
      try {
        Article article = parse_article(raw, file, options_.reading);
        if (article.draft) {
          ++report_.drafts;
        } else if (claim(article.record.id, file, raw.line)) {
          put(article.record, std::move(hash), next);
        }
      } catch (Unreadable const& error) {
        report_.skips.push_back({file.name, error.line(), error.what()});
      }
    });
  }

  void put(index::Record& record, std::string hash, KnownFile& next) {
    bool const was_there = vanished_.contains(record.id);
    ++(was_there ? report_.changed : report_.added);
    std::uint64_t const words = writer().put(record);
    keep(next, {.id = record.id, .hash = std::move(hash), .words = words});
  }

  void remove_vanished() {
    for (auto const& [id, unused] : vanished_) {
      writer().remove(id);
      ++report_.removed;
    }
  }

  [[nodiscard]] bool drifted() const {
    double const assumed = averages_[static_cast<std::size_t>(index::Part::body)];
    double const actual = static_cast<double>(body_words_) / static_cast<double>(next_articles_);
    return assumed > 0 && (actual > assumed * bearable_drift || actual < assumed / bearable_drift);
  }

  RunOptions const& options_;
  index::Store const& store_;
  std::vector<SourceFile> const& files_;
  Report& report_;
  std::size_t not_listed_; ///< skips at the begin of the report: places that could not be listed
  std::string settings_;
  std::optional<std::uint64_t> base_; ///< generation that is changed; none = made anew
  State known_;
  index::FieldLengths averages_{};
  std::optional<GenerationWriter> writer_; ///< from the first change on
  std::vector<KnownFile> next_;
  std::unordered_map<std::string, std::string> owners_; ///< id -> file, of this run
  std::unordered_map<std::string, bool> vanished_;      ///< ids of the base not met yet
  std::uint64_t body_words_ = 0;
  std::uint64_t next_articles_ = 0;
};

} // namespace

void run(RunOptions const& options, Report& report) {
  auto const begin = std::chrono::steady_clock::now();
  index::Store const store(options.database);
  index::Lock const lock(store);
  report = {};
  std::optional<StandardInput> input;
  std::vector<std::string> places = options.sources;
  if (std::erase(places, "-") > 0) input.emplace(store.folder());
  auto files = list_sources(places, report);
  if (input) files.push_back(input->source());
  Report const listed = report;
  if (!Run(options, store, files, report).execute(options.rebuild)) {
    report = listed;
    Run(options, store, files, report).execute(true);
  }
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace recap::indexer
