// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/segment_pieces.hpp"

#include <deque>
#include <string>

namespace recap::indexer {

namespace fs = std::filesystem;

index::SegmentNames segment_names(std::uint64_t generation) {
  auto const number = std::to_string(generation);
  return {"words-" + number, "articles-" + number};
}

void SegmentPieces::add(fs::path const& folder, std::uint32_t offset) {
  folders_.push_back({folder, offset});
}

void SegmentPieces::add(index::SegmentWords const& words, index::SegmentArticles const& articles,
                        std::function<bool(std::uint32_t docid)> live) {
  segments_.push_back({.words = &words, .articles = &articles, .live = std::move(live)});
}

void SegmentPieces::merge(fs::path const& place, index::SegmentNames const& names,
                          index::DeadCounts dead) {
  auto const piece_names = segment_names(0);
  auto const [words, articles] = names;
  if (segments_.empty() && folders_.size() == 1 && folders_.front().offset == 0) {
    auto const& folder = folders_.front().folder;
    fs::rename(folder / piece_names.words, place / words);
    fs::rename(folder / piece_names.articles, place / articles);
    return;
  }
  struct Opened {
    index::SegmentWords words;
    index::SegmentArticles articles;
  };
  std::deque<Opened> opened;
  auto sources = segments_;
  for (auto const& [folder, offset] : folders_) {
    auto const& piece =
        opened.emplace_back(Opened{index::SegmentWords(folder / piece_names.words),
                                   index::SegmentArticles(folder / piece_names.articles)});
    sources.push_back({.words = &piece.words, .articles = &piece.articles, .docid_offset = offset});
  }
  index::merge_segments(sources, place / words, place / articles, dead);
  opened.clear();
  for (auto const& [folder, offset] : folders_) { // it may contain a database that is still needed
    fs::remove(folder / piece_names.words);
    fs::remove(folder / piece_names.articles);
  }
}

} // namespace recap::indexer
