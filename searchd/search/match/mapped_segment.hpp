// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/segment/posting_cursor.hpp"
#include "index/segments.hpp"
#include "searchd/search/match/segment.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace recap::search {

/// A mapped segment of an unsharded generation.
class MappedSegment : public Segment {
public:
  /// `number`: place in `segments`, which must outlive it.
  MappedSegment(index::Segments const& segments, std::size_t number);

  [[nodiscard]] std::uint32_t end() const override { return words_.articles(); }
  [[nodiscard]] std::uint32_t docid(std::uint32_t article) const override {
    return words_.docids()[article];
  }
  [[nodiscard]] std::optional<std::uint32_t> article(std::uint32_t docid) const override;
  [[nodiscard]] bool is_live(std::uint32_t article) const override;
  [[nodiscard]] bool all_live() const override { return all_live_; }
  [[nodiscard]] std::unique_ptr<Postings> all() override;
  [[nodiscard]] std::unique_ptr<Postings> postings(std::string_view term) override;
  [[nodiscard]] std::int64_t document_frequency(std::string_view term) override;
  [[nodiscard]] std::vector<std::uint32_t> positions(std::uint32_t article,
                                                     std::string_view term) override;
  [[nodiscard]] std::vector<WeighedStem> heaviest_stems(std::span<ArticleShare const> articles,
                                                        std::size_t most) override;
  [[nodiscard]] std::vector<std::string> terms_beginning(std::string_view prefix,
                                                         std::size_t most) override;
  [[nodiscard]] index::Record record(std::uint32_t article) override;
  [[nodiscard]] index::Record fields(std::uint32_t article) override;
  [[nodiscard]] std::uint32_t heading_words(std::uint32_t article, std::size_t section) override;
  [[nodiscard]] std::vector<std::uint32_t> places(std::uint32_t article,
                                                  std::size_t section) override;
  [[nodiscard]] TextWindow window(WindowRequest const& request) override;
  void begin() override { cursors_.clear(); }

private:
  /// A list that is read for single articles, in ascending order or from the front again.
  struct Cursor {
    std::optional<index::TermEntry> entry;
    std::optional<index::PostingCursor> cursor;
    std::uint32_t reached = 0;
  };
  void add_positions(std::uint32_t article, std::string_view term,
                     std::vector<std::uint32_t>& positions);
  [[nodiscard]] std::vector<std::uint32_t> of_running_text(std::uint32_t article,
                                                           std::string_view term);

  index::Segments const& segments_;
  std::size_t number_;
  index::SegmentWords const& words_;
  bool all_live_;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view term) const {
      return std::hash<std::string_view>()(term);
    }
  };
  std::unordered_map<std::string, Cursor, Hash, std::equal_to<>> cursors_;
};

} // namespace recap::search
