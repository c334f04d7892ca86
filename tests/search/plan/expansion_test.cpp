// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/plan/expansion.hpp"

#include "tests/catch.hpp"
#include "tests/search/plan/expanded.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

using Words = std::vector<std::string>;

using Expanded = tests::ExpandedTexts;

/// The alternatives of this kind for a word, each as its words.
Words ways(PlannedUnit const& planned, MatchKind kind) {
  Words words;
  for (auto const& alternative : planned.alternatives) {
    if (alternative.kind != kind) continue;
    std::string joined;
    for (auto const& word : alternative.unit.sequence)
      joined += (joined.empty() ? "" : " ") + word;
    words.push_back(joined.empty() ? alternative.unit.word : joined);
  }
  std::ranges::sort(words);
  return words;
}

double weight(PlannedUnit const& planned, MatchKind kind) {
  auto const found = std::ranges::find(planned.alternatives, kind, &Alternative::kind);
  return found == planned.alternatives.end() ? 0 : found->terms.front().weight;
}

} // namespace

TEST_CASE("two words that articles join match as well joined, and no better") {
  Expanded expanded({"onboarding", "on the boarding list", "boarding", "sea"});
  auto const plan = expanded.of("boarding list");
  CHECK(ways(plan.words[0], MatchKind::parts).empty());
  Expanded joining({"lighthouse", "light house", "light and sea"});
  auto const joined = joining.of("light house ");
  double typed = 0;
  double together = 0;
  for (auto const& word : joined.words) {
    CHECK(ways(word, MatchKind::parts) == Words{"lighthouse"});
    typed += weight(word, MatchKind::word);
    together += weight(word, MatchKind::parts);
  }
  CHECK(together > 0);
  CHECK(together <= typed + 1e-9);
}

TEST_CASE("a stop word is joined to its neighbour only if the joined word is more frequent") {
  Expanded more({"onboarding", "onboarding", "on boarding"});
  CHECK(ways(more.of("on boarding ").words[0], MatchKind::parts) == Words{"onboarding"});
  Expanded fewer({"onboarding", "on boarding", "on boarding"});
  CHECK(ways(fewer.of("on boarding ").words[0], MatchKind::parts).empty());
  Expanded equal({"onboarding", "on boarding"});
  CHECK(ways(equal.of("on boarding ").words[0], MatchKind::parts).empty());
}

TEST_CASE("a likelier spelling of a rare word is offered and not applied") {
  Words texts(20, "harbour");
  texts.emplace_back("harbor");
  Expanded expanded(texts);
  auto const plan = expanded.of("old harbor ");
  CHECK(plan.did_you_mean == "old harbour ");
  CHECK(plan.corrected.empty());
  CHECK(ways(plan.words[1], MatchKind::typo) == Words{"harbour"});
}

TEST_CASE("a correction is offered, not used, if corrections are off") {
  Expanded expanded({"harbour"});
  Request request;
  request.q = "harbuor ";
  request.corrects = false;
  auto const plan = expanded.of(request);
  CHECK(plan.did_you_mean == "harbour ");
  CHECK(plan.corrected.empty());
  CHECK(ways(plan.words[0], MatchKind::typo).empty());
}

TEST_CASE("corrected words are found again in the corrected text, though their lengths differ") {
  Expanded expanded({"telescope harbour candle"});
  auto const plan = expanded.of("telscope, a harbbour; candel ");
  CHECK(plan.corrected == "telescope, a harbour; candle ");
  Words before;
  Words after;
  for (auto const& word : plan.corrected_words) {
    before.push_back(word.typed);
    after.push_back(plan.corrected.substr(word.begin, word.end - word.begin));
  }
  CHECK(before == Words{"telscope", "harbbour", "candel"});
  CHECK(after == Words{"telescope", "harbour", "candle"});
}

TEST_CASE("no word is corrected that is quoted, in a field, excluded or has a digit") {
  Expanded expanded({"harbour 4k8"});
  for (auto const* q : {"\"harbuor\"", "title:harbuor ", "harbour -harbuor", "4k9 "}) {
    CAPTURE(q);
    CHECK(expanded.of(q).corrected.empty());
  }
}
