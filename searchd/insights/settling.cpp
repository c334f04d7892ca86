// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/insights/settling.hpp"

#include <algorithm>

namespace recap::insights {
namespace {

/// True if one query may have been typed into the other: they begin alike. Different readers behind
/// one address mostly search for different things. Three bytes are a Hangul syllable, whose last
/// part changes during composition.
bool is_typed_on(std::string_view a, std::string_view b) {
  constexpr std::size_t enough = 3;
  auto const [end, other] = std::ranges::mismatch(a, b);
  auto const shared = static_cast<std::size_t>(end - a.begin());
  return shared >= std::min({enough, a.size(), b.size()});
}

} // namespace

std::vector<Asked> Settling::add(Asked asked, Clock::time_point now) {
  auto out = settled(now);
  if (auto const known = by_name_.find(asked.reader); known != by_name_.end()) {
    auto const before = known->second;
    by_name_.erase(known);
    if (!is_typed_on(before->asked.q, asked.q)) out.push_back(std::move(before->asked));
    readers_.erase(before);
  }
  if (readers_.size() >= most_readers_) give(out);
  readers_.push_back({std::move(asked), now});
  by_name_.emplace(readers_.back().asked.reader, std::prev(readers_.end()));
  return out;
}

std::vector<Asked> Settling::settled(Clock::time_point now) {
  std::vector<Asked> out;
  while (!readers_.empty() && readers_.front().since <= now - patience)
    give(out);
  return out;
}

std::vector<Asked> Settling::take(std::string const& reader) {
  auto const known = by_name_.find(reader);
  if (known == by_name_.end()) return {};
  auto const waiting = known->second;
  by_name_.erase(known);
  std::vector<Asked> out{std::move(waiting->asked)};
  readers_.erase(waiting);
  return out;
}

void Settling::give(std::vector<Asked>& out) {
  by_name_.erase(readers_.front().asked.reader);
  out.push_back(std::move(readers_.front().asked));
  readers_.pop_front();
}

} // namespace recap::insights
