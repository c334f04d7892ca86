// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/segment_pieces.hpp"

#include "indexer/terms/article_terms.hpp"
#include "tests/index/store_fixture.hpp"

#include <algorithm>

using namespace recap;
using namespace recap::indexer;
namespace fs = std::filesystem;

namespace {

using Docids = std::vector<std::uint32_t>;

/// Writes a piece with articles of these numbers.
fs::path piece(fs::path const& folder, Docids const& docids) {
  fs::create_directory(folder);
  TermBuilder builder({});
  index::SegmentWriter writer;
  for (auto const docid : docids) {
    index::Record record;
    record.id = folder.filename().string() + std::to_string(docid);
    record.title = "Title";
    writer.add(segment_article(docid, record, builder.build(record)));
  }
  auto const names = segment_names(0);
  writer.finish(folder / names.words, folder / names.articles);
  return folder;
}

Docids docids_of(fs::path const& place, index::SegmentNames const& names) {
  index::SegmentWords const words(place / names.words);
  auto const docids = words.docids();
  return {docids.begin(), docids.end()};
}

} // namespace

TEST_CASE("a single piece is moved, not written again") {
  tests::TemporaryFolder const folder;
  auto const only = piece(folder.path() / "only", {1, 2});
  auto const names = segment_names(5);
  fs::create_hard_link(only / segment_names(0).words, folder.path() / "same");
  SegmentPieces pieces;
  pieces.add(only);
  pieces.merge(folder.path(), names, index::DeadCounts::drop);
  CHECK(fs::equivalent(folder.path() / "words-5", folder.path() / "same"));
  CHECK(fs::exists(folder.path() / "articles-5"));
  CHECK(fs::is_empty(only));
}

TEST_CASE("pieces that count from 1 are merged with their offsets, and removed") {
  tests::TemporaryFolder const folder;
  auto const first = piece(folder.path() / "first", {1, 2});
  auto const second = piece(folder.path() / "second", {1, 3});
  index::write_file(second / "database", "still needed");
  SegmentPieces pieces;
  pieces.add(first, 0);
  pieces.add(second, 2);
  CHECK(pieces.size() == 2);
  pieces.merge(folder.path(), segment_names(1), index::DeadCounts::drop);
  CHECK(docids_of(folder.path(), segment_names(1)) == Docids{1, 2, 3, 5});
  index::SegmentArticles const articles(folder.path() / "articles-1");
  CHECK(articles.record(2).id == "second1");
  CHECK(fs::is_empty(first));
  CHECK(fs::exists(second / "database"));
  CHECK_FALSE(fs::exists(second / segment_names(0).words));
}

TEST_CASE("a single piece with an offset is renumbered") {
  tests::TemporaryFolder const folder;
  SegmentPieces pieces;
  pieces.add(piece(folder.path() / "only", {1}), 7);
  pieces.merge(folder.path(), segment_names(2), index::DeadCounts::drop);
  CHECK(docids_of(folder.path(), segment_names(2)) == Docids{8});
}

TEST_CASE("only live articles of an earlier segment are merged, and its files stay") {
  tests::TemporaryFolder const folder;
  auto const earlier = piece(folder.path() / "earlier", {1, 2, 3});
  index::SegmentWords const words(earlier / segment_names(0).words);
  index::SegmentArticles const articles(earlier / segment_names(0).articles);
  SegmentPieces pieces;
  pieces.add(words, articles, [](std::uint32_t docid) { return docid != 2; });
  pieces.add(piece(folder.path() / "changed", {2}));
  pieces.merge(folder.path(), segment_names(2), index::DeadCounts::drop);
  CHECK(docids_of(folder.path(), segment_names(2)) == Docids{1, 2, 3});
  index::SegmentArticles const merged(folder.path() / "articles-2");
  CHECK(merged.record(0).id == "earlier1");
  CHECK(merged.record(1).id == "changed2");
  CHECK(fs::exists(earlier / segment_names(0).words));
}
