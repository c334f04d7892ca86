// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/search_view.hpp"

#include "searchd/web/hit_view.hpp"
#include "searchd/web/link.hpp"

#include <algorithm>
#include <map>

namespace recap::web {
namespace {

/// Topics shown if there is nothing else to show.
constexpr std::size_t topics_offered = 12;

/// Page numbers shown on either side of the current one.
constexpr std::size_t pages_around = 2;

std::size_t count_of(Json const& answer, std::string const& key) {
  return answer.value(key, std::size_t{0});
}

std::size_t found(Json const& answer) {
  auto const strict = count_of(answer, "total");
  return strict > 0 ? strict : count_of(answer, "total_relaxed");
}

} // namespace

Json SearchView::frame() const {
  Json data{{"t", words_.all()},           {"q", query_.q},
            {"asked", !query_.is_empty()}, {"answered", query_.q},
            {"as_typed", query_.as_typed}, {"dates", Json::array()},
            {"opened", query_.opened},     {"sorts", sort_options()},
            {"active", active_filters()},  {"feed", query_.link("feed.atom")}};
  for (auto const& [name, value] : query_.dates)
    data["dates"].push_back({{"name", name}, {"value", value}});
  data["page_title"] = query_.q;
  auto const chosen = query_.filters.size() + query_.dates.size();
  if (chosen > 0) {
    data["chosen"] = {{"number", chosen}};
    data["all_off"] = query_.without_filters().link(search_page);
  }
  if (data["active"].size() > 1) data["clear"] = query_.without_filters().link(search_page);
  return data;
}

Json SearchView::of_answer(Json const& answer, std::size_t without_filters) const {
  Json data = frame();
  data["status"] = status(answer);
  data["show"] = show(answer);
  // "2 articles for ..." in some languages, "... 2 articles" in others.
  if (!query_.q.empty()) data[words_["for_query"].empty() ? "query_first" : "query_last"] = true;
  data["groups"] = filter_groups(answer.value("facets", Json::object()));
  data["hits"] = hits(answer);
  if (auto const asked = answer.value("query", query_.q); asked != query_.q) {
    data["answered"] = asked;
    data["cut"] = words_["cut"];
  }
  auto const corrected = answer.value("corrected", std::string());
  if (!corrected.empty()) {
    data["answered"] = corrected;
    data["correction"] = correction(corrected);
  }
  auto const likelier = answer.value("did_you_mean", std::string());
  if (!likelier.empty()) data["suggestion"] = suggestion(likelier);
  auto const total = count_of(answer, "total");
  auto const relaxed = std::max(total, count_of(answer, "total_relaxed"));
  if (data["hits"].empty()) data["nothing"] = nothing(answer, without_filters);
  if (relaxed > total && !data["hits"].empty()) {
    data["note"] =
        total == 0 ? words_["relaxed_only"] : words_.counted("relaxed_some", relaxed - total);
  }
  if (answer.value("partial", false)) data["partial"] = words_["partial"];
  if (relaxed > hits_on_a_page) data["paging"] = pages(relaxed);
  return data;
}

Json SearchView::of_problem(Json const& problem) const {
  Json data = frame();
  auto const status = problem.value("status", 500U);
  data["status"] = words_["results"];
  data["groups"] = filter_groups(Json::object()); // so that what was chosen is sent again
  auto const own = words_["mistake_" + problem.value("code", std::string())];
  auto const detail = own.empty() ? problem.value("detail", std::string()) : own;
  Json shown{{"title", words_[status < 500 ? "problem" : "failed"]},
             {"detail", status < 500 ? detail : ""},
             {"language", own.empty() ? "en" : words_["language"]},
             {"hint", status < 500 ? words_["problem_hint"] : ""}};
  auto const position = problem.value("position", query_.q.size() + 1);
  if (position <= query_.q.size()) {
    shown["place"] = {{"before", query_.q.substr(0, position)}, {"at", query_.q.substr(position)}};
  }
  data["problem"] = std::move(shown);
  return data;
}

Json SearchView::sort_options() const {
  // The default is not sent, because it changes when the first word is typed.
  std::string_view const usual = query_.q.empty() ? "newest" : "relevance";
  Json options = Json::array();
  for (std::string_view const sort : {"relevance", "newest", "oldest"}) {
    if (sort == "relevance" && query_.q.empty()) continue;
    options.push_back({{"value", sort == usual ? "" : sort},
                       {"label", words_[sort]},
                       {"selected", query_.sort == sort}});
  }
  return options;
}

std::string SearchView::filter_label(std::string const& field, std::string const& value) const {
  return field == "author" ? authors_.name_of(value) : words_.value(field, value);
}

Json SearchView::correction(std::string const& corrected) const {
  return {{"for", words_.around("corrected")},
          {"corrected", corrected},
          {"href", query_.link_for(corrected)},
          {"instead", words_.around("instead")},
          {"typed", query_.q},
          {"as_typed_href", query_.link_corrected(false)}};
}

Json SearchView::suggestion(std::string const& likelier) const {
  return {{"question", words_.around("did_you_mean")},
          {"likelier", likelier},
          {"href", query_.link_for(likelier)}};
}

namespace {

/// A picture shared by several hits belongs to the site, and distinguishes none of them.
void drop_shared_pictures(Json& hits) {
  std::map<std::string, int> hits_with;
  for (auto const& hit : hits)
    ++hits_with[hit["image"].get<std::string>()];
  for (auto& hit : hits) {
    if (hits_with[hit["image"].get<std::string>()] > 1) hit["image"] = "";
  }
}

} // namespace

/// Shows the language of a hit if there are several, or if it is not the reader's.
Json SearchView::hits(Json const& answer) const {
  auto const languages = answer.value(Json::json_pointer("/facets/lang"), Json::array());
  Json all = Json::array();
  for (auto const& one : answer.value("hits", Json::array())) {
    auto hit = hit_view(one, words_);
    auto const language = hit["lang"].get<std::string>();
    if (languages.size() > 1 || language != words_["language"])
      hit["language"] = filter_label("lang", language);
    all.push_back(std::move(hit));
  }
  drop_shared_pictures(all);
  return all;
}

Json SearchView::nothing(Json const& answer, std::size_t without_filters) const {
  Json data{{"title", words_["none"]}, {"hint", query_.q.empty() ? "" : words_["none_hint"]}};
  if (!query_.filters.empty() || !query_.dates.empty()) {
    if (without_filters > 0) {
      data["hint"] = words_["none_filters"];
      data["relax"] = {{"href", query_.without_filters().link(search_page)},
                       {"count", words_.counted("articles", without_filters)}};
    }
  }
  Json topics = Json::array();
  for (auto const& one : answer.value("topics_offered", Json::array())) {
    if (topics.size() == topics_offered) break;
    auto const topic = one.value("value", std::string());
    topics.push_back({{"label", filter_label("topic", topic)},
                      {"href", address(search_page, {{"topic", topic}})}});
  }
  if (!topics.empty()) data["browse"] = {{"topics", topics}};
  return data;
}

Json SearchView::pages(std::size_t shown_in_all) const {
  auto const last = (shown_in_all + hits_on_a_page - 1) / hits_on_a_page;
  auto const current = query_.page;
  Json data{{"numbers", Json::array()}};
  std::size_t before = 0;
  for (std::size_t number = 1; number <= last; ++number) {
    bool const near = number + pages_around >= current && number <= current + pages_around;
    if (!near && number != 1 && number != last) {
      // Skips to the next number shown: there may be a thousand pages.
      number = number < current ? std::min(current - pages_around, last) - 1 : last - 1;
      continue;
    }
    data["numbers"].push_back({{"number", number},
                               {"href", query_.link_to_page(number)},
                               {"here", number == current},
                               {"gap", number != before + 1}});
    before = number;
  }
  if (current > 1) data["previous"] = {{"href", query_.link_to_page(std::min(current - 1, last))}};
  if (current < last) data["next"] = {{"href", query_.link_to_page(current + 1)}};
  return data;
}

/// Number of articles with all words; if there are none, of those with most of them.
std::string SearchView::status(Json const& answer) const {
  if (query_.is_empty()) return words_["latest"];
  if (answer.contains("total_is")) return words_.with_number("at_least", found(answer));
  return words_.counted("articles", found(answer));
}

/// The button that closes the filters on a phone shows the length of the resulting list, whose
/// articles the filters count.
std::string SearchView::show(Json const& answer) const {
  auto const articles = std::max(count_of(answer, "total"), count_of(answer, "total_relaxed"));
  if (answer.contains("total_is")) return words_.with_number("show_at_least", articles);
  return articles == 0 ? words_["show_none"] : words_.counted("show", articles);
}

} // namespace recap::web
