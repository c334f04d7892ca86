// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/algolia_hits.hpp"

#include "searchd/api/algolia_markup.hpp"
#include "searchd/api/algolia_records.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <optional>
#include <set>
#include <string_view>

namespace recap::api {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t default_snippet_words = 10;

/// The attributes that `*` means for highlights: those that are searched.
AttributeList const& searched_attributes() {
  static AttributeList const list(
      {"title", "author", "role", "topics", "summary", "section.heading", "content", "hierarchy"});
  return list;
}

/// Number of words in a snippet of `path`; nullopt if none is requested.
std::optional<std::size_t> snippet_words(std::vector<std::string> const& list,
                                         std::string_view path) {
  for (std::string_view const entry : list) {
    auto const colon = std::min(entry.find(':'), entry.size());
    auto const name = entry.substr(0, colon);
    bool const covers = name == "*" ? searched_attributes().has(path)
                                    : AttributeList({std::string(name)}).has(path);
    if (!covers) continue;
    std::size_t words = default_snippet_words;
    if (colon < entry.size())
      std::from_chars(entry.data() + colon + 1, entry.data() + entry.size(), words);
    return std::min<std::size_t>(words, 1000);
  }
  return std::nullopt;
}

/// Makes a leaf from a text at a path; nullopt if it is not requested.
using Leaf = std::function<std::optional<Json>(std::string_view path, std::string const& text)>;

/// A tree like `value`, with only the leaves that exist.
std::optional<Json> tree(Json const& value, std::string const& path, Leaf const& leaf) {
  if (value.is_string()) return leaf(path, value.get_ref<std::string const&>());
  if (value.is_number()) return leaf(path, value.dump());
  if (!value.is_structured()) return std::nullopt;
  Json made = value.is_array() ? Json::array() : Json::object();
  for (auto const& [key, member] : value.items()) {
    bool const is_member = value.is_object();
    auto const below = !is_member ? path : path.empty() ? key : path + '.' + key;
    auto child = tree(member, below, leaf);
    if (!child) continue;
    if (is_member) {
      made[key] = std::move(*child);
    } else {
      made.push_back(std::move(*child));
    }
  }
  if (made.empty()) return std::nullopt;
  return made;
}

void drop_members_without_match(Json& tree) {
  if (!tree.is_structured()) return;
  if (tree.is_array())
    std::erase_if(tree.get_ref<Json::array_t&>(), [](Json const& leaf) {
      return leaf.is_object() && leaf.value("matchLevel", "") == "none";
    });
  for (auto& below : tree)
    drop_members_without_match(below);
}

/// The known part of the ranking information.
Json ranking_info(search::Hit const& hit) {
  std::set<std::string> words;
  std::size_t typos = 0;
  std::size_t exact = 0;
  for (auto const& reason : hit.why) {
    if (reason.word.empty()) continue;
    words.insert(reason.word);
    typos += reason.kind == search::ReasonKind::typo ? 1 : 0;
    exact += reason.kind == search::ReasonKind::exact ? 1 : 0;
  }
  Json info{{"nbTypos", typos},       {"firstMatchedWord", 0},
            {"proximityDistance", 0}, {"nbExactWords", exact},
            {"words", words.size()},  {"geoDistance", 0},
            {"filters", 0},           {"userScore", std::lround(hit.score * 1000)}};
  bool const is_pinned = std::ranges::any_of(hit.why, [](search::Reason const& reason) {
    return reason.kind == search::ReasonKind::pinned;
  });
  if (is_pinned) info["promoted"] = true;
  return info;
}

/// The retrieved attributes of `record`.
Json retrieved(Json const& record, std::string const& path, AttributeList const& list) {
  Json kept = Json::object();
  for (auto const& [key, value] : record.items()) {
    auto const below = path.empty() ? key : path + '.' + key;
    if (list.has(below)) {
      kept[key] = value;
    } else if (value.is_object()) {
      if (auto inner = retrieved(value, below, list); !inner.empty()) kept[key] = std::move(inner);
    }
  }
  return kept;
}

/// Builds hits from records for one item.
class HitWriter {
public:
  HitWriter(AlgoliaItem const& item, search::Highlighter& highlighter, AnswerRoom& room,
            bool snippet_everything)
      : item_(item)
      , highlighter_(highlighter)
      , room_(room)
      , markup_{item.pre_tag, item.post_tag, item.ellipsis}
      , snippet_everything_(snippet_everything) {}

  [[nodiscard]] Json write(Json const& record, search::Hit const& found) {
    Json hit = retrieved(record, "", item_.to_retrieve);
    hit["objectID"] = record["objectID"];
    if (item_.ranking_info) hit["_rankingInfo"] = ranking_info(found);
    auto const highlight = [&](std::string_view path, std::string const& text) {
      return highlights(path) ? std::optional(highlight_leaf(text, highlighter_, markup_, room_))
                              : std::nullopt;
    };
    if (auto made = tree(record, "", highlight)) hit["_highlightResult"] = std::move(*made);
    auto const snippet = [&](std::string_view path,
                             std::string const& text) -> std::optional<Json> {
      auto words = snippet_words(item_.to_snippet, path);
      if (!words && snippet_everything_ && searched_attributes().has(path))
        words = default_snippet_words;
      if (!words) return std::nullopt;
      return snippet_leaf(text, *words, highlighter_, markup_);
    };
    if (auto made = tree(record, "", snippet)) hit["_snippetResult"] = std::move(*made);
    if (item_.only_matching_members) {
      for (auto const* const name : {"_highlightResult", "_snippetResult"})
        if (hit.contains(name)) drop_members_without_match(hit[name]);
    }
    room_.take(hit);
    return hit;
  }

private:
  [[nodiscard]] bool highlights(std::string_view path) const {
    auto const& list = item_.to_highlight;
    return list.names(path) || (list.has(path) && searched_attributes().has(path));
  }

  AlgoliaItem const& item_;
  search::Highlighter& highlighter_;
  AnswerRoom& room_;
  Markup markup_;
  bool snippet_everything_;
};

/// Number of sections to show for each hit, at most `bound` per hit.
std::vector<std::size_t> shares(std::vector<search::Hit> const& hits, std::size_t room,
                                std::size_t bound) {
  std::vector<std::size_t> shown(hits.size(), 1);
  room -= std::min(room, hits.size());
  for (std::size_t i = 0; i < hits.size() && room > 0; ++i) {
    std::size_t const further = std::min({room, hits[i].more.size(), bound - 1});
    shown[i] += further;
    room -= further;
  }
  return shown;
}

} // namespace

Json article_hits(AlgoliaItem const& item, search::Result const& result, AnswerRoom& room,
                  AuthorTable const& authors) {
  Json hits = Json::array();
  HitWriter writer(item, *result.highlighter, room, false);
  for (auto const& hit : result.hits)
    hits.push_back(writer.write(article_record(hit, authors), hit));
  return hits;
}

namespace {

/// Empties lvl0 where lvl1 repeats it: in hits that are no section but the article itself.
/// DocSearch groups by the highlighted lvl0, which stays; its version 5 also shows the plain
/// levels, as a path.
void leave_title_to_group(Json& hit) {
  auto const levels = hit.find("hierarchy");
  if (levels == hit.end() || !levels->contains("lvl0") || !levels->contains("lvl1")) return;
  if ((*levels)["lvl0"] == (*levels)["lvl1"]) (*levels)["lvl0"] = "";
}

} // namespace

Json section_hits(AlgoliaItem const& item, search::Result const& result, AnswerRoom& room,
                  AuthorTable const& authors) {
  Json hits = Json::array();
  HitWriter writer(item, *result.highlighter, room, true);
  auto const shown = shares(result.hits, wanted_hits(item), item.sections_of_an_article);
  auto const add = [&](search::Hit const& hit, std::optional<std::size_t> place) {
    bool const in_text =
        place && !result.highlighter->spans(hit.article.sections[*place].text).empty();
    leave_title_to_group(
        hits.emplace_back(writer.write(section_record(hit, authors, place, in_text), hit)));
  };
  for (std::size_t i = 0; i < result.hits.size(); ++i) {
    auto const& hit = result.hits[i];
    add(hit, hit.best.place);
    for (std::size_t j = 0; j + 1 < shown[i]; ++j)
      add(hit, hit.more[j].place);
  }
  return hits;
}

} // namespace recap::api
