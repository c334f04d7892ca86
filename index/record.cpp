// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/record.hpp"

#include "index/error.hpp"

#include <limits>

namespace recap::index {
namespace {

[[noreturn]] void damaged() {
  throw Error(ErrorCode::damaged, "a stored article is damaged; index again with --rebuild");
}

class Writer {
public:
  void number(std::uint64_t value) {
    while (value >= 0x80) {
      bytes_ += static_cast<char>(value | 0x80);
      value >>= 7;
    }
    bytes_ += static_cast<char>(value);
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }
  void list(std::vector<std::string> const& values) {
    number(values.size());
    for (auto const& value : values)
      text(value);
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

private:
  std::string bytes_;
};

class Reader {
public:
  explicit Reader(std::string_view bytes)
      : rest_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) damaged();
      auto const byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      bool const padded = byte == 0 && shift > 0;
      bool const overflows = byte > 1 && shift == 63;
      if (padded || overflows) damaged();
      if (byte < 0x80) return value;
    }
    damaged();
  }
  template <typename T>
  T number_of() {
    auto const value = number();
    if (value > std::numeric_limits<T>::max()) damaged();
    return static_cast<T>(value);
  }
  std::string text() {
    auto const size = number();
    if (size > rest_.size()) damaged();
    std::string value(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return value;
  }
  /// How many items follow; each takes a byte at least, so a damaged count cannot
  /// ask for more memory than the record has bytes.
  std::size_t count() {
    auto const items = number();
    if (items > rest_.size()) damaged();
    return items;
  }
  std::vector<std::string> list() {
    std::vector<std::string> values(count());
    for (auto& value : values)
      value = text();
    return values;
  }
  [[nodiscard]] bool done() const { return rest_.empty(); }

private:
  std::string_view rest_;
};

} // namespace

// The order of the calls is the format: on disk, do not reorder.
std::string encode(Record const& record) {
  Writer out;
  out.text(record.id);
  out.text(record.url);
  out.text(record.title);
  out.list(record.aliases);
  out.list(record.author);
  out.text(record.role);
  out.text(record.date);
  out.number(record.year);
  out.text(record.season);
  out.list(record.topics);
  out.text(record.lang);
  out.text(record.summary);
  out.number(record.sections.size());
  for (Section const& section : record.sections) {
    out.text(section.heading);
    out.text(section.anchor);
    out.number(section.level);
    out.number(section.first_position);
    out.number(section.end_position);
    out.text(section.text);
  }
  return out.take();
}

Record decode(std::string_view bytes) {
  Reader in(bytes);
  Record record;
  record.id = in.text();
  record.url = in.text();
  record.title = in.text();
  record.aliases = in.list();
  record.author = in.list();
  record.role = in.text();
  record.date = in.text();
  record.year = in.number_of<std::uint16_t>();
  record.season = in.text();
  record.topics = in.list();
  record.lang = in.text();
  record.summary = in.text();
  record.sections.resize(in.count());
  for (Section& section : record.sections) {
    section.heading = in.text();
    section.anchor = in.text();
    section.level = in.number_of<std::uint32_t>();
    section.first_position = in.number_of<std::uint32_t>();
    section.end_position = in.number_of<std::uint32_t>();
    section.text = in.text();
  }
  if (!in.done()) damaged();
  return record;
}

} // namespace recap::index
