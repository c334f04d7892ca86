// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/field_rules.hpp"

#include "index/fields.hpp"
#include "indexer/address.hpp"
#include "indexer/drafts.hpp"
#include "indexer/known_keys.hpp"
#include "indexer/metadata_values.hpp"
#include "indexer/one_line.hpp"
#include "indexer/time_zone.hpp"
#include "indexer/title_term.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>

namespace recap::indexer {
namespace {

constexpr std::size_t longest_derived_title = 80;

constexpr auto date_keys =
    std::to_array<std::string_view>({"date", "published", "pubdate", "publishdate", "lastmod",
                                     "updated", "updateddate", "modified", "last_update"});

std::string path_stem(Origin const& origin) {
  auto const dot = origin.path.rfind('.');
  auto const slash = origin.path.rfind('/');
  bool const has_ending =
      dot != std::string::npos && (slash == std::string::npos || dot > slash + 1);
  return has_ending ? origin.path.substr(0, dot) : origin.path;
}

std::string file_stem(Origin const& origin) {
  std::string const stem = path_stem(origin);
  return stem.substr(stem.rfind('/') + 1);
}

/// What the file is called, an index file as its folder, without a date before the name.
std::string name_of(Origin const& origin) {
  auto [folder, name] = split_path(translation_of(path_stem(origin), origin.style).path);
  if (is_index(name) && !folder.empty())
    name = split_path(folder.substr(0, folder.size() - 1)).second;
  return date_before(name) ? name.substr(dated_name_bytes) : name;
}

std::string title_of(Metadata const& metadata, std::vector<index::Section> const& sections,
                     Origin const& origin, std::string const& id) {
  if (auto title = prose_of(metadata, {"title"}); !title.empty()) return title;
  auto const with_heading = [](index::Section const& section) { return !section.heading.empty(); };
  auto const top = std::ranges::find_if(
      sections, [&](auto const& s) { return s.level == 1 && with_heading(s); });
  if (top != sections.end()) return top->heading;
  auto const any = std::ranges::find_if(sections, with_heading);
  if (any != sections.end()) return any->heading;
  if (!origin.path.empty()) return name_of(origin);
  std::string text =
      sections.empty() ? "" : one_line(sections.front().text.substr(0, 4 * longest_derived_title));
  if (text.size() > longest_derived_title) {
    auto const cut = text.rfind(' ', longest_derived_title);
    bool const at_word = cut != std::string::npos && cut > 0;
    text.resize(at_word ? cut : text::floor_to_character(text, longest_derived_title));
  }
  return text.empty() ? id : text;
}

std::vector<std::string> aliases_of(Metadata const& metadata, std::string const& title) {
  std::vector<std::string> aliases;
  auto const add = [&](std::string alias) {
    bool const is_path =
        alias.find('/') != std::string::npos && alias.find(' ') == std::string::npos;
    if (alias.empty() || is_path || alias == title ||
        std::ranges::find(aliases, alias) != aliases.end())
      return;
    aliases.push_back(std::move(alias));
  };
  for (auto const& entry : metadata) {
    bool const translated =
        entry.key.starts_with("title_") && entry.kind != MetadataEntry::Kind::nested;
    if (translated) add(prose_of(metadata, {entry.key}));
  }
  for (auto& alias : list_of(
           metadata, {"aliases", "alias", "linktitle", "sidebar_label", "subtitle"}, Values::prose))
    add(std::move(alias));
  return aliases;
}

std::string date_in_name(Origin const& origin) {
  return date_before(file_stem(origin)).value_or("");
}

/// Eleventy asks Git or the file system then.
bool is_looked_up(std::string_view date) {
  std::string const word = text::fold(one_line(date));
  return word == "last modified" || word == "created" || word.starts_with("git ");
}

/// The first of the keys with a date.
std::string date_of(Metadata const& metadata, Origin const& origin, std::vector<Remark>& remarks) {
  for (auto const key : date_keys) {
    auto const* const entry = first_of(metadata, {key});
    // Jekyll's `published: false` is no date.
    if (entry == nullptr || (key.starts_with("publish") && truth_of(*entry))) continue;
    if (auto date = parse_date(entry->values.front())) return *date;
    if (!is_looked_up(entry->values.front()))
      remarks.push_back(remark_on(*entry, "is no date; write YYYY-MM-DD"));
  }
  return date_in_name(origin);
}

std::uint16_t year_of(MetadataEntry const& entry, std::vector<Remark>& remarks) {
  std::string const value = one_line(entry.values.front());
  bool const digits =
      value.size() == 4 && std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
  if (digits && value >= "1000") return static_cast<std::uint16_t>(std::stoi(value));
  remarks.push_back(remark_on(entry, "is no year; write four digits"));
  return 0;
}

Term term_of(Metadata const& metadata, index::Record const& record, std::vector<Remark>& remarks) {
  Term term;
  auto const* const year = first_of(metadata, {"year"});
  auto const* const season = first_of(metadata, {"season"});
  if (year != nullptr) term.year = year_of(*year, remarks);
  if (season != nullptr) {
    auto const named = index::season_named(season->values.front());
    if (!named)
      remarks.push_back(remark_on(
          *season, "is no season; write spring, summer, fall, winter, first-half or second-half"));
    term.season = named.value_or("");
  }
  auto titled = term_in(record.title);
  for (auto const& alias : record.aliases) {
    if (!titled) titled = term_in(alias);
  }
  if (titled && year == nullptr) term.year = titled->year;
  if (titled && season == nullptr && (year == nullptr || term.year == titled->year))
    term.season = titled->season;
  if (term.year == 0 && !record.date.empty())
    term.year = static_cast<std::uint16_t>(std::stoi(record.date));
  return term;
}

std::string language_of(Metadata const& metadata, index::Record const& record,
                        Origin const& origin) {
  std::string language = text_of(metadata, {"lang", "language", "locale"});
  if (language.empty()) language = translation_of(path_stem(origin), origin.style).language;
  if (!language.empty()) return index::language_named(language);
  constexpr double mostly = 0.3;
  std::string text = record.title;
  for (auto const& section : record.sections)
    text += section.text;
  return text::hangul_share(text) > mostly ? "ko" : "en";
}

/// The day that the site has in an address. With Hugo, a page without a date is of its first day.
std::string site_date(Metadata const& metadata, index::Record const& record, Origin const& origin) {
  if (origin.style.generator == SiteStyle::Generator::hugo)
    return record.date.empty() ? "0001-01-01" : record.date;
  std::string const stated = text_of(metadata, {"date"});
  auto const day = parse_date(stated);
  if (!day) return date_in_name(origin);
  bool const jekyll = origin.style.generator == SiteStyle::Generator::jekyll;
  return jekyll ? to_string(day_in_zone(stated, origin.style.time_zone)) : *day;
}

SitePage site_page(Metadata const& metadata, index::Record const& record, Origin const& origin) {
  auto translation = translation_of(path_stem(origin), origin.style);
  SitePage page{.path = std::move(translation.path),
                .title = text_of(metadata, {"title"}),
                .date = site_date(metadata, record, origin),
                .slug = text_of(metadata, {"slug"}),
                .categories = {},
                .language = std::move(translation.language)};
  page.categories = list_of(metadata, {"category"}, Values::plain);
  auto const* const entry = find(metadata, "categories");
  if (entry == nullptr) return page;
  // Jekyll splits a text at spaces, and takes a list as it is.
  bool const text = entry->kind == MetadataEntry::Kind::text && !entry->values.empty();
  for (auto& category : text ? split(one_line(entry->values.front()), ' ')
                             : list_of(metadata, {"categories"}, Values::plain)) {
    if (!category.empty()) page.categories.push_back(std::move(category));
  }
  return page;
}

std::string url_of(Metadata const& metadata, index::Record const& record, Origin const& origin,
                   std::vector<Remark>& remarks) {
  if (auto const* const entry = first_of(metadata, {"url", "permalink"})) {
    std::string stated = one_line(entry->values.front());
    // Eleventy's word for: there is no page.
    if (entry->key == "permalink" && stated == "false") return "";
    if (!stated.starts_with("//"))
      stated = stated_path(stated, site_page(metadata, record, origin), origin.style);
    auto address = stated_address(stated, origin.base_url);
    if (!address)
      remarks.push_back(remark_on(*entry, "is no web address; write one with https://, or a path"));
    return address.value_or("");
  }
  if (origin.base_url.empty() || origin.path.empty()) return "";
  std::string const path = origin.url_path
                               ? '/' + percent_encoded(*origin.url_path)
                               : site_address(site_page(metadata, record, origin), origin.style);
  return stated_address(path, origin.base_url).value_or("");
}

/// What is not a text, or a list of texts, of a key that is read.
void note_unread(Metadata const& metadata, std::vector<Remark>& remarks) {
  for (auto const& entry : metadata) {
    if (entry.unread_line != 0 && is_known_key(entry.key) && !is_body_key(entry.key))
      remarks.push_back(remark_on(
          entry, "a text or a list of texts is expected, not a map without name, label or title"));
  }
}

} // namespace

Origin built_page(Origin origin) {
  constexpr std::string_view index = "index";
  std::string const stem = path_stem(origin);
  bool const is_index = stem == index || stem.ends_with("/index");
  origin.url_path = is_index ? stem.substr(0, stem.size() - index.size()) : origin.path;
  if (is_index && stem.size() > index.size())
    origin.id = stem.substr(0, stem.size() - index.size() - 1);
  return origin;
}

Article apply_field_rules(Metadata const& metadata, std::vector<index::Section> sections,
                          Origin const& origin) {
  Article article;
  article.draft = is_draft(metadata, origin.path, origin.style);
  index::Record& record = article.record;
  // To a generator, a slug is a part of the address, and pages of two folders may share it.
  bool const slug_is_id = origin.style.generator == SiteStyle::Generator::none;
  record.id = slug_is_id ? text_of(metadata, {"id", "slug"}) : text_of(metadata, {"id"});
  if (record.id.empty()) record.id = origin.id.empty() ? path_stem(origin) : origin.id;
  record.title = title_of(metadata, sections, origin, record.id);
  record.sections = std::move(sections);
  record.aliases = aliases_of(metadata, record.title);
  for (auto const& name : list_of(metadata, {"author", "authors", "byline"}, Values::prose))
    record.author.push_back(without_links(name));
  record.role = text_of(metadata, {"role"});
  record.topics =
      list_of(metadata, {"topics", "topic", "tags", "tag", "categories", "category", "keywords"},
              Values::with_commas);
  record.summary =
      without_links(prose_of(metadata, {"summary", "description", "excerpt", "lead", "abstract"}));
  record.date = date_of(metadata, origin, article.remarks);
  auto const term = term_of(metadata, record, article.remarks);
  record.year = term.year;
  record.season = term.season;
  record.lang = language_of(metadata, record, origin);
  record.url = url_of(metadata, record, origin, article.remarks);
  note_unread(metadata, article.remarks);
  return article;
}

} // namespace recap::indexer
