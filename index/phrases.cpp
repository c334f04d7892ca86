// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/phrases.hpp"

#include "index/error.hpp"
#include "index/file_parts.hpp"
#include "index/phrases_format.hpp"

#include <algorithm>
#include <cstring>
#include <ranges>

namespace recap::index {

Phrases::Phrases(std::filesystem::path const& file)
    : file_(file.string())
    , mapped_(file) {
  PhrasesHeader header;
  PhrasesHeader const ours;
  auto const content = mapped_.bytes();
  if (content.size() < sizeof header) damaged();
  std::memcpy(&header, content.data(), sizeof header);
  if (header.magic != ours.magic || header.byte_order != ours.byte_order) damaged();
  FileParts parts(content.substr(sizeof header));
  for (std::size_t by = 0; by < starts_.size(); ++by) {
    auto& starts = starts_[by];
    starts.kinds = header.kinds[by];
    if (!std::ranges::is_sorted(starts.kinds)) damaged();
    std::size_t const count = starts.kinds.back();
    auto const ranks = parts.take<std::uint32_t>(count);
    starts.ranks = {ranks, parts.take<std::uint32_t>(RankedList::maxima_size(count))};
    starts.phrases = parts.take<std::uint32_t>(count);
  }
  documents_ = parts.take<std::uint32_t>(header.phrases);
  days_ = parts.take<std::uint32_t>(header.phrases);
  offsets_ = parts.take<std::uint32_t>(std::size_t{header.phrases} + 1);
  for (auto& starts : starts_)
    starts.offsets = parts.take<std::uint16_t>(starts.kinds.back());
  key_bytes_ = parts.take<std::uint16_t>(header.phrases);
  initial_bytes_ = parts.take<std::uint16_t>(header.phrases);
  kinds_ = parts.take<std::uint8_t>(header.phrases);
  bytes_ = parts.take_bytes(header.text_bytes);
  if (!parts.fit()) damaged();
}

void Phrases::damaged() const {
  throw Error(ErrorCode::damaged, file_ + ": no file of phrases; index again with --rebuild");
}

Phrase Phrases::phrase(std::size_t place) const {
  if (place >= documents_.size() || kinds_[place] >= phrase_kinds) damaged();
  std::size_t const begin = offsets_[place];
  std::size_t const end = offsets_[place + 1];
  std::size_t const keys = key_bytes_[place];
  std::size_t const before_text = keys + initial_bytes_[place];
  if (end > bytes_.size() || begin > end || before_text > end - begin) damaged();
  return {.kind = static_cast<PhraseKind>(kinds_[place]),
          .text = bytes_.substr(begin + before_text, end - begin - before_text),
          .keys = bytes_.substr(begin, keys),
          .documents = documents_[place],
          .day = days_[place]};
}

std::string_view Phrases::text_from(By by, std::size_t entry) const {
  Starts const& starts = starts_[static_cast<std::size_t>(by)];
  auto const found = phrase(starts.phrases[entry]);
  auto text = found.keys;
  if (by == By::initials) {
    text = bytes_.substr(offsets_[starts.phrases[entry]] + text.size(),
                         initial_bytes_[starts.phrases[entry]]);
  }
  if (starts.offsets[entry] > text.size()) damaged();
  return text.substr(starts.offsets[entry]);
}

std::vector<Phrase> Phrases::beginning(PhraseKind kind, std::string_view keys, std::size_t most,
                                       By by) const {
  Starts const& starts = starts_[static_cast<std::size_t>(by)];
  auto const number = static_cast<std::size_t>(kind);
  auto const entries =
      std::views::iota(std::size_t{starts.kinds[number]}, std::size_t{starts.kinds[number + 1]});
  auto const range = std::ranges::equal_range(entries, keys, {}, [&](std::size_t entry) {
    return text_from(by, entry).substr(0, keys.size());
  });
  std::vector<Phrase> found;
  if (range.empty()) return found;
  std::vector<std::uint32_t> seen;
  RankedList::Best best(starts.ranks, range.front(), range.back() + 1);
  while (found.size() < most) {
    auto const entry = best.next();
    if (!entry) break;
    auto const place = starts.phrases[*entry];
    if (std::ranges::find(seen, place) != seen.end()) continue;
    seen.push_back(place);
    found.push_back(phrase(place));
  }
  return found;
}

} // namespace recap::index
