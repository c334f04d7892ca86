// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/error.hpp"
#include "index/file_parts.hpp"
#include "index/phrases.hpp"
#include "index/phrases_format.hpp"
#include "text/typed.hpp"

#include <xapian.h>

#include <algorithm>
#include <charconv>
#include <future>
#include <limits>

namespace recap::index {
namespace {

constexpr std::size_t day_digits = 8;

/// A phrase; its bytes are stored with those of its kind.
struct Row {
  std::uint64_t head = 0; ///< of its keys: decides most comparisons
  std::size_t text_at = 0;
  std::size_t keys_at = 0; ///< the initials, if there is Hangul, follow the keys
  std::uint32_t text_bytes = 0;
  std::uint32_t documents = 0;
  std::uint32_t day = 0;
  std::uint32_t first_word = 0;
  std::uint16_t words = 0;
  std::uint16_t key_bytes = 0;
  std::uint16_t initial_bytes = 0;
};

/// A word start while it is sorted.
struct Start {
  std::uint64_t head = 0;
  std::uint32_t phrase = 0;
  std::uint16_t offset = 0;
  bool first = false;
};

/// The first eight bytes nearly always decide the order of two texts.
std::uint64_t head_of(std::string_view text) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < sizeof head; ++i)
    head = head << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  return head;
}

/// The phrases of one kind. Their bytes are stored contiguously: there may be millions.
class KindOfPhrases {
public:
  /// Reads them in the order of the database.
  KindOfPhrases(Xapian::Database const& database, PhraseKind kind)
      : kind_(kind) {
    std::string prefix = phrase_term(kind, "");
    if (kind == PhraseKind::title) prefix.resize(prefix.size() - day_digits);
    auto const end = database.allterms_end(prefix);
    for (auto term = database.allterms_begin(prefix); term != end; ++term)
      add((*term).substr(prefix.size()), term.get_termfreq());
  }

  /// Sorts phrases and word starts by their keys. Phrases that are typed alike become one: the one
  /// of highest value, with the sum of their articles.
  void sort() {
    sort_rows();
    for (auto const by : {Phrases::By::keys, Phrases::By::initials})
      starts_[static_cast<std::size_t>(by)] = sorted_starts(by);
  }

  [[nodiscard]] PhraseKind kind() const { return kind_; }
  [[nodiscard]] std::vector<Row> const& rows() const { return rows_; }
  /// By Phrases::By.
  [[nodiscard]] std::array<std::vector<Start>, 2> const& starts() const { return starts_; }
  [[nodiscard]] std::string_view text(Row const& row) const {
    return std::string_view(texts_).substr(row.text_at, row.text_bytes);
  }
  [[nodiscard]] std::string_view keys(Row const& row) const {
    return std::string_view(keys_).substr(row.keys_at, row.key_bytes);
  }
  [[nodiscard]] std::string_view initials(Row const& row) const {
    return std::string_view(keys_).substr(row.keys_at + row.key_bytes, row.initial_bytes);
  }
  [[nodiscard]] std::uint32_t value(Row const& row) const {
    return kind_ == PhraseKind::title ? row.day : row.documents;
  }

private:
  void add(std::string_view text, std::uint32_t documents) {
    Row row;
    row.text_at = texts_.size();
    row.documents = documents;
    if (kind_ == PhraseKind::title) {
      auto const digits = text.substr(0, day_digits);
      std::from_chars(digits.data(), digits.data() + digits.size(), row.day);
      text.remove_prefix(digits.size());
    }
    row.text_bytes = static_cast<std::uint32_t>(text.size());
    texts_ += text;
    rows_.push_back(row);
  }

  void type(Row& row) {
    text::Typed const typed = text::typed(text(row));
    row.head = head_of(typed.keys);
    row.keys_at = keys_.size();
    row.key_bytes = static_cast<std::uint16_t>(typed.keys.size());
    keys_ += typed.keys;
    if (typed.has_hangul) {
      row.initial_bytes = static_cast<std::uint16_t>(typed.initials.size());
      keys_ += typed.initials;
    }
    std::size_t const most = kind_ == PhraseKind::heading ? most_heading_starts : most_word_starts;
    row.words = static_cast<std::uint16_t>(std::min(most, typed.words.size()));
    row.first_word = static_cast<std::uint32_t>(words_.size());
    words_.insert(words_.end(), typed.words.begin(), typed.words.begin() + row.words);
  }

  void sort_rows() {
    for (Row& row : rows_)
      type(row);
    std::erase_if(rows_, [](Row const& row) { return row.key_bytes == 0; });
    std::ranges::sort(rows_, [this](Row const& a, Row const& b) {
      if (a.head != b.head) return a.head < b.head;
      if (auto const order = keys(a).compare(keys(b)); order != 0) return order < 0;
      return value(a) != value(b) ? value(a) > value(b) : text(a) < text(b);
    });
    std::size_t kept = 0;
    for (Row const& row : rows_) {
      if (kept > 0 && keys(rows_[kept - 1]) == keys(row)) {
        rows_[kept - 1].documents += row.documents;
      } else {
        rows_[kept++] = row;
      }
    }
    rows_.resize(kept);
  }

  [[nodiscard]] std::vector<Start> sorted_starts(Phrases::By by) const {
    bool const by_initials = by == Phrases::By::initials;
    auto const rest = [&](Start const& start) {
      Row const& row = rows_[start.phrase];
      return (by_initials ? initials(row) : keys(row)).substr(start.offset);
    };
    std::vector<Start> starts;
    for (std::uint32_t place = 0; place < rows_.size(); ++place) {
      Row const& row = rows_[place];
      if (by_initials && row.initial_bytes == 0) continue;
      for (std::size_t word = 0; word < row.words; ++word) {
        auto const& at = words_[row.first_word + word];
        starts.push_back({.phrase = place,
                          .offset = static_cast<std::uint16_t>(by_initials ? at.initial : at.key),
                          .first = word == 0});
        starts.back().head = head_of(rest(starts.back()));
      }
    }
    std::ranges::sort(starts, [&](Start const& a, Start const& b) {
      if (a.head != b.head) return a.head < b.head;
      auto const order = rest(a).compare(rest(b));
      return order != 0 ? order < 0 : a.phrase < b.phrase;
    });
    return starts;
  }

  PhraseKind kind_;
  std::vector<Row> rows_;
  std::string texts_;
  std::string keys_;
  std::vector<text::Typed::WordStart> words_;
  std::array<std::vector<Start>, 2> starts_;
};

struct Starts {
  std::vector<std::uint32_t> ranks;
  std::vector<std::uint32_t> phrases;
  std::vector<std::uint16_t> offsets;
};

class Writer {
public:
  /// Precondition: the kinds come in order, each once, sorted.
  void add(KindOfPhrases const& phrases) {
    auto const before = static_cast<std::uint32_t>(documents_.size());
    auto const& rows = phrases.rows();
    for (std::size_t by = 0; by < starts_.size(); ++by) {
      for (Start const& start : phrases.starts()[by]) {
        starts_[by].ranks.push_back(
            std::min(phrases.value(rows[start.phrase]), first_word_rank - 1) |
            (start.first ? first_word_rank : 0));
        starts_[by].phrases.push_back(before + start.phrase);
        starts_[by].offsets.push_back(start.offset);
      }
      kind_starts_[by][static_cast<std::size_t>(phrases.kind()) + 1] =
          static_cast<std::uint32_t>(starts_[by].ranks.size());
    }
    for (Row const& row : rows) {
      documents_.push_back(row.documents);
      days_.push_back(row.day);
      offsets_.push_back(static_cast<std::uint32_t>(bytes_.size()));
      key_bytes_.push_back(row.key_bytes);
      initial_bytes_.push_back(row.initial_bytes);
      kinds_.push_back(static_cast<std::uint8_t>(phrases.kind()));
      bytes_.append(phrases.keys(row)).append(phrases.initials(row)).append(phrases.text(row));
    }
  }

  void write(std::filesystem::path const& file) {
    PhrasesHeader header{.phrases = static_cast<std::uint32_t>(documents_.size()),
                         .text_bytes = static_cast<std::uint32_t>(bytes_.size()),
                         .kinds = kind_starts_};
    offsets_.push_back(header.text_bytes);
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<char const*>(&header), sizeof header);
    for (Starts const& starts : starts_) {
      write_part(out, starts.ranks);
      write_part(out, RankedList::maxima_of(starts.ranks));
      write_part(out, starts.phrases);
    }
    write_part(out, documents_);
    write_part(out, days_);
    write_part(out, offsets_);
    for (Starts const& starts : starts_)
      write_part(out, starts.offsets);
    write_part(out, key_bytes_);
    write_part(out, initial_bytes_);
    write_part(out, kinds_);
    out << bytes_;
    out.close();
    bool const fits = bytes_.size() <= std::numeric_limits<std::uint32_t>::max();
    if (!out || !fits) {
      throw Error(ErrorCode::unwritable,
                  file.string() + (fits ? ": cannot be written; free space, then index again"
                                        : ": more than 4 GiB of titles and headings"));
    }
  }

private:
  std::array<Starts, 2> starts_;
  std::array<std::array<std::uint32_t, phrase_kinds + 1>, 2> kind_starts_{};
  std::vector<std::uint32_t> documents_;
  std::vector<std::uint32_t> days_;
  std::vector<std::uint32_t> offsets_;
  std::vector<std::uint16_t> key_bytes_;
  std::vector<std::uint16_t> initial_bytes_;
  std::vector<std::uint8_t> kinds_;
  std::string bytes_;
};

} // namespace

void write_phrases(Xapian::Database const& database, std::filesystem::path const& file) {
  std::vector<KindOfPhrases> kinds;
  kinds.reserve(phrase_kinds);
  std::vector<std::future<void>> sorted;
  // Titles and headings take most of the time, and are sorted in parallel.
  for (auto const kind :
       {PhraseKind::title, PhraseKind::topic, PhraseKind::author, PhraseKind::heading}) {
    auto& phrases = kinds.emplace_back(database, kind);
    sorted.push_back(std::async(std::launch::async, [&phrases] { phrases.sort(); }));
  }
  Writer writer;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    sorted[i].get();
    writer.add(kinds[i]);
  }
  writer.write(file);
}

} // namespace recap::index
