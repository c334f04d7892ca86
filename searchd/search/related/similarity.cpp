// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/related/similarity.hpp"

#include "index/fields.hpp"
#include "searchd/search/match/idf.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <set>

namespace recap::search {
namespace {

/// Stories whose numbers of words differ by more than this factor are not similar: with equally
/// rare words, they share less than 1/4, and near-duplicates at least near_duplicate_share.
constexpr std::size_t longest_ratio = 4;

std::set<std::string> titles(index::Record const& record) {
  std::set<std::string> titles{text::fold(record.title)};
  for (auto const& alias : record.aliases)
    titles.insert(text::fold(alias));
  titles.erase("");
  return titles;
}

} // namespace

double similarity(Story const& one, Story const& other, Reader& reader) {
  auto const [fewer, more] = std::minmax({one.stems.size(), other.stems.size()});
  if (fewer == 0 || more > longest_ratio * fewer) return 0;
  std::vector<std::string> terms;
  for (auto const* story : {&one, &other}) {
    for (Stem const& stem : story->stems)
      terms.push_back(index::stem_term("", stem.stem));
  }
  reader.look_up(terms);
  double const articles = reader.articles();
  auto const rarity_of = [&](std::string const& stem) {
    return idf(articles, reader.document_frequency(index::stem_term("", stem)));
  };
  double common = 0;
  double all = 0;
  auto a = one.stems.begin();
  auto b = other.stems.begin();
  while (a != one.stems.end() || b != other.stems.end()) {
    bool const has_a = a != one.stems.end() && (b == other.stems.end() || a->stem <= b->stem);
    bool const has_b = b != other.stems.end() && (a == one.stems.end() || b->stem <= a->stem);
    double const rarity = rarity_of(has_a ? a->stem : b->stem);
    all += rarity;
    if (has_a && has_b) common += rarity;
    if (has_a) ++a;
    if (has_b) ++b;
  }
  return all > 0 ? common / all : 0;
}

bool are_versions(index::Record const& one, index::Record const& other) {
  if (one.lang == other.lang) return false;
  if (!one.url.empty() && one.url == other.url) return true;
  auto const theirs = titles(other);
  return std::ranges::any_of(titles(one),
                             [&](auto const& title) { return theirs.contains(title); });
}

} // namespace recap::search
