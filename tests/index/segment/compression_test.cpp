// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/compression.hpp"

#include "index/error.hpp"
#include "tests/catch.hpp"

#include <string>
#include <string_view>
#include <vector>

using namespace recap::index;

namespace {

/// Texts with much in common, as many as a dictionary needs.
std::vector<std::string> texts() {
  std::vector<std::string> texts;
  for (int i = 0; i < 3000; ++i) {
    std::string text = "Report " + std::to_string(i * 7919) + ":";
    for (int word = 0; word < 40; ++word)
      text += " station" + std::to_string((i * 31 + word * 17) % 97);
    texts.push_back(text);
  }
  return texts;
}

std::string dictionary_of(std::vector<std::string> const& texts) {
  return train_dictionary(std::vector<std::string_view>(texts.begin(), texts.end()));
}

} // namespace

TEST_CASE("chunks of a dictionary shrink, and inflate to themselves") {
  auto const all = texts();
  auto const dictionary = dictionary_of(all);
  REQUIRE_FALSE(dictionary.empty());
  Compressor compressor(dictionary);
  Inflater const inflater(std::vector<std::string_view>{dictionary});
  std::string stored;
  for (auto const& text : {all[0], all[2999], std::string("x"), std::string()}) {
    stored.clear();
    auto const size = compressor.compress(text, stored);
    CHECK(size == stored.size());
    std::string inflated = "before ";
    inflater.inflate(stored, text.size(), 1, inflated);
    CHECK(inflated == "before " + text);
  }
  stored.clear();
  CHECK(compressor.compress(all[1], stored) < all[1].size() / 2);
}

TEST_CASE("few texts have no dictionary, and their chunks stay as they are") {
  std::vector<std::string> const few{std::string(400, 'a'), std::string(400, 'b')};
  CHECK(dictionary_of(few).empty());
  Compressor compressor;
  std::string stored = "before ";
  CHECK(compressor.compress(few[0], stored) == 400);
  CHECK(stored == "before " + few[0]);
  std::string inflated;
  Inflater({}).inflate(few[0], 400, 0, inflated);
  CHECK(inflated == few[0]);
}

TEST_CASE("a chunk that was damaged, or names an unknown dictionary, is damage") {
  auto const all = texts();
  auto const dictionary = dictionary_of(all);
  Compressor compressor(dictionary);
  Inflater const inflater(std::vector<std::string_view>{dictionary});
  std::string stored;
  compressor.compress(all[0], stored);
  auto const is_damage = [&](std::string_view chunk, std::size_t size, std::size_t number) {
    std::string out;
    try {
      inflater.inflate(chunk, size, number, out);
      return out != all[0];
    } catch (Error const& error) {
      return error.code() == ErrorCode::damaged;
    }
  };
  CHECK_FALSE(is_damage(stored, all[0].size(), 1));
  CHECK(is_damage(stored, all[0].size(), 2));
  CHECK(is_damage(stored, all[0].size(), 0));
  CHECK(is_damage(stored, all[0].size() - 1, 1));
  CHECK(is_damage(stored.substr(1), all[0].size(), 1));
  CHECK(is_damage("", all[0].size(), 1));
}
