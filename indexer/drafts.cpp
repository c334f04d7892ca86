// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/drafts.hpp"

#include "indexer/metadata_values.hpp"
#include "indexer/one_line.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>

namespace recap::indexer {
namespace {

/// What else than a truth value the key may have.
enum class Besides { nothing, date, anything };

struct Decision {
  std::string_view key;
  bool draft; ///< the value that makes a draft
  Besides besides = Besides::nothing;
};

/// Hugo, Astro, Zola; Jekyll; Obsidian; Docusaurus; Zola and, in `build`, Hugo.
constexpr auto decisions = std::to_array<Decision>({{"draft", true},
                                                    {"published", false, Besides::date},
                                                    {"publish", false},
                                                    {"unlisted", true},
                                                    {"render", false, Besides::anything}});

/// Values of Pelican's, WordPress' and Ghost's `status`.
constexpr auto not_public = std::to_array<std::string_view>(
    {"draft", "hidden", "private", "unpublished", "pending", "scheduled", "trash"});

constexpr auto truths = std::to_array<std::string_view>({"true", "yes", "on", "y", "t", "1"});
constexpr auto untruths =
    std::to_array<std::string_view>({"false", "no", "off", "n", "f", "0", "never"});

template <typename List>
bool contains(List const& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

bool decides_draft(Metadata const& metadata, Decision const& decision) {
  auto const* const entry = find(metadata, decision.key);
  if (entry == nullptr) return false;
  bool const unread = entry->unread_line != 0;
  if (unread && decision.besides != Besides::anything) refuse(*entry, "is neither true nor false");
  if (entry->values.empty() || one_line(entry->values.front()).empty()) return false;
  auto const truth = truth_of(*entry);
  if (!truth && decision.besides == Besides::nothing) refuse(*entry, "is neither true nor false");
  return truth == decision.draft;
}

} // namespace

std::optional<bool> truth_of(MetadataEntry const& entry) {
  std::string const value = text::fold(one_line(entry.values.front()));
  if (contains(truths, value)) return true;
  if (contains(untruths, value)) return false;
  return std::nullopt;
}

bool is_draft(Metadata const& metadata, std::string_view path, SiteStyle const& style) {
  // Hugo knows no such folder; of other sites it would be a mistake to show them.
  bool const drafts = ('/' + std::string(path)).find("/_drafts/") != std::string::npos;
  if (drafts && style.generator != SiteStyle::Generator::hugo) return true;
  // Jekyll's redirects: a page that only leads elsewhere.
  if (!text_of(metadata, {"redirect_to"}).empty()) return true;
  if (contains(not_public, text::fold(text_of(metadata, {"status"})))) return true;
  return std::ranges::any_of(
      decisions, [&](Decision const& decision) { return decides_draft(metadata, decision); });
}

} // namespace recap::indexer
