// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/generation.hpp"
#include "index/segment/articles.hpp"
#include "index/segment/live_articles.hpp"
#include "index/segment/words.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace recap::index {

/// The open segments of an unsharded generation: their articles, and which of these are live. With
/// two segments, the first has nearly all articles, and the second those that changed since. Mapped
/// and immutable: any thread may read.
class Segments {
public:
  /// `folder`: of the generation, `names`: Manifest::segments. Throws Error(damaged).
  Segments(std::filesystem::path const& folder, std::span<SegmentNames const> names);

  [[nodiscard]] std::size_t size() const { return opened_.size(); }
  /// By place in the manifest, from 0.
  [[nodiscard]] SegmentWords const& words(std::size_t segment) const {
    return opened_[segment].words;
  }
  [[nodiscard]] SegmentArticles const& articles(std::size_t segment) const {
    return opened_[segment].articles;
  }
  [[nodiscard]] LiveArticles const& live() const { return live_; }

  struct Place {
    std::size_t segment = 0;
    std::uint32_t local = 0; ///< number of the article in it
  };
  /// The place of the live article; nullopt if there is none. Throws Error(damaged) if its segment
  /// does not have it.
  [[nodiscard]] std::optional<Place> place(std::uint32_t docid) const;

  /// True if the article in this segment is the live one.
  [[nodiscard]] bool in_force(std::size_t segment, std::uint32_t docid) const {
    return live_.segment(docid) == segment;
  }

  /// The live article with its texts. Throws Error(damaged), also if there is none.
  [[nodiscard]] Record record(std::uint32_t docid) const;

  /// Number of live articles that have the term with an impact. Exact.
  [[nodiscard]] std::uint32_t document_frequency(std::string_view term) const;

private:
  struct Opened {
    SegmentWords words;
    SegmentArticles articles;
  };
  std::filesystem::path folder_;
  std::vector<Opened> opened_;
  LiveArticles live_;
};

/// Iterates over the terms of several segments in byte order, skipping those without an impact in
/// any live article. Valid as long as the segments.
class TermsInForce {
public:
  /// From the first term >= `begin`.
  explicit TermsInForce(Segments const& segments, std::string_view begin = {});

  [[nodiscard]] explicit operator bool() const { return document_frequency_ != 0; }
  [[nodiscard]] std::string const& term() const { return term_; }
  [[nodiscard]] std::uint32_t document_frequency() const { return document_frequency_; }
  TermsInForce& operator++();

private:
  std::vector<SegmentWords::TermIterator> iterators_;
  std::string term_;
  std::uint32_t document_frequency_ = 0;
};

} // namespace recap::index
