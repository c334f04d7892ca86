// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/check/topic_check.hpp"

#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

namespace {

/// The findings for articles that have one of these topics each.
std::vector<Finding> topic_findings(std::vector<std::string> const& topics) {
  std::vector<CheckedArticle> articles;
  for (auto const& topic : topics) {
    auto& article = articles.emplace_back();
    article.file = topic + ".md";
    article.line = 1;
    article.record.topics = {topic};
    article.facts.keys = {{"title", 2}, {"Tags", 7}};
  }
  std::vector<Finding> findings;
  check_topics(articles, findings);
  return findings;
}

} // namespace

TEST_CASE("a rare topic like a frequent one is a warning at the line of its key") {
  auto const findings = topic_findings({"kubernetes", "kubernets", "Kubernetes"});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].level == Level::warning);
  CHECK(findings[0].path == "kubernets.md");
  CHECK(findings[0].line == 7);
  CHECK(findings[0].message ==
        "topic \"kubernets\" occurs once; is it \"kubernetes\", which 2 articles have?");
}

TEST_CASE("spaces and hyphens do not distinguish topics, of any length and script") {
  CHECK(topic_findings({"open source", "open source", "open-source"}).size() == 1);
  CHECK(topic_findings({"오픈 소스", "오픈 소스", "오픈소스"}).size() == 1);
}

TEST_CASE("another number, another first letter or a short word is another topic") {
  CHECK(topic_findings({"version1", "version1", "version2"}).empty());
  CHECK(topic_findings({"mobile", "mobile", "nobile"}).empty());
  CHECK(topic_findings({"cats", "cats", "cars"}).empty());
  CHECK(topic_findings({"server", "server", "sorvor"}).empty());
}

TEST_CASE("two rare topics are not compared with each other") {
  CHECK(topic_findings({"kubernetes", "kubernets"}).empty());
}

TEST_CASE("the most frequent of several similar topics is named") {
  auto const findings =
      topic_findings({"testing", "testing", "tasting", "tasting", "tasting", "tosting"});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message.find("is it \"tasting\", which 3 articles have?") != std::string::npos);
}
