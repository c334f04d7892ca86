// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace recap::indexer {

/// How a generator makes the ids of headings that have none of their own.
struct HeadingStyle {
  /// What of a heading they are made of.
  enum class Text {
    shown,    ///< without markup and images
    with_alt, ///< with the texts of images
    written,  ///< as it stands in the source
  };
  /// What becomes of an id that another heading has.
  enum class Repeated {
    counted,    ///< `-1`, `-2`: the first that is free
    by_name,    ///< the same, counted for each name alone, so that an id may stand twice
    underlined, ///< `_1`, also behind an id of nothing; `a_1` becomes `a_2`
  };
  /// Which ids that are written are taken.
  enum class Own { never, when_met, all };

  std::string_view name; ///< of --anchors
  /// The id of a text; nullptr where none are made.
  std::string (*slug)(std::string_view text);
  Text text = Text::shown;
  Repeated repeated = Repeated::counted;
  Own own = Own::never;
  bool of_html = false;          ///< also of `<h2>` that is written
  bool references_stay = false;  ///< `&amp;` is `amp`
  bool cuts_last_hyphen = false; ///< of the id, which is taken with it
  /// Runs of so many hyphens, outside code, are a dash, which goes; 0 = none.
  std::size_t least_dash = 0;
  std::size_t most_dash = 0;
  bool emoji_names_go = false; ///< `:tada:`
  std::uint32_t from_level = 1;
};

[[nodiscard]] std::span<HeadingStyle const> heading_styles();

/// The row of this name. Throws std::invalid_argument, with the names there are.
[[nodiscard]] HeadingStyle const& heading_style(std::string_view name);

/// The ids of one page's headings.
class HeadingIds {
public:
  explicit HeadingIds(HeadingStyle const& style)
      : style_(style) {}

  [[nodiscard]] HeadingStyle const& style() const { return style_; }

  /// Of an id that is written.
  void take(std::string_view id) { seen_.emplace(id, 0); }

  /// Of the text that `style().text` says. Empty for a heading that gets none.
  [[nodiscard]] std::string make(std::string_view text);

private:
  [[nodiscard]] std::string underlined(std::string id);

  HeadingStyle const& style_;
  std::unordered_map<std::string, unsigned> seen_; ///< and how often the next was asked for
  std::unordered_map<std::string, unsigned long> underlined_; ///< all from `_1` are taken
};

} // namespace recap::indexer
