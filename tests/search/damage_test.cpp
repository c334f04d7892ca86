// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/error.hpp"
#include "index/generation.hpp"
#include "searchd/search/engine.hpp"
#include "tests/catch.hpp"
#include "tests/search/small_index.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

using namespace recap;
namespace fs = std::filesystem;

namespace {

/// All results of an engine in one text, with ids, order and words.
std::string answers(search::Engine const& engine) {
  std::string all;
  for (auto const* const q : {"", "common", "engine redis", "\"mapped file\"", "redi*", "rediss",
                              "인턴십", "topic:search", "author:ann -redis"}) {
    search::Request request;
    request.q = q;
    request.facets = {index::FieldId::topic, index::FieldId::year};
    auto const result = engine.search(request);
    all += std::to_string(result.total) + ':';
    for (auto const& hit : result.hits)
      all += hit.article.id + ' ' + hit.title_html + ' ' + hit.best.snippet_html + '\n';
  }
  search::SuggestRequest typed;
  typed.q = "re";
  for (auto const& one : engine.suggest(typed).suggestions)
    all += one.text + '\n';
  if (auto const related = engine.related("a3", 5)) {
    for (auto const& story : related->hits)
      all += story.article.id + '\n';
  }
  return all;
}

std::string content_of(fs::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Writes in place, so that files shared with other generations are damaged too, as by a disk.
void write_at(fs::path const& file, std::size_t offset, char byte) {
  std::fstream out(file, std::ios::binary | std::ios::in | std::ios::out);
  out.seekp(static_cast<std::streamoff>(offset));
  out.put(byte);
}

std::vector<std::string> articles(std::string const& changing) {
  std::vector<std::string> lines;
  for (int i = 0; i < 12; ++i) {
    lines.push_back(R"({"id": "a)" + std::to_string(i) + R"(", "title": "Article )" +
                    std::to_string(i) +
                    R"(", "author": "Ann", "topics": ["search"], "date": "2022-0)" +
                    std::to_string(1 + i % 9) + R"(-01", "text": "common words of an engine, )" +
                    (i % 2 == 0 ? "redis and a mapped file" : "인턴십을 시작했다") + R"("})");
  }
  lines.push_back(R"({"id": "b", "title": "Changing", "text": ")" + changing + R"("})");
  return lines;
}

struct TwoGenerations {
  TwoGenerations()
      : index(articles("common before")) {
    before = answers(search::Engine(index.folder()));
    index.change(articles("common after"));
    after = answers(search::Engine(index.folder()));
    REQUIRE(before != after);
    for (auto const& entry : fs::recursive_directory_iterator(index.folder() / "gen-0002"))
      if (entry.is_regular_file()) files.push_back(entry.path());
    files.push_back(index.folder() / "CURRENT");
    std::ranges::sort(files);
    REQUIRE(files.size() > 10);
  }

  tests::SmallIndex index;
  std::string before;
  std::string after;
  std::vector<fs::path> files;
};

/// Calls `visit` with files, offsets and bytes that differ there: every byte of small files, some
/// of large ones.
template <typename Visit>
void for_each_damage(std::vector<fs::path> const& files, std::size_t most, Visit const& visit) {
  std::mt19937 random(7);
  for (auto const& file : files) {
    auto const bytes = content_of(file);
    auto const step = std::max<std::size_t>(1, bytes.size() / most);
    for (std::size_t at = 0; at < bytes.size(); at += 1 + random() % (2 * step - 1)) {
      auto const changed = static_cast<char>(bytes[at] ^ (1 << random() % 8));
      INFO(file << " at " << at);
      visit(file, at, changed);
      write_at(file, at, bytes[at]);
    }
  }
}

} // namespace

TEST_CASE_METHOD(TwoGenerations,
                 "a flipped byte of any file gives the previous generation or an error") {
  std::size_t fell_back = 0;
  for_each_damage(files, 100, [&](fs::path const& file, std::size_t at, char byte) {
    write_at(file, at, byte);
    try {
      search::Engine const engine(index.folder());
      auto const found = answers(engine);
      // The new generation is used only if the byte means nothing: a line end, a space in JSON.
      CHECK((found == before || found == after));
      fell_back += found == before ? 1 : 0;
    } catch (index::Error const& error) {
      CHECK(std::string(error.what()).find(index.folder().string()) != std::string::npos);
    }
  });
  CHECK(fell_back > files.size());
  CHECK(answers(search::Engine(index.folder())) == after);
}

TEST_CASE_METHOD(TwoGenerations, "a byte that flips while it is served causes no crash") {
  search::Engine const engine(index.folder());
  for_each_damage(files, 120, [&](fs::path const& file, std::size_t at, char byte) {
    write_at(file, at, byte);
    try {
      static_cast<void>(answers(engine));
    } catch (index::Error const& error) {
      CHECK(error.code() == index::ErrorCode::damaged);
    }
  });
  CHECK(answers(engine) == after);
}
