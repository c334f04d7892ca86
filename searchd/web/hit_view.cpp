// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/hit_view.hpp"

#include "searchd/web/link.hpp"
#include "searchd/web/reasons.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <string>

namespace recap::web {
namespace {

/// More topics would clutter the list; the filters show all of them.
constexpr std::size_t topics_of_a_hit = 5;

/// Many keys of the API may be null.
std::string text(Json const& object, char const* key) {
  auto const found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Json list(Json const& object, char const* key) {
  auto const found = object.find(key);
  return found != object.end() && found->is_array() ? *found : Json::array();
}

std::string joined(Json const& names) {
  std::string all;
  for (auto const& name : names) {
    if (!name.is_string()) continue;
    all += (all.empty() ? "" : ", ") + name.get<std::string>();
  }
  return all;
}

/// `lang` if it is a valid `lang` attribute (BCP 47: letters, digits and hyphens); else empty,
/// which means unknown.
std::string language_tag(std::string const& lang) {
  bool const fits =
      std::ranges::all_of(lang, [](char c) { return text::is_alphanumeric(c) || c == '-'; });
  return fits ? lang : std::string();
}

std::string year_of(Json const& hit) {
  auto const found = hit.find("year");
  return found != hit.end() && found->is_number() ? found->dump() : std::string();
}

/// Season and year of the work described; empty if the day of publication implies them.
std::string when(Json const& hit, Wording const& words) {
  auto const year = year_of(hit);
  auto const season = words.value("season", text(hit, "season"));
  if (season.empty() && text(hit, "date").starts_with(year)) return {};
  if (year.empty() || season.empty()) return year + season;
  auto label = words["season_and_year"];
  label.replace(label.find("{season}"), 8, season);
  return label.replace(label.find("{year}"), 6, year);
}

/// The day of publication, labelled as such if another time is next to it.
Json published(Json const& hit, Wording const& words) {
  auto const day = text(hit, "date");
  if (day.empty()) return nullptr;
  Json date{{"day", day}, {"text", words.day(day)}, {"before", ""}, {"after", ""}};
  if (!when(hit, words).empty()) date.update(words.around("published"));
  return date;
}

/// Under the names that readers see, if the API knows any.
Json authors(Json const& hit) {
  Json shown = Json::array();
  auto const named = list(hit, "authors");
  for (auto const& author : named.empty() ? list(hit, "author") : named) {
    auto const name = author.is_object() ? text(author, "name") : author.get<std::string>();
    auto const url = author.is_object() ? safe_link(text(author, "url")) : std::string();
    if (!shown.empty()) shown.back()["follows"] = true;
    shown.push_back({{"name", name}, {"url", url}});
  }
  if (shown.empty()) return nullptr;
  return {{"each", std::move(shown)}};
}

Json sections(Json const& hit) {
  Json shown = Json::array();
  for (auto const& section : list(hit, "more_sections")) {
    auto const heading = text(section, "heading");
    if (heading.empty()) continue;
    shown.push_back({{"heading", heading}, {"href", safe_link(text(section, "url"))}});
  }
  return shown;
}

} // namespace

Json hit_view(Json const& hit, Wording const& words) {
  Json topics = Json::array();
  for (auto const& topic : list(hit, "topics")) {
    if (!topic.is_string() || topics.size() == topics_of_a_hit) continue;
    auto const value = topic.get<std::string>();
    topics.push_back({{"label", words.value("topic", value)},
                      {"href", address(search_page, {{"topic", value}})}});
  }
  auto const first_topic = topics.empty() ? Json() : topics[0]["label"];
  Json data{{"title_html", text(hit, "title_html")},
            {"href", safe_link(text(hit, "url"))},
            {"snippet_html", text(hit, "snippet_html")},
            {"image", safe_link(text(hit, "image"))},
            {"lang", language_tag(text(hit, "lang"))},
            {"when", when(hit, words)},
            {"authors", authors(hit)},
            {"role", text(hit, "role")},
            {"date", published(hit, words)},
            {"topics", topics},
            {"first_topic", first_topic},
            {"missing", joined(list(hit, "missing"))}};
  if (auto const section = hit.find("section"); section != hit.end() && section->is_object()) {
    data["section"] = {{"heading", text(*section, "heading")},
                       {"to", safe_link(text(*section, "url"))}};
  }
  if (auto more = sections(hit); !more.empty()) data["more"] = {{"sections", std::move(more)}};
  if (auto why = reasons_sentence(list(hit, "why"), words); !why.empty())
    data["reasons"] = {{"pieces", std::move(why)}};
  return data;
}

} // namespace recap::web
