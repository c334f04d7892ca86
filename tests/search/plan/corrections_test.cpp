// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/plan/corrections.hpp"

#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

using Words = std::vector<std::string>;

std::vector<std::string> lines(std::vector<std::string> const& texts) {
  std::vector<std::string> lines;
  for (auto const& text : texts) {
    auto const id = std::to_string(lines.size());
    lines.push_back(R"({"id":")" + id + R"(","title":"T","text":")" + text + R"("})");
  }
  return lines;
}

/// Corrects words by those of a few texts, one article each.
class Correcting {
public:
  explicit Correcting(std::vector<std::string> const& texts)
      : index_(lines(texts)) {}

  [[nodiscard]] Words of(std::string const& word, double with = 0) {
    return written(corrections(true).of(unit(word), with, false));
  }
  [[nodiscard]] Words of_last(std::string const& word, bool completes) {
    return written(corrections(completes).of(unit(word), 0, true));
  }
  [[nodiscard]] Words apart(std::string const& word) {
    return written(corrections(true).apart(unit(word)));
  }

private:
  [[nodiscard]] Corrections corrections(bool completes) {
    return {index_.snapshot().vocabulary(), index_.reader(), completes};
  }
  [[nodiscard]] Unit unit(std::string const& word) {
    auto units = units_of_words(index_.reader().analyser, word);
    REQUIRE(units.size() == 1);
    return units[0];
  }
  static Words written(std::vector<Replacement> const& found) {
    Words words;
    for (auto const& one : found)
      words.push_back(one.written);
    return words;
  }

  tests::SmallReader index_;
};

} // namespace

TEST_CASE("a word of four letters may have one error, and one of eight may have two") {
  Correcting correcting({"the cat of a sailor", "a lighthouse and its harbour, gold"});
  CHECK(correcting.of("hrabour") == Words{"harbour"});
  CHECK(correcting.of("hrabuor").empty());
  CHECK(correcting.of("lihgtohuse") == Words{"lighthouse"});
  CHECK(correcting.of("golf") == Words{"gold"});
  CHECK(correcting.of("caz").empty());
}

TEST_CASE("a word that articles have is corrected only to one in ten times as many") {
  std::vector<std::string> texts(10, "harbour");
  texts.emplace_back("harbor");
  Correcting correcting(texts);
  CHECK(correcting.of("harbor", 1) == Words{"harbour"});
  CHECK(correcting.of("harbor", 2).empty());
}

TEST_CASE("there are at most three corrections, each with a different stem") {
  Correcting correcting({"bare care dare fare hare", "wander wandered"});
  CHECK(correcting.of("zare").size() == 3);
  CHECK(correcting.of("wandler") == Words{"wander"});
}

TEST_CASE("an error in the first letter is less likely than one further on") {
  Correcting correcting({"wander", "wander vandet"});
  CHECK(correcting.of("vander") == Words{"vandet", "wander"});
}

TEST_CASE("no word is corrected to a stop word or to one with a digit") {
  Correcting correcting({"their mp3s lamp"});
  CHECK(correcting.of("thier").empty());
  CHECK(correcting.of("mpes").empty());
}

TEST_CASE("only an unknown word is tried in the other keyboard mode") {
  Correcting correcting({"등대 옆의 바다"});
  CHECK(correcting.of("emdeo") == Words{"등대"});
  CHECK(correcting.of("emdeo", 1).empty());
}

TEST_CASE("only the last word may be unfinished, if the query completes it") {
  Correcting correcting({"monitoring"});
  CHECK(correcting.of_last("monitro", true) == Words{"monitoring"});
  CHECK(correcting.of_last("monitro", false).empty());
  CHECK(correcting.of("monitro").empty());
}

TEST_CASE("Korean words whose space is missing need not be adjacent, English ones must") {
  Correcting correcting({"등대는 멀고 바다는 깊다", "keeper of a telescope", "lighthouse keeper"});
  CHECK(correcting.apart("등대바다") == Words{"등대 바다"});
  CHECK(correcting.apart("lighthousekeeper") == Words{"lighthouse keeper"});
  CHECK(correcting.apart("keepertelescope").empty());
}
