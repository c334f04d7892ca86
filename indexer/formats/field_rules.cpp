// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/field_rules.hpp"

#include "index/fields.hpp"
#include "indexer/formats/picture.hpp"
#include "indexer/formats/title_period.hpp"
#include "indexer/site/address.hpp"
#include "indexer/site/drafts.hpp"
#include "indexer/site/inherited_metadata.hpp"
#include "indexer/site/jekyll.hpp"
#include "indexer/site/preset.hpp"
#include "indexer/site/site_address.hpp"
#include "indexer/site/time_zone.hpp"
#include "metadata/known_keys.hpp"
#include "metadata/record_fields.hpp"
#include "metadata/values.hpp"
#include "text/one_line.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace recap::indexer {
namespace {

using index::FieldId;

constexpr std::size_t longest_derived_title = 80;

std::string path_stem(std::string const& path) {
  auto const dot = path.rfind('.');
  auto const slash = path.rfind('/');
  bool const has_ending =
      dot != std::string::npos && (slash == std::string::npos || dot > slash + 1);
  return has_ending ? path.substr(0, dot) : path;
}

std::string file_stem(Origin const& origin) {
  std::string const stem = path_stem(origin.path);
  return stem.substr(stem.rfind('/') + 1);
}

/// In the project if the site is configured, else below the source.
std::string const& path_of(Origin const& origin) {
  return origin.place.empty() ? origin.path : origin.place;
}

SitePlace place_of(Origin const& origin) {
  return recap::indexer::place_of(path_stem(path_of(origin)), origin.style);
}

/// The name of the file, or of the folder for an index file, without a date before it.
std::string name_of(Origin const& origin) {
  auto [folder, name] = split_path(place_of(origin).path);
  if (is_index(name) && !folder.empty())
    name = split_path(folder.substr(0, folder.size() - 1)).second;
  return metadata::date_before(name) ? name.substr(metadata::dated_name_bytes) : name;
}

/// The title of an article that does not state one.
std::string title_of(std::vector<index::Section> const& sections, Origin const& origin,
                     std::string const& id) {
  auto const with_heading = [](index::Section const& section) { return !section.heading.empty(); };
  auto const top = std::ranges::find_if(
      sections, [&](auto const& s) { return s.level == 1 && with_heading(s); });
  if (top != sections.end()) return top->heading;
  auto const any = std::ranges::find_if(sections, with_heading);
  if (any != sections.end()) return any->heading;
  if (!origin.path.empty()) return name_of(origin);
  std::string text =
      sections.empty() ? ""
                       : text::one_line(sections.front().text.substr(0, 4 * longest_derived_title));
  if (text.size() > longest_derived_title) {
    auto const cut = text.rfind(' ', longest_derived_title);
    bool const at_word = cut != std::string::npos && cut > 0;
    text.resize(at_word ? cut : text::floor_to_character(text, longest_derived_title));
  }
  return text.empty() ? id : text;
}

std::string date_in_name(Origin const& origin) {
  return metadata::date_before(file_stem(origin)).value_or("");
}

/// True for values with which Eleventy looks the date up in Git or in the file system.
bool is_looked_up(std::string_view date) {
  std::string const word = text::fold(text::one_line(date));
  return word == "last modified" || word == "created" || word.starts_with("git ");
}

/// The first valid date of the keys.
std::string date_of(metadata::Entries const& metadata, Origin const& origin,
                    std::vector<metadata::Remark>& remarks) {
  for (auto const key : index::keys_of(FieldId::date)) {
    auto const* const entry = first_of(metadata, {key});
    // Jekyll's `published: false` is not a date.
    if (entry == nullptr || (key.starts_with("publish") && truth_of(*entry))) continue;
    if (auto date = metadata::parse_date(entry->values.front())) return *date;
    if (!is_looked_up(entry->values.front()))
      remarks.push_back(remark_on(*entry, "is not a date; write YYYY-MM-DD"));
  }
  return date_in_name(origin);
}

/// Fills in year and season, unless they are stated, from the titles and the date.
void read_period(metadata::Entries const& metadata, index::Record& record) {
  bool const year_stated = first_of(metadata, {"year"}) != nullptr;
  bool const season_stated = first_of(metadata, {"season"}) != nullptr;
  auto titled = period_in(record.title);
  for (auto const& alias : record.aliases) {
    if (!titled) titled = period_in(alias);
  }
  if (titled && !year_stated) record.year = titled->year;
  if (titled && !season_stated && (!year_stated || record.year == titled->year))
    record.season = titled->season;
  if (record.year == 0 && !record.date.empty())
    record.year = static_cast<std::uint16_t>(std::stoi(record.date));
}

std::string language_of(index::Record const& record, Origin const& origin) {
  if (!record.lang.empty()) return record.lang;
  auto const language = place_of(origin).language;
  if (!language.empty()) return index::language_named(language);
  constexpr double mostly = 0.3;
  std::string text = record.title;
  for (auto const& section : record.sections)
    text += section.text;
  return text::hangul_share(text) > mostly ? "ko" : "en";
}

/// The day that the site uses in an address. For a page without a date, Hugo uses 0001-01-01.
std::string site_date(metadata::Entries const& metadata, index::Record const& record,
                      Origin const& origin) {
  if (is_site(*origin.style.addresses, "hugo"))
    return record.date.empty() ? "0001-01-01" : record.date;
  std::string const stated = text_of(metadata, {"date"});
  auto const day = metadata::parse_date(stated);
  if (!day) return date_in_name(origin);
  bool const jekyll = is_site(*origin.style.addresses, "jekyll");
  return jekyll ? metadata::to_string(day_in_zone(stated, origin.style.time_zone)) : *day;
}

SitePage site_page(metadata::Entries const& metadata, index::Record const& record,
                   Origin const& origin) {
  auto place = place_of(origin);
  SitePage page{.path = std::move(place.path),
                .title = text_of(metadata, {"title"}),
                .date = site_date(metadata, record, origin),
                .slug = text_of(metadata, {"slug"}),
                .language = std::move(place.language),
                .id = text_of(metadata, {"id"}),
                .folder = place.of_preset.empty() ? place.folder : place.of_preset,
                .route = std::move(place.route)};
  // Zola's key for an address from the root.
  if (auto const path = text_of(metadata, {"path"});
      is_site(*origin.style.site, "zola") && !path.empty())
    page.slug = path.starts_with('/') ? path : '/' + path;
  page.categories = list_of(metadata, {"category"}, metadata::Values::plain);
  auto const* const entry = find(metadata, "categories");
  if (entry == nullptr) return page;
  // Inherited entries have no line.
  bool const of_folder = entry->line == 0;
  auto all = categories_of(*entry);
  page.categories.insert(of_folder ? page.categories.begin() : page.categories.end(), all.begin(),
                         all.end());
  return page;
}

std::string url_of(metadata::Entries const& metadata, index::Record const& record,
                   Origin const& origin, std::vector<metadata::Remark>& remarks) {
  if (auto const* const entry = first_of(metadata, index::keys_of(FieldId::url))) {
    std::string stated = text::one_line(entry->values.front());
    // With Eleventy, there is no page.
    if (entry->key == "permalink" && stated == "false") return "";
    if (!stated.starts_with("//"))
      stated = stated_path(stated, site_page(metadata, record, origin), origin.style);
    auto address = stated_address(stated, origin.base_url);
    if (!address)
      remarks.push_back(
          remark_on(*entry, "is not a web address; write one with https://, or a path"));
    return address.value_or("");
  }
  if (origin.base_url.empty() || origin.path.empty()) return "";
  std::string const path = origin.url_path
                               ? '/' + percent_encoded(*origin.url_path)
                               : site_address(site_page(metadata, record, origin), origin.style);
  return stated_address(path, origin.base_url).value_or("");
}

/// The entry of the sitemap or a feed for a page, or nullptr.
KnownPage const* known_page(Origin const& origin) {
  auto const& pages = origin.style.pages;
  if (!pages || origin.path.empty()) return nullptr;
  auto const found = pages->find(built_page_key(origin.path));
  return found == pages->end() ? nullptr : &found->second;
}

/// Remarks on known keys whose values are neither a text nor a list of texts.
void note_unread(metadata::Entries const& metadata, std::vector<metadata::Remark>& remarks) {
  for (auto const& entry : metadata) {
    if (entry.unread_line != 0 && metadata::is_known_key(entry.key) &&
        !metadata::is_body_key(entry.key))
      remarks.push_back(remark_on(
          entry, "a text or a list of texts is expected, not a map without name, label or title"));
  }
}

} // namespace

Origin built_page(Origin origin) {
  constexpr std::string_view index = "index";
  std::string const stem = path_stem(origin.path);
  bool const is_index = stem == index || stem.ends_with("/index");
  origin.url_path = is_index ? stem.substr(0, stem.size() - index.size()) : origin.path;
  if (is_index && stem.size() > index.size())
    origin.id = stem.substr(0, stem.size() - index.size() - 1);
  return origin;
}

Article apply_field_rules(metadata::Entries const& stated, std::vector<index::Section> sections,
                          Origin const& origin) {
  Article article;
  auto const place = place_of(origin);
  auto const metadata = inherited_metadata(stated, path_of(origin), place, origin.style);
  auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  article.scheduled = is_scheduled(metadata, origin.path, origin.style, now);
  article.draft = article.scheduled || is_draft(metadata, path_of(origin), origin.style) ||
                  is_expired(metadata, origin.style, now) ||
                  !is_page(stated, place, origin.style) ||
                  is_error_page(metadata, place, origin.style);
  index::Record& record = article.record;
  read_fields(metadata, record, article.remarks);
  // For a generator, a slug is a part of the address and may occur in two folders.
  auto const& site = *origin.style.site;
  if (!site.id_is_address)
    record.id = site.slug_is_id ? text_of(metadata, {"id", "slug"}) : text_of(metadata, {"id"});
  if (record.id.empty()) record.id = origin.id.empty() ? path_stem(origin.path) : origin.id;
  if (record.title.empty()) record.title = title_of(sections, origin, record.id);
  std::erase(record.aliases, record.title);
  record.sections = std::move(sections);
  record.date = date_of(metadata, origin, article.remarks);
  auto const* const known = known_page(origin);
  if (record.date.empty() && known != nullptr) record.date = known->date;
  read_period(metadata, record);
  record.lang = language_of(record, origin);
  record.url = url_of(metadata, record, origin, article.remarks);
  if (record.url.empty() && known != nullptr) record.url = known->address;
  record.image = picture_of(metadata, record.url, origin.base_url);
  note_unread(metadata, article.remarks);
  return article;
}

} // namespace recap::indexer
