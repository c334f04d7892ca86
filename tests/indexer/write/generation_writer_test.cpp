// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/generation_writer.hpp"

#include "index/phrases.hpp"
#include "index/stored_articles.hpp"
#include "index/vocabulary.hpp"
#include "indexer/operate/segment_check.hpp"
#include "tests/index/store_fixture.hpp"

#include <map>
#include <random>

using namespace recap;
namespace fs = std::filesystem;

namespace {

using Articles = std::map<std::string, index::Record>;
using Frequencies = std::map<std::string, std::uint32_t>;

/// An index in a folder of its own and what it should have.
class Index {
public:
  explicit Index(Articles articles = {}) { run(std::move(articles), false); }

  /// Makes the index have these articles, changing what it has.
  void change(Articles articles) { run(std::move(articles), true); }

  [[nodiscard]] index::Manifest manifest() const { return store_.open_current(); }
  [[nodiscard]] fs::path folder() const { return store_.generation_folder(manifest().generation); }

  [[nodiscard]] index::StoredArticles stored() const { return {folder(), manifest()}; }

  [[nodiscard]] Articles articles() const {
    Articles found;
    stored().for_each([&](auto, auto const& record) { found.emplace(record.id, record); });
    return found;
  }

  [[nodiscard]] Frequencies frequencies() const {
    Frequencies found;
    auto const opened = stored();
    for (index::TermsInForce at(*opened.segments()); at; ++at)
      found.emplace(at.term(), at.document_frequency());
    return found;
  }

  [[nodiscard]] std::string file(char const* name) const {
    return index::content_of(folder() / name);
  }

  [[nodiscard]] std::size_t segments() const { return manifest().segments.size(); }

private:
  void run(Articles articles, bool changes) {
    index::Lock const lock(store_);
    indexer::MessageLoop loop;
    indexer::GenerationWriter writer(store_, loop,
                                     {.base = changes ? store_.current() : std::nullopt,
                                      .average_lengths = {2, 0, 0, 1, 0, 0, 2, 30}});
    std::size_t done = 0;
    std::size_t put = 0;
    for (auto const& [id, record] : articles) {
      if (auto const had = articles_.find(id);
          changes && had != articles_.end() && had->second == record)
        continue;
      writer.put(index::encode(record), [&](std::uint64_t) { ++done; });
      ++put;
    }
    for (auto const& [id, record] : articles_) {
      if (!articles.contains(id)) writer.remove(id);
    }
    writer.settle();
    CHECK(done == put);
    writer.finish();
    writer.publish({.settings = "s", .articles = articles.size()}, {});
    articles_ = std::move(articles);
  }

  tests::TemporaryFolder temporary_;
  index::Store store_{temporary_.path() / "db"};
  Articles articles_;
};

class MadeUp {
public:
  index::Record article(std::string id) {
    index::Record record;
    record.id = std::move(id);
    record.title = words(3);
    record.topics = {words(1), words(1)};
    record.year = static_cast<std::uint16_t>(2000 + random_() % 20);
    record.date = "2020-01-0" + std::to_string(1 + random_() % 9);
    for (int section = 0; section < 2; ++section) {
      auto& made = record.sections.emplace_back();
      made.heading = section == 0 ? "" : words(2);
      made.text = words(25);
    }
    return record;
  }

  Articles articles(int count) {
    Articles made;
    for (int number = 0; number < count; ++number)
      add(made);
    return made;
  }

  void add(Articles& articles) {
    auto const id = "a" + std::to_string(++last_);
    articles.emplace(id, article(id));
  }

  void change(Articles& articles) {
    auto& [id, record] = any(articles);
    record = article(id);
  }

  void remove(Articles& articles) { articles.erase(any(articles).first); }

private:
  std::pair<std::string const, index::Record>& any(Articles& articles) {
    return *std::next(articles.begin(), static_cast<std::ptrdiff_t>(random_() % articles.size()));
  }

  std::string words(int count) {
    static constexpr auto endings = std::to_array<std::string_view>({"", "s", "ing", "을", "에서"});
    std::string text;
    for (int i = 0; i < count; ++i) {
      // Some words are in few articles, so that they go with them.
      auto const rank = 1 + random_() % (1 + random_() % 400);
      text += (rank % 3 == 0 ? "서버" : "walk") + std::to_string(rank);
      text += endings[random_() % endings.size()];
      text += ' ';
    }
    text.pop_back();
    return text;
  }

  std::mt19937 random_{7};
  int last_ = 0;
};

void check_same(Index const& changed, Articles const& articles) {
  Index const rebuilt(articles);
  CHECK(changed.frequencies() == rebuilt.frequencies());
  auto const found = changed.articles();
  CHECK(found == rebuilt.articles());
  CHECK(found.size() == articles.size());
  CHECK(changed.file(index::vocabulary_name) == rebuilt.file(index::vocabulary_name));
  CHECK(changed.file(index::phrases_name) == rebuilt.file(index::phrases_name));
  CHECK(indexer::check_segments(changed.stored()).empty());
}

/// Names the file by what does not change when it has further names.
auto inode(fs::path const& file) {
  return std::pair(fs::hard_link_count(file), fs::file_size(file));
}

} // namespace

TEST_CASE("a changed index equals a rebuilt one") {
  MadeUp made;
  auto articles = made.articles(200);
  Index changed(articles);
  CHECK(changed.segments() == 1);
  SECTION("when articles are added") {
    for (int i = 0; i < 7; ++i)
      made.add(articles);
    changed.change(articles);
  }
  SECTION("when articles are changed") {
    for (int i = 0; i < 7; ++i)
      made.change(articles);
    changed.change(articles);
  }
  SECTION("when articles are removed") {
    for (int i = 0; i < 7; ++i)
      made.remove(articles);
    changed.change(articles);
  }
  SECTION("when what was changed is changed back") {
    auto const before = articles;
    made.change(articles);
    changed.change(articles);
    changed.change(before);
    articles = before;
  }
  CHECK(changed.segments() == 2);
  check_same(changed, articles);
}

TEST_CASE("an index changed many times equals a rebuilt one") {
  MadeUp made;
  auto articles = made.articles(120);
  Index changed(articles);
  std::size_t merges = 0;
  for (int run = 0; run < 12; ++run) {
    made.change(articles);
    made.add(articles);
    if (run % 2 == 0) made.remove(articles);
    changed.change(articles);
    if (changed.segments() == 1) ++merges;
    check_same(changed, articles);
  }
  CHECK(merges > 0);
  CHECK(merges < 12);
}

TEST_CASE("a second segment is kept until it has a tenth of the articles") {
  MadeUp made;
  auto articles = made.articles(100);
  Index changed(articles);
  auto const first = changed.manifest().segments.front();
  auto const before = inode(changed.folder() / first.words);
  for (int i = 0; i < 10; ++i)
    made.add(articles);
  changed.change(articles);
  REQUIRE(changed.segments() == 2);
  CHECK(changed.manifest().segments.front() == first);
  CHECK(changed.manifest().segments.back() == index::SegmentNames{"words-2", "articles-2"});
  CHECK(inode(changed.folder() / first.words) == std::pair(before.first + 1, before.second));
  made.add(articles);
  made.add(articles);
  changed.change(articles);
  CHECK(changed.manifest().segments == std::vector<index::SegmentNames>{{"words-3", "articles-3"}});
  check_same(changed, articles);
}

TEST_CASE("an article that was removed and added again gets a new number") {
  MadeUp made;
  auto const articles = made.articles(40);
  Index changed(articles);
  auto without = articles;
  without.erase("a1");
  without.erase("a40");
  changed.change(without);
  changed.change(articles);
  check_same(changed, articles);
}
