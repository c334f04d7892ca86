// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html.hpp"
#include "indexer/markdown_text.hpp"

#include <algorithm>
#include <array>

namespace recap::indexer {
namespace {

constexpr auto left_out = std::to_array<GumboTag>(
    {GUMBO_TAG_NAV, GUMBO_TAG_FOOTER, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_FORM,
     GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_IFRAME, GUMBO_TAG_NOSCRIPT,
     GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG, GUMBO_TAG_HEAD, GUMBO_TAG_OBJECT, GUMBO_TAG_DATALIST});

constexpr auto roles_left_out = std::to_array<std::string_view>(
    {"navigation", "banner", "contentinfo", "search", "complementary", "dialog"});

constexpr auto blocks = std::to_array<GumboTag>(
    {GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE,   GUMBO_TAG_BLOCKQUOTE,
     GUMBO_TAG_BODY,    GUMBO_TAG_CAPTION, GUMBO_TAG_DD,      GUMBO_TAG_DETAILS,
     GUMBO_TAG_DIV,     GUMBO_TAG_DL,      GUMBO_TAG_DT,      GUMBO_TAG_FIGCAPTION,
     GUMBO_TAG_FIGURE,  GUMBO_TAG_HEADER,  GUMBO_TAG_HGROUP,  GUMBO_TAG_HR,
     GUMBO_TAG_LI,      GUMBO_TAG_MAIN,    GUMBO_TAG_OL,      GUMBO_TAG_P,
     GUMBO_TAG_PRE,     GUMBO_TAG_SECTION, GUMBO_TAG_SUMMARY, GUMBO_TAG_TABLE,
     GUMBO_TAG_TBODY,   GUMBO_TAG_TFOOT,   GUMBO_TAG_THEAD,   GUMBO_TAG_TR,
     GUMBO_TAG_UL});

template <typename List, typename Value>
bool contains(List const& list, Value const& value) {
  return std::ranges::find(list, value) != list.end();
}

std::uint32_t heading_level(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6
             ? static_cast<std::uint32_t>(tag - GUMBO_TAG_H1) + 1
             : 0;
}

/// The sign behind a heading that links to itself.
bool is_permalink(GumboNode const* node) {
  if (tag_of(node) != GUMBO_TAG_A || !attribute(node, "href").starts_with('#')) return false;
  std::string const text = plain_text(node);
  return contains(std::to_array<std::string_view>({"", "#", "¶", "§", "🔗", "Link", "​"}),
                  text) ||
         attribute(node, "aria-hidden") == "true";
}

class Collector {
public:
  explicit Collector(GumboNode const* content)
      : content_(content) {}

  std::vector<index::Section> collect() {
    sections_.emplace_back();
    walk(
        content_, [this](auto const* node) { return enter(node); },
        [this](auto const* node) { leave(node); });
    end_line();
    if (sections_.front().text.empty()) sections_.erase(sections_.begin());
    return std::move(sections_);
  }

private:
  [[nodiscard]] bool is_left_out(GumboNode const* node) const {
    auto const tag = tag_of(node);
    bool const whole_page = tag_of(content_) == GUMBO_TAG_BODY;
    bool const site_part = whole_page && node->parent == content_ &&
                           (tag == GUMBO_TAG_HEADER || tag == GUMBO_TAG_ASIDE);
    return contains(left_out, tag) || contains(roles_left_out, attribute(node, "role")) ||
           has_attribute(node, "hidden") || site_part;
  }

  bool enter(GumboNode const* node) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
        node->type == GUMBO_NODE_WHITESPACE) {
      text(node->v.text.text);
      return false;
    }
    if (node->type == GUMBO_NODE_DOCUMENT) return true;
    if (node->type != GUMBO_NODE_ELEMENT) return false;
    if (node != content_ && is_left_out(node)) return false;
    if (in_heading_ != nullptr && is_permalink(node)) return false;
    auto const tag = tag_of(node);
    std::string_view const id = attribute(node, "id");
    if (in_heading_ != nullptr && anchor_.empty())
      anchor_ = id.empty() ? attribute(node, "name") : id;
    if (tag == GUMBO_TAG_IMG) text(std::string(attribute(node, "alt")));
    if (tag == GUMBO_TAG_BR) line_.push_back({" ", false});
    if (tag == GUMBO_TAG_PRE) preformatted_ = node;
    if (tag == GUMBO_TAG_CODE || tag == GUMBO_TAG_KBD || tag == GUMBO_TAG_SAMP) ++code_depth_;
    if (heading_level(tag) > 0) {
      end_line();
      in_heading_ = node;
      anchor_ = id.empty() ? section_anchor_ : id;
    } else if (in_heading_ == nullptr && contains(blocks, tag)) {
      end_line();
      if (tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_DIV) section_anchor_ = id;
    }
    return true;
  }

  void leave(GumboNode const* node) {
    auto const tag = tag_of(node);
    if (tag == GUMBO_TAG_CODE || tag == GUMBO_TAG_KBD || tag == GUMBO_TAG_SAMP) --code_depth_;
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) line_.push_back({" ", false});
    if (node == in_heading_) {
      begin_section(heading_level(tag));
    } else if (in_heading_ == nullptr && contains(blocks, tag)) {
      end_line();
    }
    if (node == preformatted_) preformatted_ = nullptr;
  }

  void text(std::string value) {
    if (value.empty()) return;
    if (preformatted_ != nullptr && in_heading_ == nullptr) {
      code_ += value;
      return;
    }
    std::ranges::replace_if(
        value, [](char c) { return static_cast<unsigned char>(c) <= ' '; }, ' ');
    bool const blank = value.find_first_not_of(' ') == std::string::npos;
    if (in_heading_ == nullptr && !blank) section_anchor_.clear();
    line_.push_back({std::move(value), code_depth_ > 0 && !blank});
  }

  void begin_section(std::uint32_t level) {
    std::string heading = clean_line(line_);
    line_.clear();
    in_heading_ = nullptr;
    section_anchor_.clear();
    if (heading.empty()) return;
    index::Section section;
    section.level = level;
    section.anchor = std::move(anchor_);
    section.heading = std::move(heading);
    sections_.push_back(std::move(section));
  }

  void end_line() {
    add(clean_line(line_));
    line_.clear();
    add(code_);
    code_.clear();
  }

  void add(std::string_view lines) {
    while (lines.ends_with('\n'))
      lines.remove_suffix(1);
    while (lines.starts_with('\n'))
      lines.remove_prefix(1);
    if (lines.empty()) return;
    std::string& text = sections_.back().text;
    if (!text.empty()) text += '\n';
    text += lines;
  }

  GumboNode const* content_;
  std::vector<index::Section> sections_;
  std::vector<Stretch> line_;
  std::string code_; ///< of the `<pre>` that is being read
  std::string anchor_;
  std::string section_anchor_; ///< id of the block that begins here, for a heading without one
  GumboNode const* in_heading_ = nullptr;
  GumboNode const* preformatted_ = nullptr;
  std::size_t code_depth_ = 0;
};

} // namespace

std::vector<index::Section> html_sections(GumboNode const* content) {
  return Collector(content).collect();
}

} // namespace recap::indexer
