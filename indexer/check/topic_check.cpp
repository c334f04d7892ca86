// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/check/topic_check.hpp"

#include "index/fields.hpp"
#include "text/ascii.hpp"
#include "text/edit_distance.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <map>

namespace recap::indexer {
namespace {

constexpr std::size_t shortest_compared = 5;

struct Topic {
  std::string name; ///< as first written
  std::size_t articles = 0;
  CheckedArticle const* article = nullptr; ///< the first
};

std::string letters(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '-' || c == '_'; });
  return text;
}

std::string digits(std::string_view text) {
  std::string found;
  std::ranges::copy_if(text, std::back_inserter(found), text::is_digit);
  return found;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Distances count bytes, so only ASCII words are compared by letter; "v1" and "v2" are different
/// topics.
bool looks_like(std::string const& rare, std::string const& other) {
  if (letters(rare) == letters(other)) return true;
  return rare.size() >= shortest_compared && is_ascii(rare) && is_ascii(other) &&
         digits(rare) == digits(other) && rare.front() == other.front() &&
         text::edit_distance(rare, other, 1) == 1;
}

} // namespace

void check_topics(std::vector<CheckedArticle> const& articles, std::vector<Finding>& findings) {
  std::map<std::string, Topic> topics;
  for (auto const& article : articles) {
    for (auto const& name : article.record.topics) {
      auto& topic = topics[text::fold(name)];
      if (topic.articles++ == 0) topic = {name, 1, &article};
    }
  }
  for (auto const& [key, topic] : topics) {
    if (topic.articles > 1) continue;
    Topic const* best = nullptr;
    for (auto const& [other_key, other] : topics) {
      if (other.articles < 2 || (best != nullptr && best->articles >= other.articles)) continue;
      if (looks_like(key, other_key)) best = &other;
    }
    if (best == nullptr) continue;
    findings.push_back({.level = Level::warning,
                        .rule = "rare-topic",
                        .path = topic.article->file,
                        .line = line_of_key(*topic.article, index::keys_of(index::FieldId::topic)),
                        .message = "topic \"" + topic.name + "\" occurs once; is it \"" +
                                   best->name + "\", which " + std::to_string(best->articles) +
                                   " articles have?"});
  }
}

} // namespace recap::indexer
