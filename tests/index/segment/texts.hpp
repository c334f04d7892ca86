// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "tests/index/segment/model.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recap::index::tests {

/// Words of several scripts, with line ends.
inline std::string some_text(Random& random, std::size_t words) {
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

/// An article with a section for each text.
inline ModelArticle with_texts(std::uint32_t docid, std::vector<std::string> const& texts) {
  ModelArticle article{.docid = docid};
  article.record.id = "id-" + std::to_string(docid);
  article.record.title = "Title";
  article.record.author = {"Ada", "김철수"};
  article.record.summary = "A summary.";
  for (auto const& text : texts)
    add_section(article, "A heading of five", text);
  return article;
}

} // namespace recap::index::tests
