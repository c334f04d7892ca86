// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/remote_segment.hpp"

#include "index/fields.hpp"
#include "searchd/search/match/xapian_postings.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace recap::search {
namespace {

/// About 10 MB.
constexpr std::size_t most_frequencies = 100'000;

/// A list that was read completely.
class KnownPostings : public Postings {
public:
  explicit KnownPostings(std::shared_ptr<std::vector<index::Posting> const> list)
      : list_(std::move(list)) {}

  [[nodiscard]] std::uint32_t size() const override {
    return static_cast<std::uint32_t>(list_->size());
  }
  [[nodiscard]] std::span<index::Posting const> next_block(std::uint32_t end) override {
    auto const rest = std::span(*list_).subspan(at_);
    auto const below = std::ranges::lower_bound(rest, end, {}, &index::Posting::article);
    auto const count = static_cast<std::size_t>(below - rest.begin());
    at_ += count;
    return rest.first(count);
  }

  [[nodiscard]] std::optional<index::Posting> seek(std::uint32_t target) override {
    auto const rest = std::span(*list_).subspan(at_);
    auto const found = std::ranges::lower_bound(rest, target, {}, &index::Posting::article);
    at_ += static_cast<std::size_t>(found - rest.begin());
    return found == rest.end() ? std::nullopt : std::optional(*found);
  }

private:
  std::shared_ptr<std::vector<index::Posting> const> list_;
  std::size_t at_ = 0;
};

std::vector<index::Posting> read_whole(XapianPostings list) {
  std::vector<index::Posting> all;
  constexpr auto end = std::numeric_limits<std::uint32_t>::max();
  for (auto block = list.next_block(end); !block.empty(); block = list.next_block(end))
    all.insert(all.end(), block.begin(), block.end());
  return all;
}

} // namespace

std::unique_ptr<Postings> RemoteSegment::postings(std::string_view term) {
  std::string key(term);
  auto& known = lists_[key];
  if (!known)
    known =
        std::make_shared<std::vector<index::Posting>>(read_whole(XapianPostings(database(), key)));
  if (known->empty()) return nullptr;
  return std::make_unique<KnownPostings>(known);
}

void RemoteSegment::look_up(std::span<std::string const> terms) {
  std::vector<Xapian::Query> unknown;
  for (auto const& term : terms) {
    if (!frequencies_.contains(term)) unknown.emplace_back(term);
  }
  if (unknown.empty()) return;
  // Enquire sends the frequencies of all terms in one message, before the query is run.
  Xapian::Enquire enquire(database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, unknown.begin(), unknown.end()));
  auto const found = enquire.get_mset(0, 0);
  for (auto const& term : terms)
    frequencies_.try_emplace(term, found.get_termfreq(term));
}

std::int64_t RemoteSegment::document_frequency(std::string_view term) {
  auto const [known, is_new] = frequencies_.try_emplace(std::string(term));
  if (is_new) known->second = database().get_termfreq(known->first);
  return known->second;
}

std::string const& RemoteSegment::packed_positions(std::uint32_t article) {
  auto const [known, is_new] = positions_.try_emplace(article);
  if (is_new) known->second = database().get_document(article).get_value(index::positions_slot);
  return known->second;
}

void RemoteSegment::begin() {
  XapianSegment::begin();
  lists_.clear();
  positions_.clear();
  if (frequencies_.size() > most_frequencies) frequencies_.clear();
}

std::vector<SlotValue> values_at_once(Xapian::Database const& database, std::uint32_t slot) {
  // Any order will do; Enquire returns the values in one message.
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(std::string()));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(slot, false);
  auto const found = enquire.get_mset(0, database.get_doccount());
  std::vector<SlotValue> values;
  for (auto at = found.begin(); at != found.end(); ++at)
    values.push_back({*at, at.get_sort_key()});
  std::ranges::sort(values, {}, &SlotValue::docid);
  return values;
}

} // namespace recap::search
