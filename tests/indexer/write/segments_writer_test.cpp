// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/segments_writer.hpp"

#include "index/fields.hpp"
#include "tests/index/store_fixture.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::indexer;
namespace fs = std::filesystem;

namespace {

using Docids = std::vector<std::uint32_t>;

index::Record record(std::string const& id, std::string const& text) {
  index::Record made;
  made.id = id;
  made.title = "Title";
  made.sections.emplace_back().text = text;
  return made;
}

/// Writes one generation after another, each from the one before.
class Generations {
public:
  /// Begins a generation, with the last one as its base.
  SegmentsWriter& begin() {
    draft_ = std::make_unique<index::NewGeneration>(store_);
    writer_ =
        std::make_unique<SegmentsWriter>(folder_.path() / "work", index::FieldLengths{}, base);
    return *writer_;
  }

  /// Sets an article, and counts the words of its text.
  void put(std::uint32_t docid, std::string const& id, std::string const& text) {
    writer_->put(docid, record(id, text), [this, docid](auto count) { words[docid] = count; });
  }

  void finish() {
    index::Manifest manifest;
    manifest.segments = writer_->finish(*draft_);
    index::StoreFixture::fill(*draft_);
    draft_->publish(manifest, 10);
    base = {.folder = store_.generation_folder(draft_->number()),
            .manifest = store_.read(draft_->number())};
    segments = std::make_unique<index::Segments>(base->folder, base->manifest.segments);
  }

  /// A first generation with the articles 1 to `count`.
  void make_first(std::uint32_t count) {
    begin();
    for (std::uint32_t docid = 1; docid <= count; ++docid)
      put(docid, "first" + std::to_string(docid), "common");
    finish();
  }

  [[nodiscard]] std::string id(std::uint32_t docid) const {
    return segments->place(docid) ? segments->record(docid).id : "none";
  }
  [[nodiscard]] std::uint32_t frequency(std::string_view word) const {
    return segments->document_frequency(index::word_term({}, word));
  }
  [[nodiscard]] Docids docids(std::size_t segment) const {
    auto const all = segments->words(segment).docids();
    return {all.begin(), all.end()};
  }

  std::optional<SegmentsWriter::Base> base;
  std::unique_ptr<index::Segments> segments;
  std::map<std::uint32_t, std::uint64_t> words;

private:
  tests::TemporaryFolder folder_;
  index::Store store_{folder_.path() / "db"};
  index::Lock lock_{store_};
  std::unique_ptr<index::NewGeneration> draft_;
  std::unique_ptr<SegmentsWriter> writer_;
};

} // namespace

TEST_CASE("a segment has its articles by number, in whatever order and pieces they came") {
  Generations made;
  auto& writer = made.begin();
  made.put(7, "seven", "a common word");
  made.put(2, "two", "common");
  writer.settle();
  CHECK(made.words == std::map<std::uint32_t, std::uint64_t>{{2, 1}, {7, 3}});
  made.put(5, "five", "");
  made.put(3, "three", "common");
  writer.remove(3);
  writer.remove(1000); // was never there
  writer.settle();
  writer.settle(); // has nothing to do
  CHECK(made.words.at(5) == 0);
  made.finish();
  REQUIRE(made.segments->size() == 1);
  CHECK(made.id(2) == "two");
  CHECK(made.id(5) == "five");
  CHECK(made.id(7) == "seven");
  CHECK(made.id(3) == "none");
  CHECK(made.id(1000) == "none");
}

TEST_CASE("few changes are in a second segment, and the first is shared") {
  Generations made;
  made.make_first(40);
  auto const first = made.base->manifest.segments.at(0);
  auto const file = made.base->folder / first.words;
  auto& writer = made.begin();
  made.put(41, "new", "common");
  made.put(5, "changed", "other");
  writer.remove(6);
  made.finish();
  REQUIRE(made.segments->size() == 2);
  CHECK(made.base->manifest.segments[0] == first);
  CHECK(fs::equivalent(made.base->folder / first.words, file));
  CHECK(made.docids(1) == Docids{5, 41});
  CHECK(made.id(5) == "changed");
  CHECK(made.id(6) == "none");
  CHECK(made.id(7) == "first7");
  CHECK(made.id(41) == "new");
  CHECK(made.frequency("common") == 39); // without 5 and 6, with 41
  CHECK(made.frequency("other") == 1);
}

TEST_CASE("later changes replace the second segment, with what is live in it") {
  Generations made;
  made.make_first(60);
  made.begin();
  made.put(5, "changed", "other");
  made.put(6, "changed too", "other");
  made.finish();
  auto const second = made.base->manifest.segments.at(1);
  made.begin().remove(6);
  made.put(7, "last", "other");
  made.finish();
  REQUIRE(made.segments->size() == 2);
  CHECK_FALSE(made.base->manifest.segments[1] == second);
  CHECK(made.docids(1) == Docids{5, 7});
  CHECK(made.id(5) == "changed");
  CHECK(made.id(6) == "none");
  CHECK(made.frequency("common") == 57);
  CHECK(made.frequency("other") == 2);
}

TEST_CASE("many changes merge everything into one segment, without what is dead") {
  Generations made;
  made.make_first(10);
  auto& writer = made.begin();
  made.put(5, "changed", "other");
  writer.remove(6);
  made.finish();
  REQUIRE(made.segments->size() == 1);
  CHECK(made.docids(0) == Docids{1, 2, 3, 4, 5, 7, 8, 9, 10});
  CHECK(made.id(5) == "changed");
  CHECK(made.frequency("common") == 8);
  made.begin();
  for (std::uint32_t docid = 1; docid <= 10; ++docid)
    made.put(docid, "again" + std::to_string(docid), "again");
  made.finish();
  CHECK(made.segments->size() == 1);
  CHECK(made.frequency("common") == 0);
  CHECK(made.frequency("again") == 10);
}

TEST_CASE("a base whose manifest lacks a file of its segment is damaged") {
  Generations made;
  made.make_first(40);
  auto const name = made.base->manifest.segments.at(0).articles;
  std::erase_if(made.base->manifest.files, [&](auto const& file) { return file.name == name; });
  made.begin();
  made.put(5, "changed", "other");
  auto const error = index::error_of([&] { made.finish(); });
  CHECK(error.code() == index::ErrorCode::damaged);
  CHECK(std::string(error.what()).find(name) != std::string::npos);
}
