// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/rank/matching.hpp"

#include "tests/catch.hpp"
#include "tests/search/small_index.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

using Ids = std::vector<std::string>;

constexpr std::uint64_t every_posting = 1'000'000;

/// 40 articles with `common`, so that one that changed is in a second segment.
Ids lines(std::string const& changed) {
  Ids lines;
  for (int i = 0; i < 40; ++i) {
    auto const number = std::to_string(i);
    lines.push_back(R"({"id":")" + number + R"(","title":"Title","topics":[")" +
                    (i % 2 == 0 ? "even" : "odd") + R"("],"text":"common )" +
                    (i == 3  ? changed
                     : i < 3 ? "blue blue"
                             : "") +
                    R"("})");
  }
  return lines;
}

/// An index with two segments, in which article 3 changed from `old` to `blue fresh`.
struct TwoSegments : tests::SmallIndex {
  TwoSegments()
      : SmallIndex(lines("old")) {
    change(lines("blue fresh"));
  }
};

/// Runs one plan over both segments.
class Matched {
public:
  explicit Matched(std::string const& q, std::uint64_t postings = every_posting)
      : work_(postings) {
    request.q = q;
    plan = plan_text(request, {}, *snapshot_, *lease_);
    filters = plan_filters(request, *lease_);
    pass.most = 10;
  }

  [[nodiscard]] Matches run() {
    REQUIRE(lease_->segments().size() == 2);
    return matching_.run(pass);
  }
  [[nodiscard]] std::vector<Ranked> again(std::string const& word, double weight,
                                          std::size_t most) {
    std::vector<WeighedTerm> const more{{index::word_term({}, word), weight}};
    return matching_.run_again(more, most);
  }
  [[nodiscard]] Ids ids(std::vector<Ranked> const& ranked) {
    Ids found;
    for (auto const& one : ranked)
      found.push_back(lease_->fields(one.id).id);
    return found;
  }
  [[nodiscard]] std::uint32_t document(std::string const& id) { return lease_->document(id); }

  Request request;
  Plan plan;
  Filters filters;
  Chosen chosen;
  PassRequest pass;

private:
  TwoSegments index_;
  std::shared_ptr<Snapshot> snapshot_ =
      std::make_shared<Snapshot>(index_.store(), index_.store().current().value(), RemoteShards());
  Snapshot::Lease lease_ = snapshot_->lease();
  Work work_;
  Matching matching_{*lease_, {*snapshot_, plan, filters, chosen, work_}};
};

Matches::OfTier const& typed(Matches const& matches) {
  return matches.tiers[static_cast<std::size_t>(Tier::typed)];
}

} // namespace

TEST_CASE("articles of all segments are in one order, each once") {
  Matched blue("blue");
  auto const found = blue.run();
  CHECK(blue.ids(typed(found).best) == Ids{"0", "1", "2", "3"});
  CHECK(typed(found).total == 4);
  CHECK(found.with_all == 4);
  CHECK_FALSE(found.is_partial);
  CHECK(typed(found).best[0].answered == word_bit(0));
  CHECK(typed(found).best[0].words > typed(found).best[3].words);
  CHECK(typed(Matched("old").run()).total == 0);
  CHECK(typed(Matched("common").run()).total == 40);
}

TEST_CASE("only as many are returned as requested, and all are counted in facets") {
  Matched common("common");
  common.pass.most = 3;
  common.pass.facets = {index::FieldId::topic};
  auto const found = common.run();
  CHECK(typed(found).best.size() == 3);
  CHECK(typed(found).total == 40);
  REQUIRE(found.all_words.size() == 1);
  CHECK(found.all_words[0].values(9) == std::vector<FacetValue>{{"even", 20}, {"odd", 20}});
}

TEST_CASE("pinned articles are separate, in the editor's order, with or without the words") {
  Matched blue("blue");
  blue.chosen.pinned = {{.id = blue.document("9")}, {.id = blue.document("3")}};
  blue.chosen.hidden = {blue.document("0")};
  auto const found = blue.run();
  CHECK(blue.ids(found.pinned) == Ids{"9", "3"});
  CHECK(found.pinned_without == 1);
  CHECK(found.pinned[0].is_pinned);
  CHECK(found.pinned[0].tier == Tier::relaxed);
  CHECK(found.pinned[1].tier == Tier::typed);
  CHECK(blue.ids(typed(found).best) == Ids{"1", "2"});
  CHECK(found.with_all == 4);
}

TEST_CASE("a pass whose budget is used up says so, and keeps what it has found") {
  Matched common("common", 1);
  auto const found = common.run();
  CHECK(found.is_partial);
  CHECK(typed(found).total < 40);
  CHECK(Matched("fresh", 0).run().is_partial); // used up by the last article
}

TEST_CASE("further words rank the articles of a sentence again, and add none") {
  Matched sentence("blue lamp mill boat compass");
  REQUIRE(sentence.plan.is_sentence);
  sentence.pass.relaxes = true;
  auto const found = sentence.run();
  auto const& list = found.tiers[static_cast<std::size_t>(Tier::relaxed)];
  CHECK(sentence.ids(list.best).back() == "3");
  CHECK(list.total == 4);
  auto const heavy = sentence.again("fresh", 1000, 10);
  CHECK(sentence.ids(heavy) == Ids{"3", "0", "1", "2"});
  CHECK(heavy[1].words == list.best[0].words);
  CHECK(sentence.ids(sentence.again("fresh", 1000, 2)) == Ids{"3", "0"});
  CHECK(sentence.again("common", 1, 10).size() == 4);
  CHECK(sentence.again("common", 1, 0).empty());
}
