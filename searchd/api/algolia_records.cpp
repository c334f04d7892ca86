// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/algolia_records.hpp"

#include "index/fields.hpp"
#include "text/ascii.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <string_view>
#include <variant>

namespace recap::api {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t levels = 7; // lvl0 to lvl6

/// Relative, or http or https. A colon after a slash, a `?` or a `#` does not end a scheme.
bool is_safe_address(std::string_view url) {
  auto const colon = url.find(':');
  if (colon == std::string_view::npos || url.find_first_of("/?#") < colon) return true;
  auto const scheme = text::lowered(url.substr(0, colon));
  return scheme == "http" || scheme == "https";
}

std::string address(std::string const& url) {
  return is_safe_address(url) ? url : std::string();
}

void add(Json& json, char const* name, std::string const& text) {
  if (!text.empty()) json[name] = text;
}

/// Adds the values that can be filtered by.
void add_facets(Json& json, index::Record const& article) {
  for (index::Field const& field : index::fields) {
    if (field.slot == index::no_slot || values_of(article, field).empty()) continue;
    std::visit([&](auto member) { json[std::string(field.member)] = article.*member; },
               field.value);
  }
  if (auto const seconds = algolia_timestamp(article.date)) json["date_timestamp"] = *seconds;
}

/// The names that readers see, beside `author`, whose values are filtered by.
void add_authors(Json& json, index::Record const& article, AuthorTable const& authors) {
  if (!authors.names_one_of(article.author)) return;
  json["authors"] = Json::array();
  for (auto const& id : article.author) {
    auto const* const author = authors.find(id);
    Json shown{{"name", authors.name_of(id)}};
    if (author != nullptr) add(shown, "url", address(author->url));
    json["authors"].push_back(std::move(shown));
  }
}

std::string content_of(search::Hit const& hit) {
  if (hit.best.place) return hit.article.sections[*hit.best.place].text;
  if (!hit.article.summary.empty()) return hit.article.summary;
  auto const with_text = std::ranges::find_if(
      hit.article.sections, [](auto const& section) { return !section.text.empty(); });
  return with_text == hit.article.sections.end() ? std::string() : with_text->text;
}

/// The headings from the outermost to the section's own; empty before the first heading.
std::vector<std::string> headings_of(index::Record const& article, std::size_t place) {
  std::vector<std::string> headings;
  std::uint32_t below = 7;
  for (std::size_t i = place + 1; i-- > 0;) {
    auto const& section = article.sections[i];
    if (section.level == 0 || section.level >= below) continue;
    below = section.level;
    headings.push_back(section.heading);
  }
  std::ranges::reverse(headings);
  return headings;
}

} // namespace

std::optional<std::int64_t> algolia_timestamp(std::string day) {
  std::erase(day, '-');
  if (day.size() != 8) return std::nullopt;
  std::array<int, 3> parts{};
  constexpr std::array<std::size_t, 3> begins{0, 4, 6};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::size_t const size = i == 0 ? 4 : 2;
    auto const digits = std::string_view(day).substr(begins[i], size);
    std::from_chars(digits.data(), digits.data() + digits.size(), parts[i]);
  }
  std::chrono::year_month_day const date{std::chrono::year(parts[0]),
                                         std::chrono::month(static_cast<unsigned>(parts[1])),
                                         std::chrono::day(static_cast<unsigned>(parts[2]))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::seconds(std::chrono::sys_days(date).time_since_epoch()).count();
}

Json article_record(search::Hit const& hit, AuthorTable const& authors) {
  index::Record const& article = hit.article;
  Json json{{"objectID", article.id}, {"title", article.title}};
  add(json, "url", address(article.url));
  add(json, "role", article.role);
  add(json, "image", address(article.image));
  add_facets(json, article);
  add_authors(json, article, authors);
  add(json, "summary", article.summary);
  if (!hit.best.heading.empty()) {
    json["section"] = {{"heading", hit.best.heading}, {"anchor", hit.best.anchor}};
    add(json["section"], "url", address(hit.best.url));
  }
  add(json, "content", content_of(hit));
  return json;
}

Json section_record(search::Hit const& hit, AuthorTable const& authors,
                    std::optional<std::size_t> place, bool in_text) {
  index::Record const& article = hit.article;
  bool const has_section = place && !article.sections[*place].heading.empty();
  std::vector<std::string> headings;
  if (has_section) headings = headings_of(article, *place);
  if (headings.empty()) headings.push_back(article.title);
  std::string const anchor = has_section ? article.sections[*place].anchor : "";
  std::string const base = address(article.url).substr(0, article.url.find('#'));
  std::string const text = place ? article.sections[*place].text : content_of(hit);
  Json json{{"objectID", anchor.empty() ? article.id : article.id + '#' + anchor},
            {"url", anchor.empty() ? base : base + '#' + anchor},
            {"url_without_anchor", base},
            {"anchor", anchor.empty() ? Json(nullptr) : Json(anchor)},
            {"type", in_text ? "content" : "lvl" + std::to_string(headings.size())},
            {"content", text.empty() ? Json(nullptr) : Json(text)},
            {"hierarchy", {{"lvl0", article.title}}}};
  for (std::size_t level = 1; level < levels; ++level) {
    bool const there = level <= headings.size();
    json["hierarchy"]["lvl" + std::to_string(level)] =
        there ? Json(headings[level - 1]) : Json(nullptr);
  }
  add_facets(json, article);
  add_authors(json, article, authors);
  add(json, "language", article.lang);
  return json;
}

} // namespace recap::api
