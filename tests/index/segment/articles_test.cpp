// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/catch.hpp"
#include "tests/index/segment/model.hpp"
#include "text/unicode.hpp"

using namespace recap;
using namespace recap::index;
using namespace recap::index::tests;

namespace {

std::string some_text(Random& random, std::size_t words) {
  static constexpr auto vocabulary = std::to_array<std::string_view>(
      {"orbit", "인턴십을", "Backend.AI", "it's", "naïve", "東京都", "comet", "a", "측정하는",
       "C++", "(1984)", "well-known", "gravitational", "—"});
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    text += vocabulary[below(random, vocabulary.size())];
    text += below(random, 12) == 0 ? ".\n" : " ";
  }
  return text;
}

ModelArticle with_texts(std::uint32_t docid, std::vector<std::string> const& texts) {
  ModelArticle article{.docid = docid};
  article.record.id = "id-" + std::to_string(docid);
  article.record.title = "Title";
  article.record.author = {"Ada", "김철수"};
  article.record.summary = "A summary.";
  for (auto const& text : texts)
    add_section(article, "A heading of five", text);
  return article;
}

bool is_valid(std::string_view text) {
  return !text::invalid_utf8(text);
}

} // namespace

TEST_CASE("records are read whole, and without texts") {
  TemporaryFolder const folder;
  Random random(4);
  Model model;
  for (std::uint32_t docid = 1; docid < 40; ++docid) {
    std::vector<std::string> texts;
    for (auto left = below(random, 5); left > 0; --left)
      texts.push_back(some_text(random, below(random, 900)));
    model.push_back(with_texts(docid, texts));
  }
  Files const files(folder.path(), "1");
  write(model, files);
  SegmentArticles const articles(files.articles);
  REQUIRE(articles.articles() == model.size());
  for (std::uint32_t local = 0; local < model.size(); ++local) {
    CHECK(articles.record(local) == model[local].record);
    Record shown = model[local].record;
    for (auto& section : shown.sections)
      section.text.clear();
    CHECK(articles.fields(local) == shown);
    for (std::size_t i = 0; i < shown.sections.size(); ++i)
      CHECK(articles.heading_words(local, i) == 4);
  }
}

TEST_CASE("a window has the text around any position, and the position of its first word") {
  TemporaryFolder const folder;
  Random random(6);
  auto const article =
      with_texts(1, {some_text(random, 700), "", some_text(random, 15), some_text(random, 3'000)});
  Files const files(folder.path(), "1");
  write({article}, files);
  SegmentArticles const articles(files.articles);
  text::Analyser analyser;
  for (std::size_t number = 0; number < 4; ++number) {
    Section const& section = article.record.sections[number];
    auto const first = section.first_position + article.places[number].heading_words;
    auto const tokens = analyser.analyse(section.text, first);
    for (std::uint32_t position = section.first_position; position < section.end_position + 20;
         ++position) {
      CAPTURE(number, position);
      auto const window = articles.window(0, number, position, 60, 100);
      REQUIRE(section.text.substr(window.begin, window.text.size()) == window.text);
      CHECK(window.section_bytes == section.text.size());
      CHECK(is_valid(window.text));
      auto const found = std::ranges::find_if(
          tokens, [&](auto const& token) { return token.position == std::max(position, first); });
      if (found == tokens.end()) continue;
      CHECK((window.begin == 0 || window.begin + 60 <= found->begin));
      CHECK(window.begin + window.text.size() >=
            std::min<std::size_t>(section.text.size(), found->end + 50));
      auto const begins = std::ranges::find_if(
          tokens, [&](auto const& token) { return token.begin >= window.begin; });
      CHECK(begins->position == window.first_position);
      CHECK(window.text.size() < 60 + 100 + 3 * 16 * 20);
    }
  }
}

TEST_CASE("windows of kept positions end at characters, wherever a chunk ends") {
  TemporaryFolder const folder;
  std::string text;
  for (int i = 0; i < 900; ++i)
    text += "가나다 ";
  auto const article = with_texts(1, {"ab", text});
  Files const files(folder.path(), "1");
  write({article}, files);
  SegmentArticles const articles(files.articles);
  auto const& section = article.record.sections[1];
  for (std::uint32_t position = section.first_position; position <= section.end_position;
       position += 16) {
    for (std::size_t after = 0; after < 4; ++after) {
      auto const window = articles.window(0, 1, position, 3, after);
      CHECK(is_valid(window.text));
      CHECK(text.compare(window.begin, window.text.size(), window.text) == 0);
    }
  }
}

TEST_CASE("a section that an article does not have has an empty window") {
  TemporaryFolder const folder;
  Files const files(folder.path(), "1");
  write({with_texts(1, {"One."}), with_texts(2, {})}, files);
  SegmentArticles const articles(files.articles);
  CHECK(articles.window(0, 1, 50, 10, 10).text.empty());
  CHECK(articles.window(1, 0, 50, 10, 10).text.empty());
  CHECK(articles.heading_words(1, 0) == 0);
}

TEST_CASE("enough text is compressed with a dictionary, also when only the merge has enough") {
  TemporaryFolder const folder;
  Random random(8);
  Model model;
  std::size_t bytes = 0;
  for (std::uint32_t docid = 1; docid <= 300; ++docid) {
    model.push_back(with_texts(docid, {some_text(random, 500)}));
    bytes += model.back().record.sections[0].text.size();
  }
  Files const all(folder.path(), "all");
  write(model, all);
  std::vector<Opened> opened;
  opened.reserve(10);
  std::vector<SegmentSource> inputs;
  std::size_t in_pieces = 0;
  for (std::size_t begin = 0; begin < 300; begin += 30) {
    Files const files(folder.path(), std::to_string(begin));
    auto const first = model.begin() + static_cast<std::ptrdiff_t>(begin);
    write({first, first + 30}, files);
    in_pieces += std::filesystem::file_size(files.articles);
    opened.emplace_back(files);
    inputs.push_back(opened.back().source());
  }
  Files const merged(folder.path(), "merged");
  merge_segments(inputs, merged.words, merged.articles);
  CHECK(std::filesystem::file_size(all.articles) < bytes / 2);
  CHECK(std::filesystem::file_size(merged.articles) < in_pieces);
  SegmentArticles const articles(merged.articles);
  for (std::uint32_t local = 0; local < 300; ++local)
    CHECK(articles.record(local) == model[local].record);
}

TEST_CASE("articles of several dictionaries are merged without losing a word") {
  TemporaryFolder const folder;
  Random random(9);
  Model model;
  for (std::uint32_t docid = 1; docid <= 400; ++docid)
    model.push_back(with_texts(docid, {some_text(random, 600)}));
  std::vector<Opened> opened;
  opened.reserve(3);
  std::vector<SegmentSource> inputs;
  for (auto const& [begin, end] : {std::pair(0, 190), std::pair(190, 395), std::pair(395, 400)}) {
    Files const files(folder.path(), std::to_string(begin));
    write({model.begin() + begin, model.begin() + end}, files);
    opened.emplace_back(files);
    inputs.push_back(opened.back().source());
  }
  Files const merged(folder.path(), "merged");
  merge_segments(inputs, merged.words, merged.articles);
  SegmentArticles const articles(merged.articles);
  for (std::uint32_t local = 0; local < 400; ++local) {
    CHECK(articles.record(local) == model[local].record);
    auto const window = articles.window(local, 0, 100, 50, 50);
    CHECK(model[local].record.sections[0].text.substr(window.begin, window.text.size()) ==
          window.text);
  }
}

TEST_CASE("a writer continues with the next segment, and its segments share a dictionary") {
  TemporaryFolder const folder;
  Random random(10);
  SegmentWriter writer;
  std::vector<Opened> opened;
  opened.reserve(2);
  std::vector<SegmentSource> inputs;
  Model model;
  for (std::uint32_t const last : {700U, 720U}) {
    while (model.size() < last) {
      auto const docid = static_cast<std::uint32_t>(model.size() + 1);
      model.push_back(with_texts(docid, {some_text(random, 900)}));
      add(writer, model.back());
    }
    Files const files(folder.path(), std::to_string(last));
    writer.finish(files.words, files.articles);
    CHECK(writer.text_bytes() == 0);
    opened.emplace_back(files);
    inputs.push_back(opened.back().source());
  }
  CHECK(opened[1].words.articles() == 20);
  Files const merged(folder.path(), "merged");
  merge_segments(inputs, merged.words, merged.articles);
  SegmentArticles const articles(merged.articles);
  for (std::uint32_t local = 0; local < 720; ++local)
    CHECK(articles.record(local) == model[local].record);
  auto const bytes = [&](std::string const& number) {
    return std::filesystem::file_size(folder.path() / ("articles-" + number));
  };
  constexpr std::size_t of_dictionary = 30'000; // at least; it is in one of three files less
  CHECK(bytes("merged") + of_dictionary < bytes("700") + bytes("720"));
}
