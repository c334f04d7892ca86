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

/// Articles in the list, however many of the words they have.
std::size_t listed(search::Result const& result) {
  return std::max(result.total, result.total_relaxed);
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

Json SearchView::of_answer(api::Found const& found, Elsewhere const& elsewhere) const {
  auto const& [request, result] = found;
  Json data = frame();
  data["status"] = status(result);
  data["show"] = show(result);
  // "2 articles for ..." in some languages, "... 2 articles" in others.
  if (!query_.q.empty()) data[words_["for_query"].empty() ? "query_first" : "query_last"] = true;
  data["groups"] = filter_groups(result.facets);
  data["hits"] = hits(result);
  if (request.q != query_.q) {
    data["answered"] = request.q;
    data["cut"] = words_["cut"];
  }
  if (!result.corrected.empty()) {
    data["answered"] = result.corrected;
    data["correction"] = correction(result.corrected);
  }
  if (!result.did_you_mean.empty()) data["suggestion"] = suggestion(result.did_you_mean);
  if (result.hits.empty()) {
    data["nothing"] = nothing(elsewhere);
  } else if (auto const relaxed = listed(result) - result.total; relaxed > 0) {
    data["note"] =
        result.total == 0 ? words_["relaxed_only"] : words_.counted("relaxed_some", relaxed);
  }
  if (result.partial) data["partial"] = words_["partial"];
  if (listed(result) > hits_on_a_page) data["paging"] = pages(listed(result));
  return data;
}

Json SearchView::of_problem(api::Problem const& problem) const {
  Json data = frame();
  auto const status = problem.status;
  data["status"] = words_["results"];
  data["groups"] = filter_groups({}); // so that what was chosen is sent again
  auto const own = words_["mistake_" + problem.code];
  auto const detail = own.empty() ? problem.detail : own;
  Json shown{{"title", words_[status < 500 ? "problem" : "failed"]},
             {"detail", status < 500 ? detail : ""},
             {"language", own.empty() ? "en" : words_["language"]},
             {"hint", status < 500 ? words_["problem_hint"] : ""}};
  if (auto const at = problem.position; at && *at <= query_.q.size())
    shown["place"] = {{"before", query_.q.substr(0, *at)}, {"at", query_.q.substr(*at)}};
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

/// Shows the language of a hit if it is not the reader's.
Json SearchView::hits(search::Result const& result) const {
  Json all = Json::array();
  for (auto const& one : result.hits) {
    auto hit = hit_view(one, words_, authors_);
    auto const language = hit["lang"].get<std::string>();
    if (language != words_["language"]) hit["language"] = filter_label("lang", language);
    all.push_back(std::move(hit));
  }
  drop_shared_pictures(all);
  return all;
}

Json SearchView::nothing(Elsewhere const& elsewhere) const {
  Json data{{"title", words_["none"]}, {"hint", query_.q.empty() ? "" : words_["none_hint"]}};
  if (!query_.filters.empty() || !query_.dates.empty()) {
    if (elsewhere.without_filters > 0) {
      data["hint"] = words_["none_filters"];
      data["relax"] = {{"href", query_.without_filters().link(search_page)},
                       {"count", words_.counted("articles", elsewhere.without_filters)}};
    }
  }
  Json topics = Json::array();
  for (auto const& [topic, count] : elsewhere.topics) {
    if (topics.size() == topics_offered) break;
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
std::string SearchView::status(search::Result const& result) const {
  if (query_.is_empty()) return words_["latest"];
  auto const found = result.total > 0 ? result.total : result.total_relaxed;
  if (!result.total_is_exact) return words_.with_number("at_least", found);
  return words_.counted("articles", found);
}

/// The button that closes the filters on a phone shows the length of the resulting list, whose
/// articles the filters count.
std::string SearchView::show(search::Result const& result) const {
  auto const articles = listed(result);
  if (!result.total_is_exact) return words_.with_number("show_at_least", articles);
  return articles == 0 ? words_["show_none"] : words_.counted("show", articles);
}

} // namespace recap::web
