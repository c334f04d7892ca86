// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/xapian_segment.hpp"

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace recap::search {

/// The articles of shards, some of them on other hosts, where each read costs a round trip. Reads
/// lists whole and frequencies together. Keeps lists for the duration of a request, and frequencies
/// longer.
class RemoteSegment : public XapianSegment {
public:
  using XapianSegment::XapianSegment;

  [[nodiscard]] std::unique_ptr<Postings> postings(std::string_view term) override;
  [[nodiscard]] std::int64_t document_frequency(std::string_view term) override;
  void look_up(std::span<std::string const> terms) override;
  void begin() override;

protected:
  [[nodiscard]] std::string const& packed_positions(std::uint32_t article) override;

private:
  using List = std::shared_ptr<std::vector<index::Posting> const>;

  std::unordered_map<std::string, Xapian::doccount> frequencies_;
  std::unordered_map<std::string, List> lists_;
  std::unordered_map<std::uint32_t, std::string> positions_;
};

/// The values of a slot, by docid, in one message from each host.
[[nodiscard]] std::vector<SlotValue> values_at_once(Xapian::Database const& database,
                                                    std::uint32_t slot);

} // namespace recap::search
