// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/segment/articles.hpp"
#include "index/segment/merge.hpp"
#include "index/segment/posting_cursor.hpp"
#include "index/segment/words.hpp"
#include "index/segment/writer.hpp"
#include "tests/temporary_folder.hpp"
#include "text/analyser.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace recap::index::tests {

struct ModelTerm {
  std::uint32_t impact = 0;
  std::vector<std::uint32_t> positions = {};
  bool is_stem = false;
};

/// What a segment is to say of an article, in the plainest form.
struct ModelArticle {
  std::uint32_t docid = 0;
  Record record = {};
  FieldEnds ends{};
  std::map<std::string, ModelTerm> terms = {};
  std::vector<SectionPlaces> places = {};
};

using Model = std::vector<ModelArticle>;
using Random = std::mt19937;
using recap::tests::TemporaryFolder;

inline std::uint32_t below(Random& random, std::uint32_t end) {
  return static_cast<std::uint32_t>(random() % end);
}

inline std::vector<std::uint32_t> ascending(Random& random, std::size_t count,
                                            std::uint32_t largest_step) {
  std::vector<std::uint32_t> numbers;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < count; ++i)
    numbers.push_back(number += 1 + below(random, largest_step));
  return numbers;
}

/// An article with a term that all have (many times), some that many have, a rare one, stems
/// under their word, and bigrams without positions.
inline ModelArticle random_article(Random& random, std::uint32_t docid) {
  ModelArticle article{.docid = docid};
  article.record.id = "article-" + std::to_string(docid);
  article.record.title = "Article " + std::to_string(docid);
  article.ends = {below(random, 40), 50 + docid, 100'000, 200'000};
  article.terms["everywhere"] = {.impact = 1 + below(random, 30),
                                 .positions = ascending(random, 1 + below(random, 60), 90),
                                 .is_stem = true};
  auto const words = 5 + below(random, 60);
  for (std::uint32_t i = 0; i < words; ++i) {
    // The product makes small numbers frequent.
    auto const word = "w" + std::to_string(below(random, 40) * below(random, 40));
    std::uint32_t const impact = below(random, 10) == 0 ? 1000 : 1 + below(random, 90);
    article.terms[word] = {.impact = impact,
                           .positions = ascending(random, 1 + below(random, 4), 500),
                           .is_stem = below(random, 2) == 0};
    if (below(random, 3) > 0) continue;
    article.terms["Z" + word] = {.impact = 0,
                                 .positions = ascending(random, 1 + below(random, 3), 500)};
  }
  article.terms["Zonly" + std::to_string(below(random, 30))] = {
      .impact = 700, .positions = {3}, .is_stem = true};
  article.terms["Bab"] = {.impact = 5};
  article.terms["XTrare" + std::to_string(docid)] = {.impact = 1};
  article.terms["rare" + std::to_string(docid)] = {.impact = 9, .positions = {1, 2, 70'000}};
  return article;
}

inline Model random_model(std::uint32_t seed, std::uint32_t count, std::uint32_t first_docid = 1) {
  Random random(seed);
  Model model;
  std::uint32_t docid = first_docid;
  for (std::uint32_t i = 0; i < count; ++i, docid += 1 + below(random, 3))
    model.push_back(random_article(random, docid));
  return model;
}

inline std::vector<ArticleTerm> terms_of(ModelArticle const& article) {
  std::vector<ArticleTerm> terms;
  for (auto const& [term, of_term] : article.terms)
    terms.push_back({.term = term,
                     .impact = of_term.impact,
                     .positions = of_term.positions,
                     .is_stem = of_term.is_stem});
  return terms;
}

inline void add(SegmentWriter& writer, ModelArticle const& article) {
  auto const terms = terms_of(article);
  writer.add({.docid = article.docid,
              .record = &article.record,
              .ends = article.ends,
              .terms = terms,
              .sections = article.places});
}

/// Sections with their places, as the indexer makes them.
inline void add_section(ModelArticle& article, std::string heading, std::string text) {
  text::Analyser analyser;
  std::uint32_t const first =
      article.record.sections.empty() ? 40 : article.record.sections.back().end_position + 16;
  auto const heading_end = text::Analyser::next_position(analyser.analyse(heading, first), first);
  auto const tokens = analyser.analyse(text, heading_end);
  article.places.push_back(
      {.heading_words = heading_end - first, .offsets = place_offsets(tokens, heading_end)});
  article.record.sections.push_back(
      {.heading = std::move(heading),
       .anchor = "anchor",
       .level = 2,
       .first_position = first,
       .end_position = text::Analyser::next_position(tokens, heading_end),
       .text = std::move(text)});
}

/// Both files of a segment.
struct Files {
  std::filesystem::path words;
  std::filesystem::path articles;

  Files(std::filesystem::path const& folder, std::string const& number)
      : words(folder / ("words-" + number))
      , articles(folder / ("articles-" + number)) {}
};

inline void write(Model const& model, Files const& files) {
  SegmentWriter writer;
  for (auto const& article : model)
    add(writer, article);
  writer.finish(files.words, files.articles);
}

/// A segment that is open.
struct Opened {
  explicit Opened(Files const& files)
      : words(files.words)
      , articles(files.articles) {}
  [[nodiscard]] SegmentSource source() const {
    return {.words = &words, .articles = &articles, .docid_offset = 0};
  }
  SegmentWords words;
  SegmentArticles articles;
};

inline std::string bytes_of(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void put_bytes(std::filesystem::path const& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

/// Postings of a term by the model.
inline std::vector<Posting> postings_of(Model const& model, std::string const& term) {
  std::vector<Posting> postings;
  for (std::uint32_t local = 0; local < model.size(); ++local) {
    auto const found = model[local].terms.find(term);
    if (found != model[local].terms.end()) postings.push_back({local, found->second.impact});
  }
  return postings;
}

inline std::map<std::string, std::vector<Posting>> lists_of(Model const& model) {
  std::map<std::string, std::vector<Posting>> lists;
  for (std::uint32_t local = 0; local < model.size(); ++local) {
    for (auto const& [term, of_term] : model[local].terms)
      lists[term].push_back({local, of_term.impact});
  }
  return lists;
}

} // namespace recap::index::tests
