// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/articles_format.hpp"

#include "index/error.hpp"
#include "tests/catch.hpp"

#include <string>
#include <vector>

using namespace recap::index;

namespace {

Record record(std::vector<std::string> const& texts) {
  Record made;
  made.id = "a";
  made.title = "Title";
  std::uint32_t position = 10;
  for (auto const& text : texts) {
    auto& section = made.sections.emplace_back();
    section.heading = "Heading";
    section.text = text;
    section.first_position = position += 100;
  }
  return made;
}

/// An article with no dictionary, as it is stored.
std::string stored(Record const& article, std::vector<SectionPlaces> const& places) {
  Compressor none;
  return '\0' + encode_article(article, places, none);
}

bool is_damaged(std::string const& bytes, auto const& read) {
  try {
    read(StoredArticle(bytes));
    return false;
  } catch (Error const& error) {
    return error.code() == ErrorCode::damaged;
  }
}

} // namespace

TEST_CASE("an article is read in parts, whatever lengths its texts have") {
  auto const article = record({"", std::string(chunk_bytes, 'b'), "c", std::string(1300, 'd')});
  auto const bytes = stored(article, {{.heading_words = 1},
                                      {.heading_words = 2, .offsets = {0, 300}},
                                      {.heading_words = 3, .offsets = {0}},
                                      {.heading_words = 4, .offsets = {0, 16, 1299}}});
  StoredArticle const read(bytes);
  CHECK(read.dictionary() == 0);
  CHECK(read.sections() == 4);
  CHECK(read.text_bytes() == chunk_bytes + 1301);
  auto const all = read.read_sections(99);
  REQUIRE(all.size() == 4);
  CHECK(all[1].begin == 0);
  CHECK(all[2].begin == chunk_bytes);
  CHECK(all[3].begin == chunk_bytes + 1);
  CHECK(all[3].bytes == 1300);
  CHECK(all[3].heading_words == 4);
  CHECK(read.section(2).first_position == 310);
  CHECK(read.section(2).places == std::string_view("\0", 1));
  CHECK(read.read_sections(2).size() == 2);
  auto without_texts = article;
  for (auto& section : without_texts.sections)
    section.text.clear();
  CHECK(read.fields() == without_texts);
}

TEST_CASE("any stretch of the texts is read, also across chunks and beyond the end") {
  std::string text;
  for (int i = 0; i < 400; ++i)
    text += std::to_string(i);
  auto const bytes = stored(record({text}), std::vector<SectionPlaces>(1));
  StoredArticle const read(bytes);
  Inflater const inflater({});
  for (std::size_t const begin : {0UL, 1UL, chunk_bytes - 1, chunk_bytes, text.size() - 1}) {
    for (std::size_t const bytes_read : {0UL, 1UL, chunk_bytes, 2 * chunk_bytes, text.size() * 2}) {
      INFO(begin << ' ' << bytes_read);
      CHECK(read.text(inflater, begin, begin + bytes_read) == text.substr(begin, bytes_read));
    }
  }
  CHECK(read.text(inflater, text.size(), text.size() + 9).empty());
  CHECK(read.text(inflater, 5, 4).empty());
}

TEST_CASE("an article that is cut short or claims more than it has is damaged") {
  auto const whole = stored(record({"some text", "more"}), std::vector<SectionPlaces>(2));
  auto const read_all = [](StoredArticle const& article) {
    static_cast<void>(article.fields());
    static_cast<void>(article.read_sections(article.sections()));
    static_cast<void>(article.text(Inflater({}), 0, article.text_bytes()));
  };
  CHECK_FALSE(is_damaged(whole, read_all));
  for (std::size_t bytes = 0; bytes < whole.size(); ++bytes) {
    INFO(bytes);
    CHECK(is_damaged(whole.substr(0, bytes), read_all));
  }
  for (std::size_t const place : {1U, 2U}) { // the numbers of sections and of bytes of text
    auto more = whole;
    more[place] = '\x7f';
    INFO(place);
    CHECK(is_damaged(more, read_all));
  }
}

TEST_CASE("a section that claims more text than there is is damaged") {
  auto bytes = stored(record({"four"}), std::vector<SectionPlaces>(1));
  constexpr std::size_t numbers = 7; // of a dictionary, sections and bytes, each below 128
  auto const heads = numbers + static_cast<std::size_t>(bytes[3]);
  REQUIRE(bytes[heads] == 4);
  bytes[heads] = 5;
  CHECK(
      is_damaged(bytes, [](auto const& article) { static_cast<void>(article.read_sections(1)); }));
}
