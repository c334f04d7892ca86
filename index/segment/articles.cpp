// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/articles.hpp"

#include "index/error.hpp"
#include "index/file_parts.hpp"
#include "index/segment/articles_state.hpp"
#include "index/segment/bytes.hpp"
#include "index/segment/stretch.hpp"

#include <algorithm>
#include <cstring>
#include <vector>

namespace recap::index {
namespace {

/// Writers use fewer dictionaries than this; each takes memory when it is opened.
constexpr std::uint32_t most_dictionaries_read = 64;

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::vector<std::uint32_t> kept_places(std::string_view places) {
  std::vector<std::uint32_t> offsets;
  ByteReader in(places);
  std::uint32_t offset = 0;
  while (in.left() > 0)
    offsets.push_back(offset += in.number());
  return offsets;
}

} // namespace

SegmentArticles::State::State(std::filesystem::path const& path)
    : file(path) {
  auto const bytes = file.bytes();
  ArticlesHeader header;
  bool fits = bytes.size() >= sizeof header;
  if (fits) {
    std::memcpy(&header, bytes.data(), sizeof header);
    FileParts parts(bytes.substr(sizeof header));
    articles = parts.take_bytes(header.article_bytes);
    offsets = parts.take<std::uint64_t>(std::size_t{header.articles} + 1);
    auto const ends = parts.take<std::uint64_t>(std::size_t{header.dictionaries} + 1);
    auto const all = parts.take_bytes(header.dictionary_bytes);
    fits = parts.fit() && header.mark == articles_mark && articles.size() % 8 == 0 &&
           header.dictionaries <= most_dictionaries_read && std::ranges::is_sorted(offsets) &&
           offsets.back() <= articles.size() && std::ranges::is_sorted(ends) &&
           ends.back() <= all.size();
    for (std::size_t i = 0; fits && i + 1 < ends.size(); ++i)
      dictionaries.push_back(all.substr(ends[i], ends[i + 1] - ends[i]));
  }
  if (!fits) {
    throw Error(ErrorCode::damaged,
                path.string() + ": damaged or cut short; index again with --rebuild");
  }
  inflater.emplace(dictionaries);
}

SegmentArticles::SegmentArticles(std::filesystem::path const& file)
    : state_(std::make_unique<State>(file)) {}

SegmentArticles::~SegmentArticles() = default;
SegmentArticles::SegmentArticles(SegmentArticles&&) noexcept = default;
SegmentArticles& SegmentArticles::operator=(SegmentArticles&&) noexcept = default;

std::uint32_t SegmentArticles::articles() const {
  return static_cast<std::uint32_t>(state_->offsets.size() - 1);
}

Record SegmentArticles::fields(std::uint32_t local) const {
  return state_->stored(local).fields();
}

Record SegmentArticles::record(std::uint32_t local) const {
  auto const stored = state_->stored(local);
  Record record = stored.fields();
  auto const text = stored.text(*state_->inflater, 0, stored.text_bytes());
  auto const sections = stored.read_sections(stored.sections());
  for (std::size_t i = 0; i < sections.size(); ++i)
    record.sections[i].text = text.substr(sections[i].begin, sections[i].bytes);
  return record;
}

std::uint32_t SegmentArticles::heading_words(std::uint32_t local, std::size_t section) const {
  auto const stored = state_->stored(local);
  return section < stored.sections() ? stored.section(section).heading_words : 0;
}

std::vector<std::uint32_t> SegmentArticles::places(std::uint32_t local, std::size_t section) const {
  auto const stored = state_->stored(local);
  if (section >= stored.sections()) return {};
  return kept_places(stored.section(section).places);
}

SegmentArticles::Window SegmentArticles::window(std::uint32_t local, std::size_t number,
                                                std::uint32_t position, std::size_t before,
                                                std::size_t after) const {
  auto const stored = state_->stored(local);
  if (number >= stored.sections()) return {};
  auto const section = stored.section(number);
  auto const first = section.first_position + section.heading_words;
  auto const [begin, end, first_position] =
      stretch_around(kept_places(section.places), {.bytes = section.bytes, .first_position = first},
                     {.position = position, .before = before, .after = after});
  constexpr std::size_t longest_rest = 3; // bytes that a character may still have after `end`
  Window window{.text = stored.text(*state_->inflater, section.begin + begin,
                                    section.begin + std::min(end + longest_rest, section.bytes)),
                .begin = begin,
                .section_bytes = section.bytes,
                .first_position = first_position};
  std::size_t length = std::min(end - begin, window.text.size());
  while (length < window.text.size() && is_continuation(window.text[length]))
    ++length;
  window.text.resize(length);
  return window;
}

} // namespace recap::index
