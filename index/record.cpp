// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/record.hpp"

#include "index/error.hpp"
#include "index/fields.hpp"

#include <concepts>
#include <limits>
#include <variant>

namespace recap::index {
namespace {

[[noreturn]] void damaged_record() {
  throw Error(ErrorCode::damaged, "a stored article is damaged; index again with --rebuild");
}

class RecordWriter {
public:
  void number(std::uint64_t value) {
    while (value >= 0x80) {
      bytes_ += static_cast<char>(value | 0x80);
      value >>= 7;
    }
    bytes_ += static_cast<char>(value);
  }
  void value(std::uint16_t value) { number(value); }
  void value(std::string const& value) {
    number(value.size());
    bytes_ += value;
  }
  void value(std::vector<std::string> const& values) {
    number(values.size());
    for (auto const& one : values)
      value(one);
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

private:
  std::string bytes_;
};

class RecordReader {
public:
  explicit RecordReader(std::string_view bytes)
      : rest_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) damaged_record();
      auto const byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      bool const padded = byte == 0 && shift > 0;
      bool const overflows = byte > 1 && shift == 63;
      if (padded || overflows) damaged_record();
      if (byte < 0x80) return value;
    }
    damaged_record();
  }
  template <std::unsigned_integral T>
  void value(T& into) {
    auto const value = number();
    if (value > std::numeric_limits<T>::max()) damaged_record();
    into = static_cast<T>(value);
  }
  void value(std::string& into) {
    auto const size = number();
    if (size > rest_.size()) damaged_record();
    into = rest_.substr(0, size);
    rest_.remove_prefix(size);
  }
  /// Number of items that follow. Each takes at least a byte, so a damaged count cannot request
  /// more memory than the record has bytes.
  std::size_t count() {
    auto const items = number();
    if (items > rest_.size()) damaged_record();
    return items;
  }
  void value(std::vector<std::string>& into) {
    into.resize(count());
    for (auto& one : into)
      value(one);
  }
  [[nodiscard]] bool done() const { return rest_.empty(); }

private:
  std::string_view rest_;
};

} // namespace

// The order of the fields and calls is the format: on disk, do not reorder.
std::string encode(Record const& record) {
  RecordWriter out;
  for (Field const& field : fields)
    std::visit([&](auto member) { out.value(record.*member); }, field.value);
  out.number(record.sections.size());
  for (Section const& section : record.sections) {
    out.value(section.heading);
    out.value(section.anchor);
    out.number(section.level);
    out.number(section.first_position);
    out.number(section.end_position);
    out.value(section.text);
  }
  return out.take();
}

Record decode(std::string_view bytes) {
  RecordReader in(bytes);
  Record record;
  for (Field const& field : fields)
    std::visit([&](auto member) { in.value(record.*member); }, field.value);
  record.sections.resize(in.count());
  for (Section& section : record.sections) {
    in.value(section.heading);
    in.value(section.anchor);
    in.value(section.level);
    in.value(section.first_position);
    in.value(section.end_position);
    in.value(section.text);
  }
  if (!in.done()) damaged_record();
  return record;
}

} // namespace recap::index
