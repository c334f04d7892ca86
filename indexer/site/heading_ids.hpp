// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace recap::indexer {

/// How a generator derives the ids of headings that state none.
struct HeadingStyle {
  /// The text from which an id is derived.
  enum class Text {
    shown,    ///< without markup and images
    with_alt, ///< with the texts of images
    written,  ///< the source of the heading
  };
  /// How the id of a second heading with the same text differs.
  enum class Repeated {
    counted,    ///< `-1`, `-2`: the first unused one
    by_name,    ///< the same, counted per text, so that an id may occur twice
    underlined, ///< `_1`, also for an empty id; `a_1` becomes `a_2`
  };
  /// Which ids stated in the source count as used.
  enum class Own { never, when_met, all };

  std::string_view name; ///< value of --anchors
  /// The id for a text; nullptr = headings get no ids.
  std::string (*slug)(std::string_view text);
  Text text = Text::shown;
  Repeated repeated = Repeated::counted;
  Own own = Own::never;
  bool of_html = false;          ///< headings written as `<h2>` also get ids
  bool references_stay = false;  ///< `&amp;` is `amp`
  bool cuts_last_hyphen = false; ///< of the id; the uncut id counts as used
  /// Runs of this many hyphens, outside code, become a dash, which is dropped; 0 = none.
  std::size_t least_dash = 0;
  std::size_t most_dash = 0;
  bool emoji_names_go = false; ///< `:tada:`
  std::uint32_t from_level = 1;
};

[[nodiscard]] std::span<HeadingStyle const> heading_styles();

/// The row of this name. Throws std::invalid_argument, which lists the names.
[[nodiscard]] HeadingStyle const& heading_style(std::string_view name);

/// Makes the ids of the headings of one page.
class HeadingIds {
public:
  explicit HeadingIds(HeadingStyle const& style)
      : style_(style) {}

  [[nodiscard]] HeadingStyle const& style() const { return style_; }

  /// Marks an id stated in the source as used.
  void take(std::string_view id) { seen_.emplace(id, 0); }

  /// The id for the text of a heading, chosen by `style().text`; empty if the heading gets none.
  [[nodiscard]] std::string make(std::string_view text);

private:
  [[nodiscard]] std::string underlined(std::string id);

  HeadingStyle const& style_;
  std::unordered_map<std::string, unsigned> seen_; ///< used ids, and the last number of each
  std::unordered_map<std::string, unsigned long> underlined_; ///< for each name, how many are used
};

} // namespace recap::indexer
