// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/fields.hpp"
#include "searchd/web/search_view.hpp"
#include "tests/catch.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using recap::api::Found;
using recap::api::Problem;
using recap::index::FieldId;
using recap::index::Record;
using recap::web::Json;
using recap::web::NameValues;
using recap::web::SearchQuery;
using recap::web::SearchView;
using recap::web::Wording;
using Values = std::vector<recap::search::FacetValue>;

namespace {

/// A search for `q` that found `total` articles and shows none.
Found found(std::string q, std::size_t total) {
  Found found;
  found.request.q = std::move(q);
  found.result.total = total;
  found.result.total_relaxed = total;
  return found;
}

/// The same, with one article.
Found found_one(std::string q, recap::index::Record article = {}) {
  auto one = found(std::move(q), 1);
  one.result.hits.emplace_back().article = std::move(article);
  return one;
}

std::string shown_pages(std::size_t current, std::size_t articles) {
  Wording const words("en");
  SearchQuery const query({{"q", "a"}, {"page", std::to_string(current)}});
  auto answer = found_one("a");
  answer.result.total = articles;
  auto const view = SearchView(query, words).of_answer(answer);
  std::string text;
  for (auto const& page : view["paging"]["numbers"]) {
    if (page["gap"].get<bool>()) text += "... ";
    auto const number = page["number"].dump();
    text += page["here"].get<bool>() ? "[" + number + "] " : number + " ";
  }
  return text;
}

} // namespace

TEST_CASE("paging shows the first, the last, and the pages around the current one") {
  CHECK(shown_pages(1, 25) == "[1] 2 3 ");
  CHECK(shown_pages(1, 1000) == "[1] 2 3 ... 100 ");
  CHECK(shown_pages(50, 1000) == "1 ... 48 49 [50] 51 52 ... 100 ");
  CHECK(shown_pages(100, 1000) == "1 ... 98 99 [100] ");
  CHECK(shown_pages(4, 60) == "1 2 3 [4] 5 6 ");
}

TEST_CASE("a picture is shown unless several hits have it, or it is no address") {
  Wording const words("en");
  SearchQuery const query(NameValues{{"q", "a"}});
  auto answer = found("a", 4);
  for (auto const* image : {"/site.png", "/own.png", "/site.png", "javascript:alert(1)"})
    answer.result.hits.emplace_back().article.image = image;
  auto const view = SearchView(query, words).of_answer(answer);
  std::vector<std::string> shown;
  for (auto const& hit : view["hits"])
    shown.push_back(hit["image"]);
  CHECK(shown == std::vector<std::string>{"", "/own.png", "", ""});
}

TEST_CASE("a page beyond the last one still leads back") {
  CHECK(shown_pages(500, 25) == "1 ... 3 ");
}

TEST_CASE("a chosen filter stays in sight even if nothing is counted for it") {
  Wording const words("en");
  SearchQuery const query({{"year", "1999"}, {"season", "summer"}, {"year", "1999"}, {"year", ""}});
  auto answer = found("", 0);
  answer.result.facets = {{FieldId::year, {{"2020", 3}}}};
  auto const view = SearchView(query, words).of_answer(answer, {.without_filters = 7});
  auto const& years = view["groups"][0]["values"];
  REQUIRE(years.size() == 2);
  CHECK(years[0]["value"] == "2020");
  CHECK(years[1]["value"] == "1999");
  CHECK(years[1]["checked"] == true);
  CHECK(view["active"].size() == 2);
  CHECK(view["active"][0]["href"] == "./?season=summer");
  CHECK(view["clear"] == "./");
  CHECK(view["nothing"]["relax"]["count"] == "7 articles");
}

TEST_CASE("further values of a filter are behind a link until opened, chosen ones in sight") {
  Wording const words("en");
  Values values;
  NameValues chosen{{"q", "a"}};
  for (char name = 'a'; name <= 'z'; ++name) {
    values.push_back({std::string(1, name), 1});
    if (name <= 'i') chosen.emplace_back("topic", std::string(1, name));
  }
  auto answer = found("a", 1);
  answer.result.facets = {{FieldId::topic, values}};
  auto const topics = [&](NameValues const& parameters) {
    SearchQuery const query(parameters);
    return SearchView(query, words).of_answer(answer)["groups"][0];
  };
  auto const closed = topics({{"q", "a"}, {"page", "2"}});
  CHECK(closed["values"].size() == 7);
  CHECK(closed["closed"]["href"] == "./?q=a&page=2&more=topic");
  CHECK_FALSE(closed.contains("further"));
  auto const opened = topics({{"q", "a"}, {"more", "topic"}, {"more", "nonsense"}});
  CHECK(opened["further"]["others"].size() == 19);
  CHECK_FALSE(opened.contains("closed"));
  CHECK(topics(chosen)["values"].size() == 9);
}

TEST_CASE("invalid parameters of the search page are left out") {
  SearchQuery const query({{"page", "-3"}, {"utm_source", "x"}, {"q", ""}, {"sort", ""}});
  CHECK(query.page == 1);
  CHECK(query.is_empty());
  CHECK(query.link_to_page(1) == "./");
  CHECK(SearchQuery(NameValues{{"page", "99999999999999999999"}}).page == 1);
  CHECK(SearchQuery(NameValues{{"page", "99999"}}).page == 1001);
}

TEST_CASE("a problem of the query is shown at its place") {
  Wording const words("en");
  SearchQuery const query({{"q", "year:abc"}, {"topic", "x"}});
  auto const view =
      SearchView(query, words).of_problem({.status = 400, .detail = "no", .position = 5});
  CHECK(view["problem"]["place"]["before"] == "year:");
  CHECK(view["problem"]["place"]["at"] == "abc");
  CHECK(view["groups"][0]["values"][0]["checked"] == true);
}

TEST_CASE("a mistake is shown in the reader's language, else in the words of the API") {
  Wording const english("en");
  Wording const korean("ko");
  SearchQuery const query(NameValues{{"q", "(a"}});
  Problem problem{.status = 400, .detail = "never closed", .code = "parenthesis-unclosed"};
  auto const note_of = [&](Wording const& words) {
    return SearchView(query, words).of_problem(problem)["problem"];
  };
  CHECK(note_of(english)["detail"] == "never closed");
  CHECK(note_of(english)["language"] == "en");
  CHECK(note_of(korean)["detail"] == korean["mistake_parenthesis-unclosed"]);
  CHECK(note_of(korean)["language"] == "ko");
  problem.code = "another";
  CHECK(note_of(korean)["detail"] == "never closed");
  CHECK(note_of(korean)["language"] == "en");
}

TEST_CASE("a corrected search says so and leads back to what was typed") {
  Wording const words("en");
  SearchQuery const query({{"q", "monitering"}, {"year", "2022"}, {"page", "2"}});
  auto answer = found("monitering", 1);
  answer.result.corrected = "monitoring";
  auto const view = SearchView(query, words).of_answer(answer);
  CHECK(view["answered"] == "monitoring");
  CHECK(view["correction"]["href"] == "./?q=monitoring&year=2022");
  CHECK(view["correction"]["as_typed_href"] == "./?q=monitering&year=2022&typo=off");
}

TEST_CASE("a likelier query is offered, and corrections can be turned on again") {
  Wording const words("en");
  SearchQuery const query({{"q", "monitering"}, {"typo", "off"}});
  CHECK(query.link_to_page(2) == "./?q=monitering&typo=off&page=2");
  auto answer = found("monitering", 0);
  answer.result.did_you_mean = "monitoring";
  auto const view = SearchView(query, words).of_answer(answer);
  CHECK(view["suggestion"]["href"] == "./?q=monitoring");
  CHECK(view["active"][0]["href"] == "./?q=monitering");
  CHECK(!view.contains("clear")); // the one filter has its own cross
  CHECK(SearchQuery(NameValues{{"q", "a"}, {"typo", "auto"}}).link("./") == "./?q=a");
}

TEST_CASE("a search that ran out of time says so, in either language") {
  SearchQuery const query(NameValues{{"q", "a"}});
  auto answer = found_one("a");
  for (std::string const language : {"en", "ko"}) {
    Wording const words(language);
    answer.result.partial = true;
    CHECK(SearchView(query, words).of_answer(answer).value("partial", "") == words["partial"]);
    CHECK_FALSE(words["partial"].empty());
    answer.result.partial = false;
    CHECK_FALSE(SearchView(query, words).of_answer(answer).contains("partial"));
  }
}

TEST_CASE("filters are in the requested order, without those with a single value") {
  Wording const words("en");
  std::vector<std::string> const facets{"topic", "year", "lang"};
  auto answer = found("a", 2);
  answer.result.facets = {{FieldId::year, {{"2020", 1}, {"2021", 1}}},
                          {FieldId::season, {{"2020", 1}, {"2021", 1}}},
                          {FieldId::topic, {{"a", 2}, {"b", 1}}},
                          {FieldId::lang, {{"en", 2}}}};
  auto const shown = [&](NameValues const& parameters) {
    std::string names;
    SearchQuery const query(parameters);
    auto const view = SearchView(query, words, facets).of_answer(answer);
    for (auto const& group : view["groups"])
      names += group["field"].get<std::string>() + ' ';
    return names;
  };
  CHECK(shown({{"q", "a"}}) == "topic year ");
  CHECK(shown({{"lang", "en"}}) == "topic year lang ");
  CHECK(shown({{"season", "2020"}}) == "topic year season ");
}

TEST_CASE("a day is shown as people write it, and no year twice") {
  SearchQuery const query(NameValues{{"q", "a"}});
  auto const hit = [&](std::string const& language, Record const& article) {
    Wording const words(language);
    return SearchView(query, words).of_answer(found_one("a", article))["hits"][0];
  };
  auto const line = [](Json const& shown) {
    auto const& date = shown["date"];
    return shown["when"].get<std::string>() + '|' + date["before"].get<std::string>() +
           date["text"].get<std::string>() + date["after"].get<std::string>();
  };
  auto const dated = [](std::uint16_t year, std::string date, std::string season = {}) {
    Record article;
    article.year = year;
    article.date = std::move(date);
    article.season = std::move(season);
    return article;
  };
  auto const same = dated(2022, "2022-04-03");
  auto const season = dated(2022, "2022-10-12", "summer");
  CHECK(line(hit("en", same)) == "|April 3, 2022");
  CHECK(line(hit("ko", same)) == "|2022년 4월 3일");
  CHECK(line(hit("en", season)) == "Summer 2022|published October 12, 2022");
  CHECK(line(hit("ko", season)) == "2022년 여름|2022년 10월 12일 게시");
  CHECK(line(hit("en", dated(2021, "2022-01-31"))) == "2021|published January 31, 2022");
  CHECK(hit("en", dated(2021, ""))["when"] == "2021");
  CHECK(hit("en", dated(2021, ""))["date"].is_null());
  CHECK(line(hit("en", dated(0, "2022-13-01"))) == "|2022-13-01");
}

TEST_CASE("the language of a hit is shown unless it is obvious") {
  Wording const words("en");
  SearchQuery const query(NameValues{{"q", "a"}});
  auto const note_of = [&](std::string const& language, Values counted) {
    auto answer = found_one("a");
    answer.result.hits[0].article.lang = language;
    answer.result.facets = {{FieldId::lang, std::move(counted)}};
    return SearchView(query, words).of_answer(answer)["hits"][0].value("language", "");
  };
  CHECK(note_of("en", {{"en", 1}}).empty());
  CHECK(note_of("ko", {{"ko", 1}}) == "Korean");
  CHECK(note_of("en", {{"en", 1}, {"ko", 1}}).empty());
  CHECK(note_of("ko", {{"en", 1}, {"ko", 1}}) == "Korean");
}

TEST_CASE("one number counts the articles, another those with most of the words") {
  SearchQuery const query(NameValues{{"q", "a b"}});
  auto answer = found_one("a b");
  answer.result.total = 9;
  answer.result.total_relaxed = 111;
  auto const of = [&](std::string const& language) {
    Wording const words(language);
    return SearchView(query, words).of_answer(answer);
  };
  CHECK(of("en")["status"] == "9 articles");
  CHECK(of("en")["note"] == "102 more articles have most of the words.");
  CHECK(of("en")["show"] == "Show 111 articles");
  CHECK(of("en").contains("query_last"));
  CHECK(of("ko")["status"] == "검색 결과 9건");
  CHECK(of("ko").contains("query_first"));
}

TEST_CASE("a query that was cut is shown in full") {
  Wording const words("en");
  SearchQuery const query(NameValues{{"q", "a b c"}});
  auto const view = SearchView(query, words).of_answer(found_one("a b"));
  CHECK(view["answered"] == "a b");
  CHECK(view["cut"] == words["cut"]);
  CHECK(view["q"] == "a b c");
}
