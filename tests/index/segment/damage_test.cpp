// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/error.hpp"
#include "tests/catch.hpp"
#include "tests/index/segment/model.hpp"

#include <functional>

using namespace recap;
using namespace recap::index;
using namespace recap::index::tests;

namespace {

Model small_model() {
  Model model = random_model(51, 150);
  for (auto& article : model) {
    std::string text;
    for (std::uint32_t i = 0; i < 60; ++i)
      text += "word" + std::to_string(i * article.docid % 97) + ' ';
    add_section(article, "Heading", text);
  }
  return model;
}

/// Reads a segment as widely as possible; what it says may be wrong, but stays within bounds.
void read_all(std::filesystem::path const& file, bool are_words) {
  if (!are_words) {
    SegmentArticles const articles(file);
    for (std::uint32_t local = 0; local < articles.articles(); local += 13) {
      try {
        static_cast<void>(articles.record(local));
        static_cast<void>(articles.window(local, 0, 70, 20, 20));
      } catch (Error const&) {
      }
    }
    return;
  }
  SegmentWords const words(file);
  std::vector<std::uint32_t> positions;
  std::vector<ForwardEntry> entries;
  for (std::uint32_t local = 0; local < words.articles(); local += 13) {
    static_cast<void>(words.ends(local));
    words.forward(local, entries);
  }
  for (auto const& entry : entries)
    static_cast<void>(words.entry(entry.ordinal));
  for (auto const* const term : {"Bab", "Zw12", "everywhere", "rare7", "w0", "w90", "zz"}) {
    auto const found = words.find(term);
    if (!found) continue;
    PostingCursor cursor(words, *found);
    static_cast<void>(cursor.seek(140));
    cursor.positions(positions);
    PostingCursor other(words, *found);
    for (auto block = other.next_block(words.articles()); !block.empty();
         block = other.next_block(words.articles())) {
      for (auto const& [article, impact] : block)
        REQUIRE((article < words.articles() && impact <= 1023));
      for (std::size_t place = 0; place < block.size(); place += 9)
        other.positions(place, positions);
    }
  }
}

void read_damaged(std::filesystem::path const& file, std::string_view bytes, bool are_words) {
  put_bytes(file, bytes);
  try {
    read_all(file, are_words);
  } catch (Error const& error) {
    CHECK(error.code() == ErrorCode::damaged);
  }
}

} // namespace

TEST_CASE("a segment that is cut short anywhere is refused") {
  TemporaryFolder const folder;
  Files const files(folder.path(), "1");
  write(small_model(), files);
  for (auto const& file : {files.words, files.articles}) {
    auto const bytes = bytes_of(file);
    auto const cut = folder.path() / "cut";
    for (std::size_t length = 0; length < bytes.size(); length += 97) {
      put_bytes(cut, std::string_view(bytes).substr(0, length));
      if (file == files.words) {
        CHECK_THROWS_AS(SegmentWords(cut), Error);
      } else {
        CHECK_THROWS_AS(SegmentArticles(cut), Error);
      }
    }
  }
}

TEST_CASE("a segment with a changed byte is refused or read within its bounds") {
  TemporaryFolder const folder;
  Files const files(folder.path(), "1");
  write(small_model(), files);
  for (auto const& file : {files.words, files.articles}) {
    auto const bytes = bytes_of(file);
    auto const other = folder.path() / "other";
    Random random(1);
    for (std::size_t at = 0; at < bytes.size(); at += at < 64 ? 1 : 1 + below(random, 60)) {
      for (unsigned const change : {0x01U, 0x80U, 0xFFU}) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ change);
        read_damaged(other, damaged, file == files.words);
      }
    }
  }
}
