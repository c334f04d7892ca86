// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/mapped_segment.hpp"

#include "index/fields.hpp"
#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

using Numbers = std::vector<std::uint32_t>;
using Texts = std::vector<std::string>;

/// 40 articles, some of them different: enough that a changed one is in a second segment.
Texts lines(std::string const& changed = "old") {
  Texts lines;
  for (int i = 0; i < 40; ++i) {
    auto const number = std::to_string(i);
    std::string const text = i == 7 ? changed + " word" : i % 10 == 0 ? "tens word" : "word";
    lines.push_back(R"({"id":"a)" + number + R"(","title":"Title","text":")" + text + R"("})");
  }
  return lines;
}

/// An index in which article 7 changed and article 8 was removed.
struct ChangedIndex : tests::SmallIndex {
  ChangedIndex()
      : SmallIndex(lines()) {
    auto later = lines("new");
    later.erase(later.begin() + 8);
    change(later);
  }
};

/// Its segments.
class Changed {
public:
  [[nodiscard]] Segment& segment(std::size_t number) {
    REQUIRE(lease_->segments().size() == 2);
    return *lease_->segments()[number];
  }
  [[nodiscard]] std::uint32_t docid(std::string const& id) { return lease_->document(id); }

private:
  ChangedIndex index_;
  std::shared_ptr<Snapshot> snapshot_ =
      std::make_shared<Snapshot>(index_.store(), index_.store().current().value(), RemoteShards());
  Snapshot::Lease lease_ = snapshot_->lease();
};

Numbers articles(Postings& list, std::uint32_t end = std::numeric_limits<std::uint32_t>::max()) {
  Numbers all;
  for (auto block = list.next_block(end); !block.empty(); block = list.next_block(end)) {
    for (auto const& posting : block)
      all.push_back(posting.article);
  }
  return all;
}

} // namespace

TEST_CASE("a list is read up to one article and resumed from another") {
  tests::SmallReader index(lines());
  auto& segment = *index.reader().segments()[0];
  CHECK(segment.end() == 40);
  CHECK(segment.postings("none") == nullptr);
  auto const tens = segment.postings("tens");
  REQUIRE(tens);
  CHECK(tens->size() == 4);
  CHECK(articles(*tens, 11) == Numbers{0, 10});
  CHECK(tens->seek(12)->article == 20);
  CHECK(articles(*tens) == Numbers{20, 30});
  CHECK_FALSE(tens->seek(31));
  auto const all = segment.all();
  CHECK(all->size() == 40);
  CHECK(all->seek(38)->article == 38);
  CHECK(articles(*all) == Numbers{38, 39});
  CHECK_FALSE(all->seek(40));
  CHECK(articles(*segment.all()).size() == 40);
}

TEST_CASE("an article that changed or was removed is not live in its old segment") {
  Changed changed;
  auto& old = changed.segment(0);
  auto const seven = changed.docid("a7");
  CHECK_FALSE(old.all_live());
  CHECK_FALSE(old.is_live(7));
  CHECK_FALSE(old.is_live(8));
  CHECK(old.is_live(9));
  CHECK_FALSE(old.article(seven));
  CHECK_FALSE(old.article(1'000'000));
  CHECK(old.article(changed.docid("a9")) == 9);
  auto& fresh = changed.segment(1);
  CHECK(fresh.all_live());
  REQUIRE(fresh.article(seven) == 0);
  CHECK(fresh.docid(0) == seven);
  CHECK(fresh.record(0).sections.at(0).text == "new word");
  CHECK(fresh.fields(0).sections.at(0).text.empty());
}

TEST_CASE("a later segment subtracts from a frequency what is dead in an earlier one") {
  Changed changed;
  auto const frequency = [&](std::string const& term) {
    return changed.segment(0).document_frequency(term) +
           changed.segment(1).document_frequency(term);
  };
  CHECK(frequency("old") == 0);
  CHECK(changed.segment(1).document_frequency("old") == -1);
  CHECK(frequency("new") == 1);
  CHECK(frequency("word") == 39);
  CHECK(changed.segment(0).terms_beginning("old", 9) == Texts{"old"});
  CHECK(changed.segment(1).terms_beginning("old", 9).empty()); // only its dead count
}

TEST_CASE("positions of a field are those within it, in any order of the articles") {
  tests::SmallReader index({R"({"id":"a","title":"Boats and boats","text":"A boat or boats."})",
                            R"({"id":"b","title":"Mills","text":"boats"})"});
  auto& segment = *index.reader().segments()[0];
  auto const title = index::field(index::FieldId::title).word_prefix;
  for (int round = 0; round < 2; ++round) {
    CHECK(segment.positions(0, index::stem_term({}, "boat")).size() == 4);
    CHECK(segment.positions(0, index::stem_term(title, "boat")).size() == 2);
    CHECK(segment.positions(1, index::stem_term(title, "boat")).empty());
    CHECK(segment.positions(1, index::stem_term({}, "boat")).size() == 1);
    CHECK(segment.positions(0, index::word_term({}, "boat")).size() == 1);
    CHECK(segment.positions(0, "none").empty());
    segment.begin();
  }
}

TEST_CASE("the heaviest stems are ordered by impact, then by name, without numbers") {
  tests::SmallReader index({R"({"id":"a","title":"boat","text":"boat boat 2024 2024 mill apple"})",
                            R"({"id":"b","title":"lamp","text":"apple"})"});
  auto& segment = *index.reader().segments()[0];
  auto const stems = [&](std::vector<ArticleShare> const& shares, std::size_t most) {
    Texts found;
    for (auto const& stem : segment.heaviest_stems(shares, most))
      found.push_back(stem.stem);
    return found;
  };
  CHECK(stems({{0, 1}}, 1) == Texts{"boat"});
  auto const all = stems({{0, 1}}, 100);
  CHECK(std::ranges::find(all, "2024") == all.end());
  CHECK(std::ranges::find(all, "appl") < std::ranges::find(all, "mill")); // the same impact
  CHECK(stems({{0, 0.01}, {1, 1}}, 1) != Texts{"boat"});
  CHECK(stems({}, 5).empty());
  CHECK(stems({{0, 1}}, 0).empty());
}
