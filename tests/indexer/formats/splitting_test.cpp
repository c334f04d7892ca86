// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/splitting.hpp"

#include "indexer/formats/file_reader.hpp"
#include "indexer/formats/format.hpp"
#include "tests/index/store_fixture.hpp"

using namespace recap;
using namespace recap::indexer;

namespace {

struct Piece {
  std::string bytes;
  std::size_t line = 0;
  bool too_large = false;

  bool operator==(Piece const&) const = default;
};

using Pieces = std::vector<Piece>;

/// What `split` visits in a file of `content`, with articles of at most eight bytes.
template <typename Split>
Pieces pieces_of(Split split, std::string_view content) {
  tests::TemporaryFolder const folder;
  SourceFile const file{.path = (folder.path() / "a").string(), .name = "a", .relative = "a"};
  index::write_file(file.path, content);
  ReadOptions options;
  options.max_article_bytes = 8;
  Pieces pieces;
  split(file, options, [&](RawArticle const& raw) {
    pieces.push_back({std::string(raw.bytes), raw.line, raw.too_large});
  });
  return pieces;
}

} // namespace

TEST_CASE("lines are numbered, and blank ones, a BOM and carriage returns are dropped") {
  CHECK(pieces_of(read_lines,
                  "\xEF\xBB\xBF"
                  "one\r\n\n \t\r\ntwo") == Pieces{{"one", 1, false}, {"two", 4, false}});
  CHECK(pieces_of(read_lines, "").empty());
}

TEST_CASE("a line that is too large is cut, and the line after it is whole") {
  CHECK(pieces_of(read_lines, "12345678\n123456789 and more\nnext\n") ==
        Pieces{{"12345678", 1, false}, {"123456789", 2, true}, {"next", 3, false}});
  std::string const beyond_buffer(600'000, 'x');
  CHECK(pieces_of(read_lines, beyond_buffer + "\nnext") ==
        Pieces{{"xxxxxxxxx", 1, true}, {"next", 2, false}});
}

TEST_CASE("a whole file is one article without a line, cut if it is too large") {
  CHECK(pieces_of(read_whole, "a\nb") == Pieces{{"a\nb", 0, false}});
  CHECK(pieces_of(read_whole, "12345678") == Pieces{{"12345678", 0, false}});
  CHECK(pieces_of(read_whole, "1234567890") == Pieces{{"123456789", 0, true}});
  CHECK(pieces_of(read_whole, "") == Pieces{{"", 0, false}});
}

TEST_CASE("a file that changes while its lines are visited is refused after them") {
  tests::TemporaryFolder const folder;
  SourceFile const file{.path = (folder.path() / "a").string(), .name = "a", .relative = "a"};
  index::write_file(file.path, "one\n");
  auto const read = [&] {
    read_lines(file, {},
               [&](RawArticle const&) { index::write_file(file.path, "one\nand more\n"); });
  };
  CHECK_THROWS_AS(read(), Changing);
}
