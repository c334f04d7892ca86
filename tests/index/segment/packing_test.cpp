// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/packing.hpp"

#include "index/error.hpp"
#include "tests/catch.hpp"

#include <array>
#include <random>
#include <vector>

using namespace recap::index;

TEST_CASE("numbers of any width are unpacked as they were, with and without exceptions") {
  std::mt19937 random(3);
  for (unsigned width = 0; width <= 32; ++width) {
    for (std::size_t const count : {1U, 7U, 8U, 9U, 127U, 128U}) {
      for (std::uint32_t const exceptions : {0U, 3U}) {
        std::vector<std::uint32_t> numbers(count);
        for (auto& number : numbers) {
          auto const bits = width == 0 ? 0 : random() >> (32 - width);
          number = static_cast<std::uint32_t>(bits);
        }
        for (std::uint32_t i = 0; i < exceptions; ++i)
          numbers[random() % count] = static_cast<std::uint32_t>(random());
        std::string bytes = "x";
        pack(bytes, numbers);
        auto const packed = bytes.size();
        bytes += "y" + std::string(pack_padding, '\0');
        CAPTURE(width, count, exceptions);
        std::array<std::uint32_t, pack_size> read{};
        std::string_view rest = std::string_view(bytes).substr(1, packed);
        unpack(rest, count, read.data());
        CHECK(rest == "y");
        CHECK(std::ranges::equal(std::span(read).first(count), numbers));
        rest = std::string_view(bytes).substr(1, packed);
        skip_pack(rest, count);
        CHECK(rest == "y");
        for (std::size_t first = 0; first < count; first += 5) {
          unpack_some(std::string_view(bytes).substr(1, packed), count, first, count, read.data());
          CHECK(std::ranges::equal(std::span(read).first(count - first),
                                   std::span(numbers).subspan(first)));
        }
      }
    }
  }
}

TEST_CASE("a few large numbers do not widen the others") {
  std::vector<std::uint32_t> numbers(128, 3);
  numbers[17] = 1'000'000;
  std::string bytes;
  pack(bytes, numbers);
  CHECK(bytes.size() < 40);
}

TEST_CASE("packed numbers that are cut short are an error") {
  std::vector<std::uint32_t> numbers(100, 77);
  numbers[5] = 99'999;
  std::string bytes;
  pack(bytes, numbers);
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    auto rest = std::string_view(bytes).substr(0, length);
    CHECK_THROWS_AS(skip_pack(rest, numbers.size()), Error);
  }
}
