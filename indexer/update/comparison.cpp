// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/comparison.hpp"

#include "index/checksum.hpp"
#include "indexer/sources/standard_input.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>

namespace recap::indexer {
namespace {

/// A file modified this recently may be modified again within the same time stamp.
constexpr std::int64_t racy_ns = 2'000'000'000;

constexpr std::string_view kept_note = "; its last indexed version is kept";

std::int64_t now_ns() {
  auto const since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(since_epoch).count();
}

/// False for a file that may change without a new time stamp: modified just now, or in the future
/// by a clock that was turned back since.
bool is_settled(FileMark const& mark) {
  return now_ns() - std::max(mark.modified_ns, mark.changed_ns) > racy_ns;
}

/// The folder of `place`; nullopt at the root of a source's paths.
std::optional<std::string_view> folder_of(std::string_view place) {
  bool const first = place == "." || place == "/" || place == standard_input_name ||
                     place == ".." || place.ends_with("/..");
  if (first) return std::nullopt;
  auto const slash = place.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return slash == 0 ? "/" : place.substr(0, slash);
}

/// Numbers the files and folders of the sources.
class NumberedPaths {
public:
  void add(std::string const& path, std::size_t number) {
    auto place = std::filesystem::path(path).lexically_normal().generic_string();
    if (place.size() > 1 && place.ends_with('/')) place.pop_back();
    numbers_.emplace(std::move(place), number);
  }

  [[nodiscard]] bool empty() const { return numbers_.empty(); }

  /// The number of the innermost path that is `name` or contains it.
  [[nodiscard]] std::optional<std::size_t> number_above(std::string_view name) const {
    for (std::optional place = name; place; place = folder_of(*place)) {
      if (auto const found = numbers_.find(*place); found != numbers_.end()) return found->second;
    }
    return std::nullopt;
  }

private:
  std::map<std::string, std::size_t, std::less<>> numbers_;
};

} // namespace

Comparison::Comparison(State known, ReadOptions const& options, Changes& changes, Report& report)
    : known_(std::move(known))
    , options_(options)
    , changes_(changes)
    , report_(report) {
  judge_broken_links();
  not_listed_ = report_.skips.size();
  for (KnownFile const& file : known_) {
    for (auto const& article : file.articles) {
      if (!article.is_draft()) vanished_.emplace(article.id, file.name);
    }
  }
}

void Comparison::compare(std::vector<SourceFile> const& files, ParserPool& pool,
                         Progress& progress) {
  progress_ = &progress;
  owners_.reserve(files.size());
  for (SourceFile const& file : files)
    take(file, pool);
  pool.finish();
  keep_not_listed();
}

void Comparison::take(SourceFile const& file, ParserPool& pool) {
  auto const known = known_.find(file.name);
  auto& visit = visits_.emplace_back();
  visit.file = &file;
  visit.before = known == known_.end() ? nullptr : &*known;
  visit.note = next_.size();
  auto& next = next_.emplace_back();
  next.name = file.name;
  next.source_bytes = static_cast<std::uint32_t>(file.name.size() - file.relative.size());
  if (is_settled(file.mark)) next.mark = file.mark;
  auto const* const before = visit.before;
  bool const same_file = before != nullptr && before->source_bytes == next.source_bytes &&
                         !before->checksum.empty() && before->mark == file.mark;
  if (same_file) {
    next.checksum = before->checksum;
    progress_->advance(file.mark.bytes, before->articles.size());
    return pool.then([this, &visit] {
      for (auto const& article : visit.before->articles)
        take_unchanged(visit, 0, article);
      finish(visit);
    });
  }
  try {
    read(visit, pool);
  } catch (metadata::Unreadable const& error) {
    next.checksum.clear();
    std::error_code unknown;
    bool const there = std::filesystem::exists(file.path, unknown) || unknown;
    Skip skip{file.name, error.line(), there ? error.what() : "vanished while it was read"};
    pool.then([&visit, skip = std::move(skip)] { visit.skips.push_back(skip); });
  }
  pool.then([this, &visit] { finish(visit); });
}

void Comparison::read(Visit& visit, ParserPool& pool) {
  SourceFile const& file = *visit.file;
  auto const* const before = visit.before;
  std::unordered_map<std::string, KnownArticle const*> by_hash;
  if (before != nullptr && before->source_bytes == next_[visit.note].source_bytes) {
    for (auto const& article : before->articles)
      by_hash.emplace(article.hash, &article);
  }
  std::string content_hashes;
  auto const visit_article = [&](RawArticle const& raw) {
    progress_->advance(raw.bytes.size(), 1);
    std::string hash = index::checksum(raw.bytes);
    content_hashes += hash;
    auto const same = by_hash.find(hash);
    std::size_t const line = raw.line;
    if (same != by_hash.end() && !raw.too_large) {
      pool.then(
          [this, &visit, line, article = same->second] { take_unchanged(visit, line, *article); });
    } else {
      pool.parse(raw, file, ParseGoal::record,
                 [this, &visit, line, hash = std::move(hash)](Parsed parsed) {
                   receive(visit, line, hash, std::move(parsed));
                 });
    }
  };
  for_each_article(file, options_, visit_article);
  next_[visit.note].checksum = index::checksum(content_hashes);
}

void Comparison::receive(Visit& visit, std::size_t line, std::string hash, Parsed parsed) {
  if (!parsed.readable) {
    visit.skips.push_back({visit.file->name, parsed.line, parsed.reason});
  } else if (parsed.draft) {
    ++report_.drafts;
    // The same bytes may be a published article in the next run.
    if (parsed.scheduled) hash.clear();
    visit.is_scheduled = visit.is_scheduled || parsed.scheduled;
    next_[visit.note].articles.push_back({.hash = std::move(hash)});
  } else if (claim(visit, parsed.id, line)) {
    for (auto& remark : parsed.remarks)
      report_.warnings.push_back({visit.file->name, remark.line, std::move(remark.text)});
    bool const was_there = vanished_.contains(parsed.id);
    ++(was_there ? report_.changed : report_.added);
    std::size_t const note = visit.note;
    std::size_t const at = next_[note].articles.size();
    keep(visit, {.id = parsed.id, .hash = std::move(hash)});
    changes_.put(std::move(parsed), {.file = visit.file->name,
                                     .line = line,
                                     .was_there = was_there,
                                     .done = [this, note, at](std::uint64_t words) {
                                       next_[note].articles[at].words = words;
                                       body_words_ += words;
                                     }});
  }
}

/// Claims `id` for the file. If it is taken, returns false and adds a skip that names both files.
bool Comparison::claim(Visit& visit, std::string const& id, std::size_t line) {
  auto const [owner, is_free] = owners_.emplace(id, visit.file->name);
  if (is_free) return true;
  visit.skips.push_back({visit.file->name, line, taken_id(id, owner->second)});
  return false;
}

void Comparison::keep(Visit const& visit, KnownArticle const& article) {
  body_words_ += article.words;
  ++articles_;
  vanished_.erase(article.id);
  next_[visit.note].articles.push_back(article);
}

void Comparison::take_unchanged(Visit& visit, std::size_t line, KnownArticle const& article) {
  if (article.is_draft()) {
    ++report_.drafts;
    next_[visit.note].articles.push_back(article);
  } else if (claim(visit, article.id, line)) {
    ++report_.unchanged;
    keep(visit, article);
  }
}

/// Keeps the articles of a file that cannot be read now; returns false if there are none.
bool Comparison::keep_earlier(Visit const& visit) {
  next_[visit.note].checksum.clear(); // read it again in the next run
  if (visit.before == nullptr) return false;
  next_[visit.note].source_bytes = visit.before->source_bytes; // the ids depend on it
  bool kept = false;
  for (auto const& article : visit.before->articles) {
    if (!vanished_.contains(article.id) || !owners_.emplace(article.id, visit.before->name).second)
      continue;
    kept = true;
    ++report_.unchanged;
    keep(visit, article);
  }
  keeps_earlier_ = keeps_earlier_ || kept;
  return kept;
}

void Comparison::finish(Visit& visit) {
  if (visit.is_scheduled) next_[visit.note].checksum.clear(); // read it again in the next run
  if (visit.skips.empty()) return;
  if (keep_earlier(visit)) visit.skips.front().reason += kept_note;
  for (auto& skip : visit.skips)
    report_.skips.push_back(std::move(skip));
}

/// A broken link that never led to articles is ignored like a file of another kind.
void Comparison::judge_broken_links() {
  auto links = std::exchange(report_.broken_links, {});
  NumberedPaths paths;
  for (std::size_t link = 0; link < links.size(); ++link)
    paths.add(links[link].path, link);
  std::vector<bool> led_to_articles(links.size());
  if (!paths.empty()) {
    for (KnownFile const& before : known_) {
      bool const any = !std::ranges::all_of(before.articles, &KnownArticle::is_draft);
      auto const link = any ? paths.number_above(before.name) : std::nullopt;
      if (link) led_to_articles[*link] = true;
    }
  }
  for (std::size_t link = 0; link < links.size(); ++link)
    (led_to_articles[link] ? report_.skips : report_.ignored).push_back(std::move(links[link]));
}

/// The articles below an unreadable folder are not removed.
void Comparison::keep_not_listed() {
  NumberedPaths paths;
  for (std::size_t skip = 0; skip < not_listed_; ++skip)
    paths.add(report_.skips[skip].path, skip);
  if (paths.empty()) return;
  for (KnownFile const& before : known_) {
    auto const skip = paths.number_above(before.name);
    if (!skip) continue;
    Visit const visit{.before = &before, .note = next_.size()};
    next_.emplace_back().name = before.name;
    std::string& reason = report_.skips[*skip].reason;
    if (keep_earlier(visit) && !reason.ends_with(kept_note)) reason += kept_note;
  }
}

void Comparison::remove_vanished() {
  for (auto const& [id, file] : vanished_) {
    changes_.remove(std::string(id), std::string(file));
    ++report_.removed;
  }
}

} // namespace recap::indexer
