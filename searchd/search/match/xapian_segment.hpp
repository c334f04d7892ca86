// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/segment.hpp"
#include "text/analyser.hpp"

#include <xapian.h>

#include <unordered_map>

namespace recap::search {

/// The articles of a Xapian database with all terms: of shards, possibly on other hosts. Caches
/// what these send for the duration of a request. An article's number is its docid.
class XapianSegment : public Segment {
public:
  /// `is_remote`: reading a single article costs a round trip.
  XapianSegment(Xapian::Database database, bool is_remote, text::Analyser& analyser);
  ~XapianSegment() override;

  [[nodiscard]] std::uint32_t end() const override;
  [[nodiscard]] std::uint32_t docid(std::uint32_t article) const override { return article; }
  [[nodiscard]] std::optional<std::uint32_t> article(std::uint32_t docid) const override;
  [[nodiscard]] bool is_live(std::uint32_t /*article*/) const override { return true; }
  [[nodiscard]] bool all_live() const override { return true; }
  [[nodiscard]] std::unique_ptr<Postings> all() override;
  [[nodiscard]] std::unique_ptr<Postings> postings(std::string_view term) override;
  [[nodiscard]] std::int64_t document_frequency(std::string_view term) override;
  [[nodiscard]] std::vector<std::uint32_t> positions(std::uint32_t article,
                                                     std::string_view term) override;
  void look_up(std::span<std::string const> terms) override;
  [[nodiscard]] std::vector<WeighedStem> heaviest_stems(std::span<ArticleShare const> articles,
                                                        std::size_t most) override;
  [[nodiscard]] index::Record record(std::uint32_t article) override;
  [[nodiscard]] index::Record fields(std::uint32_t article) override;
  [[nodiscard]] std::uint32_t heading_words(std::uint32_t article, std::size_t section) override;
  [[nodiscard]] std::vector<std::uint32_t> places(std::uint32_t article,
                                                  std::size_t section) override;
  [[nodiscard]] TextWindow window(WindowRequest const& request) override;
  [[nodiscard]] std::vector<std::string> terms_beginning(std::string_view prefix,
                                                         std::size_t most) override;
  void begin() override;

private:
  [[nodiscard]] index::Record const& known_record(std::uint32_t article);
  [[nodiscard]] std::string const& packed_positions(std::uint32_t article);

  Xapian::Database database_;
  bool is_remote_;
  text::Analyser& analyser_;
  std::unordered_map<std::string, Xapian::doccount> frequencies_;
  using List = std::shared_ptr<std::vector<index::Posting> const>;
  std::unordered_map<std::string, List> lists_;              ///< of other hosts too
  std::unordered_map<std::uint32_t, std::string> positions_; ///< of articles on other hosts
  Xapian::ValueIterator stream_;                             ///< of articles on this host
  bool has_stream_ = false;
  std::uint32_t positions_of_ = 0;
  std::string last_positions_;
  std::uint32_t record_of_ = 0;
  index::Record last_record_;
};

} // namespace recap::search
