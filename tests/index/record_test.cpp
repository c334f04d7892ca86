// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/record.hpp"

#include "index/error.hpp"
#include "tests/catch.hpp"

#include <limits>
#include <optional>

using namespace recap::index;

namespace {

Record sample() {
  return {
      .id = "2022/summer/jo-kim",
      .url = "https://example.org/2022/jo-kim",
      .title = "래블업 인턴십을 마치며",
      .aliases = {"An internship", ""},
      .author = {"Jo Kim", "김조"},
      .role = "intern",
      .date = "2022-09-01",
      .year = 2022,
      .season = "summer",
      .topics = {"Backend.AI"},
      .series = {"Getting started"},
      .lang = "ko",
      .summary = "What I learned\n",
      .image = "/2022/jo-kim.jpg",
      .sections = {{.heading = "",
                    .anchor = "",
                    .level = 0,
                    .first_position = 1,
                    .end_position = 9,
                    .text = "a\nb"},
                   {.heading = "마치며",
                    .anchor = "마치며",
                    .level = 6,
                    .first_position = 9,
                    .end_position = std::numeric_limits<std::uint32_t>::max(),
                    .text = std::string(1000, 'x')}},
  };
}

std::optional<ErrorCode> fault(std::string_view bytes) {
  try {
    (void)decode(bytes);
  } catch (Error const& error) {
    return error.code();
  }
  return std::nullopt;
}

/// Bytes of a record up to `fields` empty fields, to append any number.
std::string empty_fields(std::size_t fields) {
  return std::string(fields, '\0');
}

std::string const largest_number = std::string(9, '\xFF') + '\x01';

} // namespace

TEST_CASE("a record is decoded as it was encoded") {
  CHECK(decode(encode(sample())) == sample());
  CHECK(decode(encode(Record{})) == Record{});
}

TEST_CASE("text of any bytes and any length is kept") {
  Record record;
  record.title = std::string("\0\xFF\n", 3);
  record.year = std::numeric_limits<std::uint16_t>::max();
  for (std::size_t const size : {0U, 127U, 128U, 16383U, 16384U, 300000U}) {
    record.summary.assign(size, 's');
    CHECK(decode(encode(record)) == record);
  }
}

TEST_CASE("a record cut short anywhere is damaged") {
  std::string const bytes = encode(sample());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    INFO(size);
    CHECK(fault(std::string_view(bytes).substr(0, size)) == ErrorCode::damaged);
  }
}

TEST_CASE("bytes after a record are damage") {
  CHECK(fault(encode(sample()) + '\0') == ErrorCode::damaged);
  CHECK(fault(encode(sample()) + encode(sample())) == ErrorCode::damaged);
}

TEST_CASE("lengths and counts beyond the bytes are damage and cost no memory") {
  // Places of: id, aliases, author, year, topics, series, sections.
  for (std::size_t const place : {0U, 3U, 4U, 7U, 9U, 10U, 14U}) {
    for (std::string const& number :
         {largest_number, std::string("\xFF\xFF\xFF\xFF\x0F"), std::string(40, '\xFF')}) {
      INFO(place);
      CHECK(fault(empty_fields(place) + number) == ErrorCode::damaged);
      CHECK(fault(empty_fields(place) + number + empty_fields(20)) == ErrorCode::damaged);
    }
  }
  CHECK(fault(empty_fields(7) + "\x80\x80\x04" + empty_fields(5)) ==
        ErrorCode::damaged);                                              // year 65536
  CHECK_FALSE(fault(empty_fields(7) + "\xFF\xFF\x03" + empty_fields(7))); // year 65535
}

TEST_CASE("a flipped byte is damage or another record, nothing in between") {
  std::string const bytes = encode(sample());
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (int const mask : {0x01, 0x40, 0x80, 0xFF}) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ mask);
      try {
        auto const record = decode(changed);
        if (encode(record) != changed) FAIL("byte " << at << " decodes to other bytes");
      } catch (Error const& error) {
        if (error.code() != ErrorCode::damaged) FAIL("byte " << at);
      }
    }
  }
}

TEST_CASE("a number written longer than need be is damage") {
  CHECK(fault(empty_fields(7) + std::string("\x80\x00", 2) + empty_fields(5)) ==
        ErrorCode::damaged);
  CHECK(fault(empty_fields(7) + std::string(9, '\x80') + '\x02' + empty_fields(5)) ==
        ErrorCode::damaged);
}
