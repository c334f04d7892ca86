// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/hit_view.hpp"

#include "searchd/web/link.hpp"
#include "searchd/web/reasons.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace recap::web {
namespace {

/// More topics would clutter the list; the filters show all of them.
constexpr std::size_t topics_of_a_hit = 5;

std::string joined(std::vector<std::string> const& names) {
  std::string all;
  for (auto const& name : names)
    all += (all.empty() ? "" : ", ") + name;
  return all;
}

/// `lang` if it is a valid `lang` attribute (BCP 47: letters, digits and hyphens); else empty,
/// which means unknown.
std::string language_tag(std::string const& lang) {
  bool const fits =
      std::ranges::all_of(lang, [](char c) { return text::is_alphanumeric(c) || c == '-'; });
  return fits ? lang : std::string();
}

/// Season and year of the work described; empty if the day of publication implies them.
std::string when(index::Record const& article, Wording const& words) {
  auto const year = article.year == 0 ? std::string() : std::to_string(article.year);
  auto const season = words.value("season", article.season);
  if (season.empty() && article.date.starts_with(year)) return {};
  if (year.empty() || season.empty()) return year + season;
  auto label = words["season_and_year"];
  label.replace(label.find("{season}"), 8, season);
  return label.replace(label.find("{year}"), 6, year);
}

/// The day of publication, labelled as such if another time is next to it.
Json published(index::Record const& article, Wording const& words) {
  auto const& day = article.date;
  if (day.empty()) return nullptr;
  Json date{{"day", day}, {"text", words.day(day)}, {"before", ""}, {"after", ""}};
  if (!when(article, words).empty()) date.update(words.around("published"));
  return date;
}

Json topics_of(index::Record const& article, Wording const& words) {
  Json topics = Json::array();
  for (auto const& topic : article.topics) {
    if (topics.size() == topics_of_a_hit) break;
    topics.push_back({{"label", words.value("topic", topic)},
                      {"href", address(search_page, {{"topic", topic}})}});
  }
  return topics;
}

/// Under the names that readers see, if the table has any.
Json authors_of(index::Record const& article, api::AuthorTable const& authors) {
  Json shown = Json::array();
  for (auto const& id : article.author) {
    auto const* const author = authors.find(id);
    auto const url = author == nullptr ? std::string() : safe_link(author->url);
    if (!shown.empty()) shown.back()["follows"] = true;
    shown.push_back({{"name", authors.name_of(id)}, {"url", url}});
  }
  if (shown.empty()) return nullptr;
  return {{"each", std::move(shown)}};
}

Json more_sections(search::Hit const& hit) {
  Json shown = Json::array();
  for (auto const& section : hit.more) {
    if (!section.heading.empty())
      shown.push_back({{"heading", section.heading}, {"href", safe_link(section.url)}});
  }
  return shown;
}

} // namespace

Json hit_view(search::Hit const& hit, Wording const& words, api::AuthorTable const& authors) {
  auto const& article = hit.article;
  auto topics = topics_of(article, words);
  auto const first_topic = topics.empty() ? Json() : topics[0]["label"];
  Json data{{"title_html", hit.title_html},
            {"href", safe_link(article.url)},
            {"snippet_html", hit.best.snippet_html},
            {"image", safe_link(article.image)},
            {"lang", language_tag(article.lang)},
            {"when", when(article, words)},
            {"authors", authors_of(article, authors)},
            {"role", article.role},
            {"date", published(article, words)},
            {"topics", std::move(topics)},
            {"first_topic", first_topic},
            {"missing", joined(hit.missing)}};
  if (!hit.best.heading.empty())
    data["section"] = {{"heading", hit.best.heading}, {"to", safe_link(hit.best.url)}};
  if (auto more = more_sections(hit); !more.empty()) data["more"] = {{"sections", std::move(more)}};
  if (auto why = reasons_sentence(hit.why, words); !why.empty())
    data["reasons"] = {{"pieces", std::move(why)}};
  return data;
}

} // namespace recap::web
