// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/drafts.hpp"

#include "indexer/site/preset.hpp"
#include "indexer/site/site_page.hpp"
#include "indexer/site/time_zone.hpp"
#include "metadata/date.hpp"
#include "metadata/values.hpp"
#include "text/one_line.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>

namespace recap::indexer {
namespace {

/// Values that a key may have besides true and false.
enum class Besides { nothing, date, anything };

struct Decision {
  std::string_view key;
  bool draft; ///< the value that means a draft
  Besides besides = Besides::nothing;
};

/// In this order: a folder that is kept out; Hugo, Astro and Zola; Jekyll; Hugo, where an
/// unreadable day may be in the future; Obsidian; Docusaurus; Zola and, in `build`, Hugo. The rest
/// ask search engines to skip the page: themes of many generators, Starlight's Pagefind, MkDocs'
/// Material (`search: {exclude: true}`).
constexpr auto decisions =
    std::to_array<Decision>({{kept_out_folder, true},
                             {"draft", true},
                             {"published", false, Besides::date},
                             {"publishdate", false, Besides::date},
                             {"publish", false},
                             {"unlisted", true},
                             {"render", false, Besides::anything},
                             {"noindex", true, Besides::anything},
                             {"private", true, Besides::anything},
                             {"hidden", true, Besides::anything},
                             {"search", false, Besides::anything},
                             {"searchable", false, Besides::anything},
                             {"pagefind", false, Besides::anything},
                             {"search_exclude", true, Besides::anything},
                             {"exclude_from_search", true, Besides::anything},
                             {"excludefromsearch", true, Besides::anything}});

/// Keys besides those of `decisions` that can hide an article.
constexpr auto hiding_keys = std::to_array<std::string_view>(
    {"status", "robots", "redirect_to", "permalink", "date", "expirydate"});

constexpr auto not_public = std::to_array<std::string_view>(
    {"draft", "drafts", "wip", "hidden", "private", "unpublished", "unlisted", "pending",
     "scheduled", "future", "trash", "초안"});

constexpr auto truths = std::to_array<std::string_view>({"true", "yes", "on", "y", "t", "1"});
constexpr auto untruths =
    std::to_array<std::string_view>({"false", "no", "off", "n", "f", "0", "never"});

template <typename List>
bool contains(List const& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

bool is_sign(char c) {
  return static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z');
}

bool decides_draft(metadata::Entries const& metadata, Decision const& decision) {
  auto const* const entry = find(metadata, decision.key);
  if (entry == nullptr) return false;
  bool const dated = decision.besides == Besides::date;
  std::string const reason =
      dated ? "is not a date, and neither true nor false" : "is neither true nor false";
  bool const any = decision.besides == Besides::anything;
  if (entry->unread_line != 0 && !any) refuse(*entry, reason);
  if (entry->values.empty() || text::one_line(entry->values.front()).empty()) return false;
  auto const truth = truth_of(*entry);
  bool const read = truth || any || (dated && metadata::parse_date(entry->values.front()));
  if (!read) refuse(*entry, reason);
  return truth == decision.draft;
}

/// The states of Pelican, WordPress and Ghost.
bool has_hidden_status(metadata::Entries const& metadata) {
  auto const* const status = find(metadata, "status");
  if (status != nullptr && status->unread_line != 0) refuse(*status, "a text is expected here");
  // `auto-draft`, `Draft (do not publish)`.
  std::string words = text::fold(text_of(metadata, {"status"}));
  std::ranges::replace_if(words, is_sign, ' ');
  for (std::string_view rest = words; !rest.empty();) {
    auto const word = rest.substr(0, rest.find(' '));
    if (contains(not_public, word)) return true;
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
  }
  return false;
}

std::optional<std::chrono::sys_seconds> moment_of(std::string const& date, SiteStyle const& style) {
  return moment_in_zone(date, style.time_zone.empty() ? "UTC" : style.time_zone);
}

/// Takes `noindex, follow`, as in `<meta name="robots">`, or a list.
bool turns_robots_away(metadata::Entries const& metadata) {
  auto const rules = list_of(metadata, {"robots"}, metadata::Values::with_commas);
  return std::ranges::any_of(rules, [](std::string const& rule) {
    auto const word = text::fold(rule);
    return word == "noindex" || word == "none" || word.starts_with("noindex ");
  });
}

} // namespace

std::optional<bool> truth_of(metadata::Entry const& entry) {
  std::string const value = text::fold(text::one_line(entry.values.front()));
  if (contains(truths, value)) return true;
  if (contains(untruths, value)) return false;
  return std::nullopt;
}

bool is_draft(metadata::Entries const& metadata, std::string_view path, SiteStyle const& style) {
  // This is an ordinary folder in Hugo. For other generators, hiding it is the safer error.
  bool const drafts = ('/' + std::string(path)).find("/_drafts/") != std::string::npos;
  if (drafts && !style.site->builds_drafts_folder) return true;
  // With Jekyll, this page only redirects.
  if (!text_of(metadata, {"redirect_to"}).empty()) return true;
  // Hugo then writes no page of a bundle.
  auto const* const headless = find(metadata, "headless");
  if (is_site(*style.site, "hugo") && split_path(path).second.starts_with("index.") &&
      headless != nullptr && !headless->values.empty() && truth_of(*headless) == true)
    return true;
  // Eleventy then writes no page.
  if (is_site(*style.site, "eleventy") && text_of(metadata, {"permalink"}) == "false") return true;
  if (has_hidden_status(metadata) || turns_robots_away(metadata)) return true;
  return std::ranges::any_of(
      decisions, [&](Decision const& decision) { return decides_draft(metadata, decision); });
}

bool is_scheduled(metadata::Entries const& metadata, std::string_view path, SiteStyle const& style,
                  std::chrono::sys_seconds now) {
  using Waits = Preset::Waits;
  if (style.future) return false;
  auto const after_now = [&](std::string const& date) {
    auto const moment = moment_of(date, style);
    return moment && *moment > now;
  };
  if (auto const* const stated = first_of(metadata, {"publishdate"}))
    return after_now(stated->values.front());
  if (style.site->waits == Waits::never) return false;
  if (auto const* const stated = first_of(metadata, {"date"}))
    return after_now(stated->values.front());
  auto const in_name = style.site->waits == Waits::by_date_or_name
                           ? metadata::date_before(split_path(path).second)
                           : std::nullopt;
  return in_name && after_now(*in_name);
}

bool may_hide(metadata::Entries const& metadata) {
  return std::ranges::any_of(metadata, [](metadata::Entry const& entry) {
    return contains(hiding_keys, entry.key) ||
           std::ranges::find(decisions, entry.key, &Decision::key) != decisions.end();
  });
}

bool is_expired(metadata::Entries const& metadata, SiteStyle const& style,
                std::chrono::sys_seconds now) {
  auto const* const stated = first_of(metadata, {"expirydate"});
  auto const moment = stated == nullptr ? std::nullopt : moment_of(stated->values.front(), style);
  return moment && *moment <= now;
}

bool is_page(metadata::Entries const& stated, SitePlace const& place, SiteStyle const& style) {
  if (!style.configured) return true;
  bool const undated_post = is_site(*style.site, "jekyll") &&
                            ('/' + place.path).find("/_posts/") != std::string::npos &&
                            !metadata::date_before(split_path(place.path).second);
  auto const& disabled = style.disabled_languages;
  bool const language = std::ranges::find(disabled, place.language) == disabled.end();
  return language && !place.outside && !undated_post &&
         !(style.needs_front_matter && stated.empty());
}

bool is_error_page(metadata::Entries const& metadata, SitePlace const& place,
                   SiteStyle const& style) {
  auto const address = text_of(metadata, {"permalink", "url"});
  if (address == "/404.html" || address == "404.html" || address == "/404/") return true;
  if (!address.empty()) return false;
  auto path = place.path;
  auto const language = first_folder(path);
  bool const translated = std::ranges::any_of(style.languages, [&](std::string const& code) {
    return text::fold(code) == text::fold(language);
  });
  if (translated) path.erase(0, language.size() + 1);
  return path == "404" || path == "404/index";
}

} // namespace recap::indexer
