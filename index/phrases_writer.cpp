// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/error.hpp"
#include "index/file_parts.hpp"
#include "index/phrases.hpp"
#include "index/phrases_format.hpp"
#include "text/typed.hpp"

#include <xapian.h>

#include <algorithm>
#include <charconv>
#include <limits>

namespace recap::index {
namespace {

constexpr std::size_t day_digits = 8;

struct Row {
  PhraseKind kind = PhraseKind::title;
  std::string text;
  text::Typed typed;
  std::uint32_t documents = 0;
  std::uint32_t day = 0;
};

std::vector<Row> rows_of(Xapian::Database const& database, PhraseKind kind) {
  std::vector<Row> rows;
  std::string prefix = phrase_term(kind, "");
  if (kind == PhraseKind::title) prefix.resize(prefix.size() - day_digits);
  auto const end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    std::string text = (*term).substr(prefix.size());
    Row row{.kind = kind, .text = {}, .typed = {}, .documents = term.get_termfreq()};
    if (kind == PhraseKind::title) {
      std::from_chars(text.data(), text.data() + std::min(day_digits, text.size()), row.day);
      text.erase(0, day_digits);
    }
    row.typed = text::typed(text);
    row.text = std::move(text);
    if (!row.typed.keys.empty()) rows.push_back(std::move(row));
  }
  return rows;
}

std::uint32_t value(Row const& row) {
  return row.kind == PhraseKind::title ? row.day : row.documents;
}

/// Rows typed alike become the one of most value; the sum of their articles is theirs.
void merge(std::vector<Row>& rows) {
  std::ranges::sort(rows, [](Row const& a, Row const& b) {
    if (a.typed.keys != b.typed.keys) return a.typed.keys < b.typed.keys;
    return value(a) != value(b) ? value(a) > value(b) : a.text < b.text;
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (kept > 0 && rows[kept - 1].typed.keys == rows[i].typed.keys) {
      rows[kept - 1].documents += rows[i].documents;
    } else {
      if (kept != i) rows[kept] = std::move(rows[i]);
      ++kept;
    }
  }
  rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(kept), rows.end());
}

/// A word start while it is sorted: the first eight keys decide nearly always.
struct Start {
  std::uint64_t head = 0;
  std::uint32_t phrase = 0;
  std::uint16_t offset = 0;
  bool first = false;
};

std::uint64_t head_of(std::string_view text) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < sizeof head; ++i)
    head = head << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  return head;
}

struct Starts {
  std::vector<std::uint32_t> ranks;
  std::vector<std::uint32_t> phrases;
  std::vector<std::uint16_t> offsets;
};

class Writer {
public:
  /// Precondition: the kinds come in their order, each once.
  void add(PhraseKind kind, std::vector<Row> const& rows) {
    auto const number = static_cast<std::size_t>(kind);
    for (auto const by : {Phrases::By::keys, Phrases::By::initials}) {
      add_starts(rows, by);
      auto const place = static_cast<std::size_t>(by);
      kind_starts_[place][number + 1] = static_cast<std::uint32_t>(starts_[place].ranks.size());
    }
    for (Row const& row : rows) {
      documents_.push_back(row.documents);
      days_.push_back(row.day);
      offsets_.push_back(static_cast<std::uint32_t>(bytes_.size()));
      key_bytes_.push_back(static_cast<std::uint16_t>(row.typed.keys.size()));
      auto const initials = row.typed.has_hangul ? row.typed.initials.size() : 0;
      initial_bytes_.push_back(static_cast<std::uint16_t>(initials));
      kinds_.push_back(static_cast<std::uint8_t>(row.kind));
      bytes_.append(row.typed.keys).append(row.typed.initials, 0, initials).append(row.text);
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
  void add_starts(std::vector<Row> const& rows, Phrases::By by) {
    bool const by_initials = by == Phrases::By::initials;
    auto const text = [&](Start const& start) {
      text::Typed const& typed = rows[start.phrase].typed;
      return std::string_view(by_initials ? typed.initials : typed.keys).substr(start.offset);
    };
    std::vector<Start> sorted;
    for (std::uint32_t place = 0; place < rows.size(); ++place) {
      text::Typed const& typed = rows[place].typed;
      if (by_initials && !typed.has_hangul) continue;
      std::size_t const most =
          rows[place].kind == PhraseKind::heading ? most_heading_starts : most_word_starts;
      for (std::size_t word = 0; word < std::min(most, typed.words.size()); ++word) {
        auto const offset = by_initials ? typed.words[word].initial : typed.words[word].key;
        sorted.push_back(
            {.phrase = place, .offset = static_cast<std::uint16_t>(offset), .first = word == 0});
        sorted.back().head = head_of(text(sorted.back()));
      }
    }
    std::ranges::sort(sorted, [&](Start const& a, Start const& b) {
      if (a.head != b.head) return a.head < b.head;
      auto const order = text(a).compare(text(b));
      return order != 0 ? order < 0 : a.phrase < b.phrase;
    });
    Starts& starts = starts_[static_cast<std::size_t>(by)];
    auto const before = static_cast<std::uint32_t>(documents_.size());
    for (Start const& start : sorted) {
      starts.ranks.push_back(std::min(value(rows[start.phrase]), first_word_rank - 1) |
                             (start.first ? first_word_rank : 0));
      starts.phrases.push_back(before + start.phrase);
      starts.offsets.push_back(start.offset);
    }
  }

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
  Writer writer;
  for (auto const kind :
       {PhraseKind::title, PhraseKind::topic, PhraseKind::author, PhraseKind::heading}) {
    auto rows = rows_of(database, kind);
    merge(rows);
    writer.add(kind, rows);
  }
  writer.write(file);
}

} // namespace recap::index
