// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/algolia.hpp"

#include "index/error.hpp"
#include "searchd/api/access.hpp"
#include "searchd/api/algolia_answer.hpp"
#include "searchd/api/algolia_recommendations.hpp"
#include "searchd/api/insights_api.hpp"
#include "searchd/api/json_reader.hpp"
#include "searchd/api/long_query.hpp"
#include "text/ascii.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace recap::api {
namespace {

using Json = nlohmann::ordered_json;
using nlohmann::json;
using search::BadRequest;

constexpr std::string_view root = "/1/indexes/";
constexpr std::string_view many = "/1/indexes/*/queries";
constexpr std::string_view recommendations = "/1/indexes/*/recommendations";
constexpr std::string_view events = "/1/events";
constexpr std::string_view query_suffix = "/query";
constexpr std::string_view facets_infix = "/facets/";

/// No such index, or no such address.
struct NotFound {
  std::string message;
};

json read_body(std::string const& body) {
  if (body.empty()) return json::object();
  auto parsed = read_json(body, "body");
  if (!parsed.is_object()) throw BadRequest("the body is not a JSON object", "body");
  return parsed;
}

std::string_view value_of(NameValues const& values, std::string_view name) {
  auto const found = std::ranges::find(
      values, name, [](auto const& pair) { return std::string_view(pair.first); });
  return found == values.end() ? std::string_view() : std::string_view(found->second);
}

json const& requests_of(json const& body) {
  auto const requests = body.find("requests");
  if (requests == body.end() || !requests->is_array())
    throw BadRequest("requests is a list of searches", "requests");
  if (requests->size() > algolia_most_searches) {
    throw BadRequest("more than " + std::to_string(algolia_most_searches) + " searches in one call",
                     "requests");
  }
  return *requests;
}

search::Request text_and_filters(AlgoliaItem const& item) {
  search::Request request;
  request.q = item.query;
  request.optional = item.optional_words;
  if (!item.similar.empty()) {
    request.any_word = item.query.empty();
    request.optional.push_back(item.similar);
    request.q += (item.query.empty() ? "" : " ") + item.similar;
  }
  request.only_in = item.only_in;
  request.corrects = item.typo_tolerance;
  request.completes = item.last_is_prefix && item.similar.empty();
  request.expands = item.synonyms;
  // A half-typed operator must not be an error for the client's user.
  request.syntax = item.advanced_syntax ? search::Syntax::either : search::Syntax::words;
  request.relax = item.relax;
  request.conditions = item.conditions;
  request.preferred = item.preferred;
  request.explains = item.ranking_info;
  request.limit = 0;
  request.highlight = search::Highlight::none;
  return request;
}

std::vector<index::FieldId> counted_fields(std::vector<std::string> const& names) {
  std::vector<index::FieldId> fields;
  for (auto const& name : names) {
    auto const* const attribute = algolia_attribute(name);
    if (attribute == nullptr || !attribute->is_facet) continue;
    if (std::ranges::find(fields, attribute->field) == fields.end())
      fields.push_back(attribute->field);
  }
  return fields;
}

std::string facet_names() {
  std::string names;
  for (auto const& attribute : algolia_attributes()) {
    if (attribute.is_facet) names.append(names.empty() ? "" : ", ").append(attribute.name);
  }
  return names;
}

} // namespace

struct Algolia::Index {
  std::optional<search::Sort> sort;
  bool has_sections = false;
};

Algolia::Index Algolia::index(std::string const& name) const {
  std::string const& own = options_.index_name;
  if (name == own) return {};
  if (name == own + "_newest") return {.sort = search::Sort::newest};
  if (name == own + "_sections") return {.has_sections = true};
  throw NotFound{"unknown index " + name + "; use " + own + ", " + own + "_newest or " + own +
                 "_sections"};
}

search::Request Algolia::question(AlgoliaItem const& item) const {
  auto request = text_and_filters(item);
  request.sort = index(item.index).sort;
  if (item.is_facet_search) {
    request.facets = counted_fields({item.facet});
    if (request.facets.empty()) {
      throw BadRequest("facet is one of " + facet_names() + ", not " + item.facet, "facet");
    }
    request.facet_values = no_bound;
    return request;
  }
  request.offset = std::min(first_hit(item), algolia_most_hits);
  request.limit = wanted_hits(item);
  request.raw = request.limit > 0;
  request.facets = counted_fields(item.facets);
  // All days, because facets_stats has the first and the last.
  bool const has_days =
      std::ranges::find(request.facets, index::FieldId::date) != request.facets.end();
  request.facet_values = has_days ? no_bound : 1000;
  return request;
}

/// Cuts questions that are too long, as Algolia does.
std::vector<search::Result> Algolia::results(std::vector<search::Request>& questions) const {
  std::vector<std::string> whole;
  whole.reserve(questions.size());
  for (auto const& question : questions)
    whole.push_back(question.q);
  Beginnings beginnings(options_.most_words, options_.most_bytes);
  for (bool is_whole = true;; is_whole = false) {
    try {
      return engine_.search(questions);
    } catch (BadRequest const& error) {
      if (!is_too_long(error) || (!is_whole && !beginnings.shorten())) throw;
    }
    for (std::size_t i = 0; i < questions.size(); ++i) {
      auto cut = beginnings.of(whole[i]);
      bool const is_cut =
          whole[i].find_first_not_of(text::white_space, cut.size()) != std::string::npos;
      if (is_cut) questions[i].q = std::move(cut);
    }
  }
}

Json Algolia::search(Items const& items, Request const& request) const {
  std::vector<search::Request> questions;
  questions.reserve(items.size());
  std::size_t const at_once = std::max(items.size(), most_budgets);
  for (auto const& item : items) {
    questions.push_back(question(item));
    questions.back().stop = request.stop;
    questions.back().budget = budget_ * most_budgets / at_once;
  }
  std::vector<std::size_t> whole_bytes;
  for (auto const& one : questions)
    whole_bytes.push_back(one.q.size());
  auto const results = this->results(questions);
  Json answers = Json::array();
  auto room = algolia_room();
  auto const authors = authors_.table();
  for (std::size_t i = 0; i < items.size(); ++i) {
    bool const as_sections = index(items[i].index).has_sections || items[i].asks_for_sections;
    auto const shown = as_sections ? AlgoliaHits::sections : AlgoliaHits::articles;
    answers.push_back(items[i].is_facet_search
                          ? algolia_facet_answer(items[i], results[i])
                          : algolia_search_answer(items[i], results[i], shown, room, *authors));
    if (questions[i].q.size() < whole_bytes[i])
      answers.back()["message"] = "the query is too long; only its beginning was searched";
    if (insights_ == nullptr || items[i].is_facet_search) continue;
    if (items[i].click_analytics) answers.back()["queryID"] = query_id(items[i].query);
    if (auto asked = asked_by(request.reader, questions[i], results[i]))
      insights_->tell(std::move(*asked));
  }
  return answers;
}

Json Algolia::take_events(Request const& request) const {
  if (insights_ == nullptr) throw NotFound{"insights are off here; --insights FILE turns them on"};
  for (auto& click : read_algolia_events(read_body(request.body), request.reader)) {
    if (engine_.article(click.article)) insights_->tell(std::move(click));
  }
  return {{"status", 200}, {"message", "OK"}};
}

Json Algolia::search_all(Request const& request) const {
  auto const body = read_body(request.body);
  Items items;
  std::size_t hits = 0;
  for (auto const& one : requests_of(body)) {
    items.push_back(read_algolia_item(one));
    hits += wanted_hits(items.back());
  }
  if (hits > algolia_most_hits) {
    throw BadRequest("all searches of one call together have at most " +
                         std::to_string(algolia_most_hits) + " hits",
                     "hitsPerPage");
  }
  return {{"results", search(items, request)}};
}

Json Algolia::recommend(Request const& request) const {
  auto const body = read_body(request.body);
  Json results = Json::array();
  auto room = algolia_room();
  auto const authors = authors_.table();
  for (auto const& one : requests_of(body)) {
    if (request.stop.stop_requested()) break;
    auto const wanted = read_algolia_recommendation(one);
    static_cast<void>(index(wanted.item.index));
    results.push_back(algolia_related(engine_, wanted, room, *authors));
  }
  return {{"results", std::move(results)}};
}

bool Algolia::lets_in(Request const& request) const {
  return options_.search_key.empty() || same_secret(algolia_key(request), options_.search_key);
}

Response Algolia::route(Request const& request) const {
  std::string_view const path = request.path;
  if (path == many) return algolia_response(search_all(request));
  if (path == events) return algolia_response(take_events(request));
  if (path == recommendations) return algolia_response(recommend(request));
  if (!path.starts_with(root) || !path.ends_with(query_suffix) ||
      path.size() <= root.size() + query_suffix.size()) {
    throw NotFound{"there are /1/indexes/*/queries, /1/indexes/*/recommendations, "
                   "/1/indexes/{name}/query and "
                   "/1/indexes/{name}/facets/{facet}/query"};
  }
  std::string_view name = path.substr(root.size(), path.size() - root.size() - query_suffix.size());
  auto const infix = name.find(facets_infix);
  auto item = read_algolia_item(read_body(request.body));
  item.index = name.substr(0, infix);
  item.is_facet_search = infix != std::string_view::npos;
  if (item.is_facet_search) item.facet = name.substr(infix + facets_infix.size());
  return algolia_response(search({item}, request).front());
}

Response Algolia::answer(Request const& request) const try {
  if (!lets_in(request)) return algolia_error(403, "Invalid Application-ID or API key");
  if (request.method != "POST") {
    auto response = algolia_error(405, "use POST here");
    response.headers.emplace_back("Allow", "POST, OPTIONS");
    return response;
  }
  return route(request);
} catch (NotFound const& error) {
  return algolia_error(404, error.message);
} catch (BadRequest const& error) {
  return algolia_error(400, error.what());
} catch (index::Error const& error) {
  // After a 5xx, a client avoids this host for minutes.
  bool const may_pass = error.code() == index::ErrorCode::unavailable;
  auto response = algolia_error(may_pass ? 429 : 500, error.what());
  if (may_pass) response.headers.emplace_back("Retry-After", "1");
  return response;
}

std::string_view algolia_key(Request const& request) {
  constexpr std::string_view name = "x-algolia-api-key";
  auto const sent = value_of(request.extension_fields, name);
  return sent.empty() ? value_of(request.parameters, name) : sent;
}

} // namespace recap::api
