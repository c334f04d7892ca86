// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/plan/plan.hpp"
#include "searchd/search/query/stop_word_list.hpp"

#include "searchd/search/plan/expansion.hpp"
#include "tests/catch.hpp"
#include "tests/search/small_index.hpp"

#include <algorithm>

using namespace recap;
using namespace recap::search;

namespace {

std::vector<std::string> const articles{
    R"({"id":"a","title":"The lighthouse keeper","text":"A lighthouse and its telescope stand on the frontend of the harbour."})",
    R"({"id":"b","title":"Telescopes","text":"Monitoring a telescope with telemetry is monitored work."})",
    R"({"id":"c","title":"인턴십 후기","text":"쿠버네티스를 배우는 인턴십에서 모니터링을 했다. 등대 옆이다."})",
    R"({"id":"d","title":"Front end","text":"The front end asks the lighthouse for monitoring."})",
};

class Planning {
public:
  [[nodiscard]] Plan of(std::string q) {
    Request request;
    request.q = std::move(q);
    return of(request);
  }
  [[nodiscard]] Plan of(Request const& request) {
    return plan_text(request, {}, *snapshot_, *lease_);
  }

private:
  tests::SmallIndex index_{articles};
  std::shared_ptr<Snapshot> snapshot_ = index_.snapshot();
  Snapshot::Lease lease_ = snapshot_->lease();
};

std::vector<std::string> required(Plan const& plan) {
  std::vector<std::string> words;
  for (PlannedUnit const& planned : plan.words) {
    if (planned.required) words.push_back(planned.unit.typed);
  }
  return words;
}

bool has_alternative(PlannedUnit const& planned, MatchKind kind, std::string_view term) {
  return std::ranges::any_of(planned.alternatives, [&](Alternative const& alternative) {
    return alternative.kind == kind &&
           std::ranges::find(alternative.terms, term, &WeighedTerm::term) !=
               alternative.terms.end();
  });
}

} // namespace

TEST_CASE("stop words are not required beside other words") {
  Planning planning;
  CHECK(required(planning.of("the lighthouse of a keeper")) ==
        std::vector<std::string>{"lighthouse", "keeper"});
  CHECK(required(planning.of("to be or not")).size() == 4);
}

TEST_CASE("a query of more than three words, not counting stop words, is a sentence") {
  Planning planning;
  CHECK_FALSE(planning.of("lighthouse keeper telescope").is_sentence);
  CHECK_FALSE(planning.of("the lighthouse of a keeper and the telescope").is_sentence);
  CHECK(planning.of("lighthouse keeper telescope monitoring").is_sentence);
}

TEST_CASE("an unknown word is corrected, a known one is not") {
  Planning planning;
  auto const wrong = planning.of("lighthuose keeper");
  CHECK(wrong.corrected == "lighthouse keeper");
  CHECK(has_alternative(wrong.words[0], MatchKind::word, index::stem_term({}, "lighthous")));
  CHECK(planning.of("lighthouse keeper").corrected.empty());
  Request request;
  request.q = "lighthuose keeper";
  request.corrects = false;
  CHECK(planning.of(request).corrected.empty());
}

TEST_CASE("a corrected query is planned as if it had been typed") {
  Planning planning;
  for (auto const& [wrong, right] : std::vector<std::pair<std::string, std::string>>{
           {"lighthuose keeper", "lighthouse keeper"},
           {"the lighthouse keepr and the telescpoe", "the lighthouse keeper and the telescope"},
           {"lighthousekeeper monitoring", "lighthouse keeper monitoring"},
           {"emdeo ", "등대 "}}) {
    CAPTURE(wrong);
    auto const corrected = planning.of(wrong);
    auto const typed = planning.of(right);
    CHECK(corrected.corrected == right);
    REQUIRE(corrected.words.size() == typed.words.size());
    for (std::size_t i = 0; i < typed.words.size(); ++i) {
      CHECK(corrected.words[i].unit.word == typed.words[i].unit.word);
      CHECK(corrected.words[i].alternatives.size() == typed.words[i].alternatives.size());
    }
    CHECK(corrected.whole_title.has_value() == typed.whole_title.has_value());
  }
}

TEST_CASE("a corrected word is known by what was typed") {
  Planning planning;
  auto const plan = planning.of("mnitoring lighthouse/telescpoe front");
  REQUIRE(plan.corrected == "monitoring lighthouse/telescope front");
  REQUIRE(plan.words.size() == 4);
  CHECK(plan.words[0].unit.typed == "mnitoring");
  CHECK(plan.words[0].is_correction);
  CHECK_FALSE(plan.words[1].is_correction);
  CHECK(plan.words[2].unit.typed == "telescpoe");
  CHECK(plan.words[2].unit.word == "telescope");
}

TEST_CASE("a contraction is not a typing error") {
  Planning planning;
  CHECK(planning.of("don't").corrected.empty());
  CHECK(planning.of("don’t keeper").corrected.empty());
  CHECK(required(planning.of("why I don't keep a lighthouse")) ==
        std::vector<std::string>{"lighthouse"});
}

TEST_CASE("what is left of a mistyped contraction is not corrected") {
  Planning planning;
  CHECK(planning.of("keepe'r").corrected.empty());
  CHECK(planning.of("lighthuose's keeper").corrected == "lighthouse keeper");
}

TEST_CASE("a correction that makes a query too long is not reported as an error") {
  Planning planning;
  std::string q;
  for (int i = 0; i < 31; ++i)
    q += "telescope ";
  CHECK(planning.of(q + "lighthousekeeper").corrected == q + "lighthouse keeper");
}

TEST_CASE("a corrected text is corrected again") {
  Planning planning;
  auto const plan = planning.of("인턴십emdeo ");
  CHECK(plan.corrected == "인턴십 등대 ");
  CHECK(plan.words.size() == 2);
}

TEST_CASE("a word is divided only into words that occur adjacently") {
  Planning planning;
  CHECK(planning.of("lighthousekeeper").corrected == "lighthouse keeper");
  CHECK(planning.of("keepertelescope").corrected.empty());
}

TEST_CASE("the last word is also the beginning of others, unless it is followed by a space") {
  Planning planning;
  CHECK(has_alternative(planning.of("tele").words[0], MatchKind::prefix,
                        index::stem_term({}, "telescop")));
  auto const finished = planning.of("tele ");
  CHECK_FALSE(
      has_alternative(finished.words[0], MatchKind::prefix, index::stem_term({}, "telescop")));
}

TEST_CASE("a word in a field is completed by words of that field") {
  Planning planning;
  auto const title = index::field(index::FieldId::title).word_prefix;
  auto const terms = [&](std::string q) {
    std::vector<std::string> found;
    auto const plan = planning.of(std::move(q));
    for (auto const& alternative : plan.words.back().alternatives) {
      if (alternative.kind == MatchKind::prefix) found.push_back(alternative.terms[0].term);
    }
    return found;
  };
  using Terms = std::vector<std::string>;
  CHECK(terms("title:tel") ==
        Terms{index::stem_term(title, "telescop")}); // telemetry is only in a text
  CHECK(terms("title:인텅") == Terms{});
  CHECK(terms("title:인터") == Terms{index::stem_term(title, "인턴십")});
  CHECK(terms("title:ㅇㅌㅅ") == Terms{index::stem_term(title, "인턴십")});
  CHECK(terms("title:tel ").empty());
  CHECK(terms("title:zzz").empty());
}

TEST_CASE("completions are limited by their postings") {
  std::vector<index::Word> const words{{.text = "the", .documents = 900},
                                       {.text = "theatre", .documents = 60},
                                       {.text = "theory", .documents = 50},
                                       {.text = "there", .documents = 5}};
  auto const texts = [&](double postings) {
    std::vector<std::string_view> kept;
    for (auto const& word : affordable(words, postings, StopWordList()))
      kept.push_back(word.text);
    return kept;
  };
  using Texts = std::vector<std::string_view>;
  CHECK(texts(100) == Texts{"theatre", "theory"});
  CHECK(texts(10) == Texts{"theatre"});
  CHECK(texts(2000).size() == 4);
  CHECK(texts(0).empty());
}

TEST_CASE("words that were split or joined by mistake match each other") {
  Planning planning;
  auto const joined = planning.of("lighthousekeeper ");
  CHECK(joined.corrected == "lighthouse keeper ");
  auto const apart = planning.of("light house keeper");
  CHECK(std::ranges::any_of(apart.words, [](PlannedUnit const& planned) {
    return std::ranges::any_of(planned.alternatives, [](Alternative const& alternative) {
      return std::ranges::find(alternative.terms, index::stem_term({}, "lighthous"),
                               &WeighedTerm::term) != alternative.terms.end();
    });
  }));
}

TEST_CASE("a Korean noun matches with its particles and inside longer words") {
  Planning planning;
  auto const plan = planning.of("인턴십을");
  REQUIRE(plan.words.size() == 1);
  CHECK(plan.words[0].unit.stem == "인턴십");
  CHECK(has_alternative(plan.words[0], MatchKind::inside, index::bigram_term("인턴")));
}

TEST_CASE("what was typed in the other keyboard mode is read in both") {
  Planning planning;
  auto const plan = planning.of("emdeo "); // 등대 without switching
  CHECK(plan.corrected == "등대 ");
}

TEST_CASE("operators apply to every hit and are not plain words") {
  Planning planning;
  auto const plan = planning.of("lighthouse \"front end\" -monitoring");
  CHECK(required(plan) == std::vector<std::string>{"lighthouse"});
  CHECK(plan.required);
  CHECK(plan.excluded);
  CHECK_FALSE(planning.of("lighthouse").required);
}

TEST_CASE("punctuation alone asks for nothing, and matches no article") {
  Planning planning;
  auto const signs = planning.of("?!");
  CHECK_FALSE(signs.asks);
  REQUIRE(signs.required);
  CHECK(signs.required->kind == Clause::Kind::nothing);
  CHECK_FALSE(planning.of("").required);
}

TEST_CASE("a query that is a whole title prefers its article") {
  Planning planning;
  CHECK(planning.of("the lighthouse keeper").whole_title);
  CHECK_FALSE(planning.of("the lighthouse").whole_title);
}

TEST_CASE("more words than the limit are refused, not cut") {
  Planning planning;
  std::string q;
  for (int i = 0; i < 33; ++i)
    q += " word" + std::to_string(i);
  CHECK_THROWS_AS(planning.of(q), BadQuery);
}
