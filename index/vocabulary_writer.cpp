// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/error.hpp"
#include "index/file_parts.hpp"
#include "index/vocabulary.hpp"
#include "index/vocabulary_format.hpp"
#include "text/hangul.hpp"
#include "text/keys.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <limits>
#include <unordered_map>

namespace recap::index {
namespace {

constexpr std::size_t syllable_bytes = 3;

struct WordRow {
  std::string word;
  std::uint32_t documents = 0;
};

/// The Hangul forms that are the same without their endings.
struct Family {
  std::string shared;               ///< the common prefix of all forms
  bool shared_is_form = false;      ///< and one form is exactly that
  std::uint32_t forms = 0;          ///< without the bare noun
  std::uint64_t form_documents = 0; ///< sum of their document frequencies
  std::uint32_t documents = 0;      ///< of the bare noun, which the analyser adds to every form

  void add(std::string_view form, std::uint32_t count) {
    std::size_t const before = shared.size();
    if (forms == 0) {
      shared = form;
    } else {
      std::size_t length = std::min(shared.size(), form.size());
      while (shared.compare(0, length, form, 0, length) != 0)
        length -= syllable_bytes;
      shared.resize(length);
    }
    if (forms == 0 || shared.size() < before) shared_is_form = false;
    if (shared == form) shared_is_form = true;
    ++forms;
    form_documents += count;
  }

  /// Only a noun such as 디자인 makes every form of 디자 continue with 인. 서버에서 and 서버에는
  /// also share 에, but there the bare noun is likely, and the ending never occurs alone.
  [[nodiscard]] std::string_view noun(std::string_view bare) const {
    if (forms == 0 || documents > form_documents) return bare;
    std::string_view const ending = std::string_view(shared).substr(bare.size());
    bool const whole = text::ends_nouns(ending) && (shared_is_form || forms > 1);
    return whole ? std::string_view(shared) : bare;
  }
};

class Collector {
public:
  void add(std::string const& word, std::uint32_t documents) {
    if (!text::is_hangul_syllables(word)) {
      rows_.push_back({word, documents});
      return;
    }
    std::size_t const length = text::noun_length(word);
    Family& family = families_[word.substr(0, length)];
    if (length == word.size()) {
      family.documents = documents;
    } else {
      family.add(word, documents);
    }
  }

  std::vector<WordRow> take() {
    for (auto const& [bare, family] : families_) {
      // Without the bare noun, the forms come from another analyser; the sum of their frequencies
      // is as good.
      auto const documents = static_cast<std::uint32_t>(
          std::min<std::uint64_t>(family.documents != 0 ? family.documents : family.form_documents,
                                  std::numeric_limits<std::uint32_t>::max()));
      rows_.push_back({std::string(family.noun(bare)), documents});
    }
    families_.clear();
    return std::move(rows_);
  }

private:
  std::vector<WordRow> rows_;
  std::unordered_map<std::string, Family> families_;
};

std::vector<WordRow> rows_of(WordSource const& words) {
  Collector collector;
  words([&](auto const& word, auto documents) { collector.add(word, documents); });
  return collector.take();
}

struct Sorted {
  std::vector<std::uint32_t> documents;
  std::vector<std::uint32_t> offsets;
  std::vector<std::uint8_t> key_bytes;
  std::string bytes;
};

Sorted sorted(std::vector<WordRow>& rows) {
  std::vector<std::pair<std::string, WordRow>> keyed;
  keyed.reserve(rows.size());
  for (WordRow& row : rows)
    keyed.emplace_back(text::keys(row.word), std::move(row));
  rows.clear();
  std::ranges::sort(keyed, [](auto const& a, auto const& b) {
    return a.first != b.first ? a.first < b.first : a.second.word < b.second.word;
  });
  Sorted all;
  for (auto const& [keys, row] : keyed) {
    if (keys.size() > std::numeric_limits<std::uint8_t>::max())
      continue; // no analyser produces these
    all.documents.push_back(row.documents);
    all.offsets.push_back(static_cast<std::uint32_t>(all.bytes.size()));
    all.key_bytes.push_back(static_cast<std::uint8_t>(keys.size()));
    all.bytes += keys;
    if (keys != row.word) all.bytes += row.word;
    rows.push_back(row);
  }
  all.offsets.push_back(static_cast<std::uint32_t>(all.bytes.size()));
  return all;
}

/// Places of the Hangul words, ordered by their initials.
std::vector<std::uint32_t> by_initials(std::vector<WordRow> const& rows) {
  std::vector<std::pair<std::string, std::uint32_t>> keyed;
  for (std::uint32_t place = 0; place < rows.size(); ++place) {
    if (text::is_hangul_syllables(rows[place].word))
      keyed.emplace_back(text::keys(text::initials(rows[place].word)), place);
  }
  std::ranges::sort(keyed);
  std::vector<std::uint32_t> places;
  places.reserve(keyed.size());
  for (auto const& [initials, place] : keyed)
    places.push_back(place);
  return places;
}

} // namespace

void write_vocabulary(WordSource const& words, std::filesystem::path const& file) {
  auto rows = rows_of(words);
  Sorted const all = sorted(rows);
  if (all.bytes.size() > std::numeric_limits<std::uint32_t>::max())
    throw Error(ErrorCode::unwritable, file.string() + ": more than 4 GiB of words");
  auto const initials = by_initials(rows);
  std::vector<std::uint32_t> initial_documents;
  initial_documents.reserve(initials.size());
  for (auto const place : initials)
    initial_documents.push_back(all.documents[place]);
  VocabularyHeader const header{.words = static_cast<std::uint32_t>(all.documents.size()),
                                .initials = static_cast<std::uint32_t>(initials.size()),
                                .text_bytes = static_cast<std::uint32_t>(all.bytes.size())};
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<char const*>(&header), sizeof header);
  write_part(out, all.documents);
  write_part(out, RankedList::maxima_of(all.documents));
  write_part(out, all.offsets);
  write_part(out, initials);
  write_part(out, initial_documents);
  write_part(out, RankedList::maxima_of(initial_documents));
  write_part(out, all.key_bytes);
  out << all.bytes;
  out.close();
  if (!out) {
    throw Error(ErrorCode::unwritable,
                file.string() + ": cannot be written; free space, then index again");
  }
}

} // namespace recap::index
