// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/articles_writer.hpp"

#include "index/segment/articles.hpp"
#include "tests/catch.hpp"
#include "tests/index/segment/model.hpp"

#include <string>
#include <vector>

using namespace recap::index;
using namespace recap::index::tests;

namespace {

Record record(std::string const& id, std::string text) {
  Record made;
  made.id = id;
  made.title = "T";
  made.sections.emplace_back().text = std::move(text);
  return made;
}

} // namespace

TEST_CASE("a text is sampled in the chunks into which it will be cut") {
  std::vector<std::string_view> samples;
  std::string const text(2 * chunk_bytes + 3, 'a');
  add_samples(text, samples);
  add_samples("", samples);
  add_samples("b", samples);
  REQUIRE(samples.size() == 4);
  CHECK(samples[0].size() == chunk_bytes);
  CHECK(samples[2].size() == 3);
  CHECK(samples[3] == "b");
}

TEST_CASE("a store writes what was added, and then the next file from nothing") {
  TemporaryFolder const folder;
  ArticleStore store;
  std::vector<SectionPlaces> const places(1);
  for (std::string const name : {"first", "second"}) {
    store.add(record(name + "-a", "some text"), places);
    store.add(record(name + "-b", std::string(3000, 'x')), places);
    store.write(folder.path() / name);
    SegmentArticles const articles(folder.path() / name);
    CHECK(articles.articles() == 2);
    CHECK(articles.record(0) == record(name + "-a", "some text"));
    CHECK(articles.record(1).sections.at(0).text.size() == 3000);
  }
  store.write(folder.path() / "none");
  CHECK(SegmentArticles(folder.path() / "none").articles() == 0);
}

TEST_CASE("articles stored with different dictionaries are read with their own") {
  TemporaryFolder const folder;
  std::string text;
  for (int i = 0; i < 80'000; ++i) // enough for a dictionary
    text += "station" + std::to_string(i * 31 % 977) + ' ';
  std::vector<std::string_view> samples;
  add_samples(text, samples);
  auto const dictionary = train_dictionary(samples);
  REQUIRE_FALSE(dictionary.empty());
  auto const article = record("a", text.substr(0, 5000));
  std::vector<SectionPlaces> const places(1);
  Compressor plain;
  Compressor trained(dictionary);
  ArticlesWriter out(folder.path() / "articles");
  out.add(0, encode_article(article, places, plain));
  out.add(2, encode_article(article, places, trained));
  std::vector<std::string_view> const dictionaries{dictionary, dictionary};
  out.finish(dictionaries);
  SegmentArticles const articles(folder.path() / "articles");
  CHECK(articles.record(0) == article);
  CHECK(articles.record(1) == article);
}
