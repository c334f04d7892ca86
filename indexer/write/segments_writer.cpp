// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/segments_writer.hpp"

#include "indexer/report/difference.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace recap::indexer {
namespace {

namespace fs = std::filesystem;

/// Text kept in memory as records before it is inverted.
constexpr std::size_t piece_bytes = 8 * 1024 * 1024;

/// Numbers of segments in `live`.
constexpr std::uint8_t nowhere = 0;
constexpr std::uint8_t first = 1;
constexpr std::uint8_t second = 2;
constexpr std::uint8_t fresh = 3;

/// If more than one in this many articles is in the second segment or dead in the first, everything
/// is merged into one segment: every search reads the second, and every run rewrites it.
constexpr std::size_t bearable_share = 10;

/// Approximate size of a record in memory.
std::size_t bytes_of(index::Record const& record) {
  return sizeof record + record.title.size() + record.summary.size() + text_bytes(record);
}

index::ManifestFile const& row_of(index::Manifest const& manifest, std::string const& name) {
  auto const row = std::ranges::find(manifest.files, name, &index::ManifestFile::name);
  if (row == manifest.files.end()) {
    throw index::Error(index::ErrorCode::damaged,
                       "the manifest does not list " + name + "; index again with --rebuild");
  }
  return *row;
}

} // namespace

SegmentsWriter::SegmentsWriter(fs::path work, index::FieldLengths const& average_lengths,
                               std::optional<Base> base)
    : work_(std::move(work))
    , builder_(average_lengths)
    , base_(std::move(base)) {
  fs::create_directories(work_);
  if (!base_) return;
  segments_.emplace(base_->folder, base_->manifest.segments);
  auto const bytes = segments_->live().bytes();
  live_.assign(bytes.begin(), bytes.end());
}

void SegmentsWriter::put(std::uint32_t docid, index::Record record, Done done) {
  if (docid >= live_.size()) live_.resize(docid + std::size_t{1}, nowhere);
  live_[docid] = fresh;
  pending_bytes_ += bytes_of(record);
  pending_.push_back({docid, std::move(record), std::move(done)});
  if (pending_bytes_ < piece_bytes) return;
  write_pending();
  end_piece();
}

void SegmentsWriter::remove(std::uint32_t docid) {
  if (docid < live_.size()) live_[docid] = nowhere;
}

void SegmentsWriter::settle() {
  write_pending();
}

/// Sorted by number, because a piece has its articles in that order, and sources have another.
void SegmentsWriter::write_pending() {
  if (writes_ && !pending_.empty()) end_piece();
  std::ranges::sort(pending_, {}, &Pending::docid);
  for (auto& [docid, record, done] : pending_) {
    auto const& built = builder_.build(record);
    writer_.add(segment_article(docid, record, built));
    writes_ = true;
    done(built.body_words());
    record = {};
  }
  pending_.clear();
  pending_bytes_ = 0;
}

void SegmentsWriter::end_piece() {
  if (!std::exchange(writes_, false)) return;
  auto const folder = work_ / ("segment-" + std::to_string(pieces_.size()));
  fs::create_directories(folder);
  auto const names = segment_names(0);
  writer_.finish(folder / names.words, folder / names.articles);
  pieces_.add(folder);
}

bool SegmentsWriter::is_in_first(std::uint32_t docid) const {
  return segments_->live().bytes()[docid] == first;
}

bool SegmentsWriter::second_is_large() const {
  auto const in_first = static_cast<std::size_t>(std::ranges::count(live_, first));
  auto const all = live_.size() - static_cast<std::size_t>(std::ranges::count(live_, nowhere));
  auto const dead = segments_->words(0).articles() - in_first;
  return (all - in_first + dead) * bearable_share > all;
}

/// Finds the terms of dead articles of the first segment by analysing them, because Xapian does not
/// have their terms.
void SegmentsWriter::count_dead() {
  auto const known = static_cast<std::uint32_t>(segments_->live().bytes().size());
  for (std::uint32_t docid = 0; docid < known; ++docid) {
    if (!is_in_first(docid) || live_[docid] == first) continue;
    auto record = segments_->record(docid);
    writer_.count_dead(builder_.build(record).terms);
    writes_ = true;
  }
}

void SegmentsWriter::add_base(SegmentPieces& pieces, std::size_t segment) const {
  pieces.add(segments_->words(segment), segments_->articles(segment),
             [this, number = segment + 1](std::uint32_t docid) {
               return docid < live_.size() && live_[docid] == number;
             });
}

std::vector<index::SegmentNames> SegmentsWriter::finish(index::NewGeneration& draft) {
  write_pending();
  std::vector<index::SegmentNames> names;
  bool const keeps_first = base_ && !second_is_large();
  if (keeps_first) count_dead();
  end_piece();
  for (std::size_t segment = keeps_first ? 1 : 0; base_ && segment < segments_->size(); ++segment)
    add_base(pieces_, segment);
  if (keeps_first) {
    names.push_back(base_->manifest.segments.front());
    for (auto const& name : {names.front().words, names.front().articles})
      draft.share(base_->folder, row_of(base_->manifest, name));
  }
  names.push_back(segment_names(draft.number()));
  pieces_.merge(draft.folder(), names.back(),
                keeps_first ? index::DeadCounts::sum : index::DeadCounts::drop);
  for (auto& number : live_) {
    if (number != nowhere && (number != first || !keeps_first))
      number = keeps_first ? second : first;
  }
  index::write_live_articles(live_, draft.folder() / index::live_name);
  return names;
}

} // namespace recap::indexer
