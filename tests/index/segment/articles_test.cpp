// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/catch.hpp"
#include "tests/index/segment/texts.hpp"
#include "text/unicode.hpp"

using namespace recap;
using namespace recap::index;
using namespace recap::index::tests;

namespace {

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
