// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/vocabulary.hpp"

#include "index/error.hpp"
#include "index/file_parts.hpp"
#include "index/vocabulary_format.hpp"
#include "text/edit_distance.hpp"
#include "text/keys.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace recap::index {
namespace {

std::size_t common_prefix(std::string_view a, std::string_view b) {
  auto const shorter = std::min(a.size(), b.size());
  std::size_t i = 0;
  while (i < shorter && a[i] == b[i])
    ++i;
  return i;
}

/// The first place in [first, last) where `holds` fails; it must fail from there on. Gallops,
/// because the end of a prefix is seldom far.
template <typename Predicate>
std::size_t gallop(std::size_t first, std::size_t last, Predicate holds) {
  std::size_t step = 1;
  while (step < last - first && holds(first + step - 1)) {
    first += step;
    step *= 2;
  }
  last = std::min(last, first + step);
  while (first < last) {
    std::size_t const middle = first + (last - first) / 2;
    if (holds(middle)) {
      first = middle + 1;
    } else {
      last = middle;
    }
  }
  return first;
}

} // namespace

Vocabulary::Vocabulary(std::filesystem::path const& file)
    : file_(file.string())
    , mapped_(file) {
  VocabularyHeader header;
  auto const content = mapped_.bytes();
  if (content.size() < sizeof header) damaged();
  std::memcpy(&header, content.data(), sizeof header);
  VocabularyHeader const ours;
  if (header.magic != ours.magic || header.byte_order != ours.byte_order) damaged();
  FileParts parts(content.substr(sizeof header));
  auto const documents = parts.take<std::uint32_t>(header.words);
  auto const maxima = parts.take<std::uint32_t>(RankedList::maxima_size(header.words));
  offsets_ = parts.take<std::uint32_t>(std::size_t{header.words} + 1);
  initials_ = parts.take<std::uint32_t>(header.initials);
  auto const initial_documents = parts.take<std::uint32_t>(header.initials);
  auto const initial_maxima = parts.take<std::uint32_t>(RankedList::maxima_size(header.initials));
  key_bytes_ = parts.take<std::uint8_t>(header.words);
  bytes_ = parts.take_bytes(header.text_bytes);
  if (!parts.fit()) damaged();
  words_ = {documents, maxima};
  by_initials_ = {initial_documents, initial_maxima};
}

void Vocabulary::damaged() const {
  throw Error(ErrorCode::damaged, file_ + ": not a vocabulary; index again with --rebuild");
}

std::string_view Vocabulary::keys_of(std::size_t word) const {
  if (word >= words_.size()) damaged();
  std::size_t const begin = offsets_[word];
  if (begin > bytes_.size() || key_bytes_[word] > bytes_.size() - begin) damaged();
  return bytes_.substr(begin, key_bytes_[word]);
}

Word Vocabulary::word(std::size_t word) const {
  auto const keys = keys_of(word);
  std::size_t const begin = offsets_[word] + keys.size();
  std::size_t const end = offsets_[word + 1];
  if (end < begin || end > bytes_.size()) damaged();
  return {.text = end == begin ? keys : bytes_.substr(begin, end - begin),
          .keys = keys,
          .documents = words_.weight(word)};
}

std::size_t Vocabulary::end_of(std::string_view prefix, std::size_t first) const {
  return gallop(first, words_.size(),
                [&](std::size_t at) { return keys_of(at).substr(0, prefix.size()) <= prefix; });
}

std::size_t Vocabulary::first_from(std::string_view keys, std::size_t first) const {
  return gallop(first, words_.size(), [&](std::size_t at) { return keys_of(at) < keys; });
}

Vocabulary::Range Vocabulary::beginning_with(std::string_view keys) const {
  std::size_t first = 0;
  std::size_t last = words_.size();
  while (first < last) {
    std::size_t const middle = first + (last - first) / 2;
    if (keys_of(middle) < keys) {
      first = middle + 1;
    } else {
      last = middle;
    }
  }
  return {.first = first, .last = end_of(keys, first)};
}

std::optional<Word> Vocabulary::find(std::string_view word) const {
  auto const keys = text::keys(word);
  auto const range = beginning_with(keys);
  for (std::size_t at = range.first; at < range.last && keys_of(at) == keys; ++at) {
    auto const found = this->word(at);
    if (found.text == word) return found;
  }
  return std::nullopt;
}

std::vector<Word> Vocabulary::completions(std::string_view keys, std::size_t most) const {
  auto const range = beginning_with(keys);
  RankedList::Best best(words_, range.first, range.last);
  std::vector<Word> words;
  while (words.size() < most) {
    auto const at = best.next();
    if (!at) break;
    words.push_back(word(*at));
  }
  return words;
}

std::vector<Word> Vocabulary::with_initials(std::string_view initials, std::size_t most) const {
  auto const wanted = text::keys(initials);
  auto const initials_at = [&](std::size_t at) {
    return text::keys(text::initials(word(initials_[at]).text)).substr(0, wanted.size());
  };
  auto const first = gallop(0, initials_.size(), [&](auto at) { return initials_at(at) < wanted; });
  auto const last =
      gallop(first, initials_.size(), [&](auto at) { return initials_at(at) <= wanted; });
  RankedList::Best best(by_initials_, first, last);
  std::vector<Word> words;
  while (words.size() < most) {
    auto const at = best.next();
    if (!at) break;
    words.push_back(word(initials_[*at]));
  }
  return words;
}

std::vector<Vocabulary::Near> Vocabulary::near(std::string_view keys, unsigned distance,
                                               FirstKey first) const {
  std::vector<Near> found;
  if (keys.empty() || keys.size() > text::longest_compared) return found;
  auto const range = first == FirstKey::fixed ? beginning_with(keys.substr(0, 1))
                                              : Range{.first = 0, .last = words_.size()};
  text::EditRows rows(keys, distance);
  std::string_view before;
  for (std::size_t at = range.first; at < range.last;) {
    auto const word_keys = keys_of(at);
    rows.keep(std::min(common_prefix(before, word_keys), rows.depth()));
    std::optional<char> next;
    bool alive = true;
    while (alive && rows.depth() < word_keys.size()) {
      char const byte = word_keys[rows.depth()];
      next = rows.next(byte);
      alive = next == byte && rows.push(byte);
      if (!alive && next == byte) next.reset(); // nothing after this byte is near
    }
    before = word_keys.substr(0, rows.depth());
    if (!alive) {
      at = next ? first_from(std::string(before) + *next, at) : end_of(before, at);
      continue;
    }
    if (rows.distance() <= distance)
      found.push_back({.word = word(at), .distance = rows.distance()});
    ++at;
  }
  return found;
}

std::vector<std::vector<Vocabulary::Range>> Vocabulary::near_beginnings(std::string_view keys,
                                                                        unsigned distance) const {
  std::vector<std::vector<Range>> by_distance(distance + 1);
  auto const range = beginning_with(keys.substr(0, 1));
  text::EditRows rows(keys, distance);
  std::array<unsigned, text::longest_compared + 1> best{}; // of the prefixes up to each depth
  best[0] = distance + 1;
  std::string_view before;
  for (std::size_t at = range.first; at < range.last;) {
    auto const word_keys = keys_of(at);
    rows.keep(std::min(common_prefix(before, word_keys), rows.depth()));
    bool alive = true;
    // Reads further letters as long as they can bring the prefix nearer.
    while (alive && rows.depth() < word_keys.size()) {
      std::size_t const depth = rows.depth();
      bool const fits = rows.push(word_keys[depth]);
      best[rows.depth()] = std::min(best[depth], rows.distance());
      alive = fits && rows.least() < best[rows.depth()];
    }
    before = word_keys.substr(0, rows.depth());
    std::size_t const end = alive ? at + 1 : end_of(before, at);
    unsigned const edits = best[rows.depth()];
    if (edits <= distance) by_distance[edits].push_back({.first = at, .last = end});
    at = end;
  }
  return by_distance;
}

std::vector<Vocabulary::Near> Vocabulary::near_completions(std::string_view keys, unsigned distance,
                                                           std::size_t most) const {
  std::vector<Near> found;
  if (keys.empty() || keys.size() > text::longest_compared) return found;
  unsigned edits = 0;
  for (auto const& ranges : near_beginnings(keys, distance)) {
    auto const first = static_cast<std::ptrdiff_t>(found.size());
    if (found.size() >= most) break;
    for (Range const& range : ranges) {
      RankedList::Best best(words_, range.first, range.last);
      for (std::size_t i = 0; i < most; ++i) {
        auto const at = best.next();
        if (!at) break;
        found.push_back({.word = word(*at), .distance = edits});
      }
    }
    std::stable_sort(found.begin() + first, found.end(), [](Near const& a, Near const& b) {
      return a.word.documents > b.word.documents;
    });
    ++edits;
  }
  found.resize(std::min(found.size(), most));
  return found;
}

} // namespace recap::index
