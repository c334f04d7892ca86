// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/segment.hpp"
#include "text/analyser.hpp"

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recap::search {

/// The articles of a Xapian database that has all terms, as shards do. An article's number is its
/// docid.
class XapianSegment : public Segment {
public:
  XapianSegment(Xapian::Database database, text::Analyser& analyser);
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

protected:
  [[nodiscard]] Xapian::Database const& database() const { return database_; }

  /// The encoded positions of an article (index::Positions), valid until the next call.
  [[nodiscard]] virtual std::string const& packed_positions(std::uint32_t article);

private:
  [[nodiscard]] index::Record const& known_record(std::uint32_t article);

  Xapian::Database database_;
  text::Analyser& analyser_;
  Xapian::ValueIterator stream_; ///< of positions
  bool has_stream_ = false;
  std::uint32_t positions_of_ = 0;
  std::string last_positions_;
  std::uint32_t record_of_ = 0;
  index::Record last_record_;
};

} // namespace recap::search
