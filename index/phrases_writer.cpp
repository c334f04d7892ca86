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
#include <numeric>

namespace recap::index {
namespace {

constexpr std::size_t day_digits = 8;

/// A phrase with what is kept of text::typed(), and a key for most comparisons.
struct Row {
  PhraseKind kind = PhraseKind::title;
  std::string text;
  std::string keys;
  std::string initials; ///< of a text with Hangul
  std::vector<text::Typed::WordStart> words;
  std::uint64_t head = 0; ///< of the keys
  std::uint32_t documents = 0;
  std::uint32_t day = 0;
};

/// The first eight bytes decide nearly always which text comes first.
std::uint64_t head_of(std::string_view text) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < sizeof head; ++i)
    head = head << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  return head;
}

std::vector<Row> rows_of(Xapian::Database const& database, PhraseKind kind) {
  std::vector<Row> rows;
  std::string prefix = phrase_term(kind, "");
  if (kind == PhraseKind::title) prefix.resize(prefix.size() - day_digits);
  auto const end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    std::string text = (*term).substr(prefix.size());
    Row row;
    row.kind = kind;
    row.documents = term.get_termfreq();
    if (kind == PhraseKind::title) {
      std::from_chars(text.data(), text.data() + std::min(day_digits, text.size()), row.day);
      text.erase(0, day_digits);
    }
    row.text = std::move(text);
    rows.push_back(std::move(row));
  }
  return rows;
}

void type(Row& row) {
  text::Typed typed = text::typed(row.text);
  row.head = head_of(typed.keys);
  row.keys = std::move(typed.keys);
  if (typed.has_hangul) row.initials = std::move(typed.initials);
  row.words = std::move(typed.words);
}

std::uint32_t value(Row const& row) {
  return row.kind == PhraseKind::title ? row.day : row.documents;
}

/// Rows in the order of their keys; those typed alike become the one of most value, and the sum of
/// their articles is its.
std::vector<Row> merged(std::vector<Row> rows) {
  std::vector<std::uint32_t> order(rows.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, [&](std::uint32_t left, std::uint32_t right) {
    Row const& a = rows[left];
    Row const& b = rows[right];
    if (a.head != b.head) return a.head < b.head;
    if (auto const keys = a.keys.compare(b.keys); keys != 0) return keys < 0;
    return value(a) != value(b) ? value(a) > value(b) : a.text < b.text;
  });
  std::vector<Row> different;
  different.reserve(rows.size());
  for (auto const place : order) {
    Row& row = rows[place];
    if (!different.empty() && different.back().keys == row.keys) {
      different.back().documents += row.documents;
    } else {
      different.push_back(std::move(row));
    }
  }
  return different;
}

/// A word start while it is sorted.
struct Start {
  std::uint64_t head = 0;
  std::uint32_t phrase = 0;
  std::uint16_t offset = 0;
  bool first = false;
};

std::vector<Start> starts_of(std::vector<Row> const& rows, Phrases::By by) {
  bool const by_initials = by == Phrases::By::initials;
  auto const text = [&](Start const& start) {
    Row const& row = rows[start.phrase];
    return std::string_view(by_initials ? row.initials : row.keys).substr(start.offset);
  };
  std::vector<Start> starts;
  for (std::uint32_t place = 0; place < rows.size(); ++place) {
    Row const& row = rows[place];
    if (by_initials && row.initials.empty()) continue;
    std::size_t const most =
        row.kind == PhraseKind::heading ? most_heading_starts : most_word_starts;
    for (std::size_t word = 0; word < std::min(most, row.words.size()); ++word) {
      auto const offset = by_initials ? row.words[word].initial : row.words[word].key;
      starts.push_back(
          {.phrase = place, .offset = static_cast<std::uint16_t>(offset), .first = word == 0});
      starts.back().head = head_of(text(starts.back()));
    }
  }
  std::ranges::sort(starts, [&](Start const& a, Start const& b) {
    if (a.head != b.head) return a.head < b.head;
    auto const order = text(a).compare(text(b));
    return order != 0 ? order < 0 : a.phrase < b.phrase;
  });
  return starts;
}

/// The phrases of one kind, and for each Phrases::By their word starts, in their orders.
struct Sorted {
  std::vector<Row> rows;
  std::array<std::vector<Start>, 2> starts;
};

Sorted sorted(std::vector<Row> rows) {
  std::ranges::for_each(rows, type);
  std::erase_if(rows, [](Row const& row) { return row.keys.empty(); });
  Sorted kind{.rows = merged(std::move(rows)), .starts = {}};
  for (auto const by : {Phrases::By::keys, Phrases::By::initials})
    kind.starts[static_cast<std::size_t>(by)] = starts_of(kind.rows, by);
  return kind;
}

struct Starts {
  std::vector<std::uint32_t> ranks;
  std::vector<std::uint32_t> phrases;
  std::vector<std::uint16_t> offsets;
};

class Writer {
public:
  /// Precondition: the kinds come in their order, each once.
  void add(PhraseKind kind, Sorted const& sorted) {
    auto const number = static_cast<std::size_t>(kind);
    auto const before = static_cast<std::uint32_t>(documents_.size());
    for (std::size_t by = 0; by < starts_.size(); ++by) {
      Starts& starts = starts_[by];
      for (Start const& start : sorted.starts[by]) {
        starts.ranks.push_back(std::min(value(sorted.rows[start.phrase]), first_word_rank - 1) |
                               (start.first ? first_word_rank : 0));
        starts.phrases.push_back(before + start.phrase);
        starts.offsets.push_back(start.offset);
      }
      kind_starts_[by][number + 1] = static_cast<std::uint32_t>(starts.ranks.size());
    }
    for (Row const& row : sorted.rows) {
      documents_.push_back(row.documents);
      days_.push_back(row.day);
      offsets_.push_back(static_cast<std::uint32_t>(bytes_.size()));
      key_bytes_.push_back(static_cast<std::uint16_t>(row.keys.size()));
      initial_bytes_.push_back(static_cast<std::uint16_t>(row.initials.size()));
      kinds_.push_back(static_cast<std::uint8_t>(row.kind));
      bytes_.append(row.keys).append(row.initials).append(row.text);
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
  // Most of the time goes into titles and into headings: one is sorted while the other is.
  constexpr std::array kinds{PhraseKind::title, PhraseKind::topic, PhraseKind::author,
                             PhraseKind::heading};
  std::array<std::future<Sorted>, kinds.size()> parts;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    parts[i] = std::async(std::launch::async, [rows = rows_of(database, kinds[i])]() mutable {
      return sorted(std::move(rows));
    });
  }
  Writer writer;
  for (std::size_t i = 0; i < kinds.size(); ++i)
    writer.add(kinds[i], parts[i].get());
  writer.write(file);
}

} // namespace recap::index
