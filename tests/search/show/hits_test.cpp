// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/show/hits.hpp"

#include "tests/catch.hpp"
#include "tests/search/small_index.hpp"

#include <cmath>
#include <numeric>

using namespace recap;
using namespace recap::search;

namespace {

std::vector<std::string> const articles{
    R"({"id":"guide","title":"A guide","url":"/guide","markdown":"Before all headings.\n\n## Harbour\n\nThe harbour has ships.\n\n## Lighthouse\n\nIts keeper climbs.\n\n## Night\n\nThe lighthouse shines over the harbour. The lighthouse turns.\n\n## Day\n\nThe lighthouse sleeps.\n\n## Winter\n\nThe lighthouse freezes."})",
    R"({"id":"other","title":"Lighthouse","text":"Nothing of the kind <b>here</b> & there."})",
};

Hit first_hit(Engine const& engine, Request const& request) {
  auto result = engine.search(request);
  REQUIRE_FALSE(result.hits.empty());
  return std::move(result.hits.front());
}

Request asking(std::string q) {
  Request request;
  request.q = std::move(q);
  return request;
}

} // namespace

TEST_CASE("a hit has as many further sections as requested") {
  tests::SmallIndex const index(articles);
  auto request = asking("lighthouse harbour");
  for (std::size_t const wanted : {0U, 1U, 3U}) {
    request.more_sections = wanted;
    CHECK(first_hit(index.engine(), request).more.size() == wanted);
  }
}

TEST_CASE("the best section has the words, in its heading if it can") {
  tests::SmallIndex const index(articles);
  auto const both = first_hit(index.engine(), asking("keeper lighthouse"));
  CHECK(both.best.heading == "Lighthouse");
  CHECK(both.best.snippet_html.find("<mark>keeper</mark>") != std::string::npos);
  CHECK(first_hit(index.engine(), asking("ships harbour")).best.heading == "Harbour");
}

TEST_CASE("stop words beside other words are neither highlighted nor chosen for a snippet") {
  tests::SmallIndex const index(
      {R"({"id":"a","title":"Of the sea","text":"How do you get to the end of it? What is it that you do there, and how? It is all of the same to me, and to you. So much for that. A keeper sees."})"});
  auto const hit = first_hit(index.engine(), asking("how do you get to the keeper"));
  CHECK(hit.best.snippet_html.find("A <mark>keeper</mark> sees.") != std::string::npos);
  CHECK(hit.best.snippet_html.find("<mark>") == hit.best.snippet_html.rfind("<mark>"));
  CHECK(hit.title_html == "Of the sea");
  // A query of stop words alone asks for them.
  auto const title = first_hit(index.engine(), asking("of the")).title_html;
  CHECK(title == "<mark>Of</mark> <mark>the</mark> sea");
}

TEST_CASE("the words that an article lacks are named") {
  tests::SmallIndex const index(articles);
  auto const hit = first_hit(index.engine(), asking("ships zeppelins"));
  CHECK(hit.missing == std::vector<std::string>{"zeppelins"});
  CHECK(first_hit(index.engine(), asking("ships harbour")).missing.empty());
}

TEST_CASE("an article found by its title alone shows its beginning, escaped") {
  tests::SmallIndex const index(articles);
  auto request = asking("title:lighthouse");
  auto const hit = first_hit(index.engine(), request);
  CHECK(hit.article.id == "other");
  CHECK(hit.title_html == "<mark>Lighthouse</mark>");
  CHECK(hit.best.snippet_html.find("&amp; there") != std::string::npos);
}

TEST_CASE("the reasons of a hit add up to its score") {
  tests::SmallIndex const index(articles);
  for (std::string const q : {"lighthouse", "harbour lighthouse", "lighthuose", "light",
                              "keeper of the lighthouse in the harbour at night in winter"}) {
    auto request = asking(q);
    request.explains = true;
    for (auto const& hit : index.engine().search(request).hits) {
      double const sum =
          std::accumulate(hit.why.begin(), hit.why.end(), 0.0,
                          [](double before, Reason const& one) { return before + one.weight; });
      INFO(q << ' ' << hit.article.id);
      CHECK(std::abs(sum - hit.score) < 1e-6);
    }
  }
}
