// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/html_sections.hpp"
#include "indexer/markup/block_markup.hpp"
#include "indexer/markup/html_tags.hpp"
#include "indexer/markup/made_ids.hpp"
#include "indexer/markup/markdown_text.hpp"
#include "indexer/site/address.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace recap::indexer {
namespace {

/// Mermaid turns its text into a picture.
bool is_diagram(GumboNode const* node) {
  return has_word(node, "class", "language-mermaid") || has_word(node, "class", "mermaid");
}

/// True for the number that links to a footnote, and the sign that links back.
bool is_footnote_link(GumboNode const* node) {
  return has_word(node, "class", "footnote-ref") || has_word(node, "class", "footnote-backref");
}

/// The sign after a heading that links to the heading.
bool is_permalink(GumboNode const* node) {
  if (tag_of(node) != GUMBO_TAG_A || !attribute(node, "href").starts_with('#')) return false;
  std::string const text = plain_text(node);
  constexpr auto signs =
      std::to_array<std::string_view>({"", "#", "¶", "§", "🔗", "Link", "\u200B"});
  return std::ranges::find(signs, text) != signs.end() || attribute(node, "aria-hidden") == "true";
}

class Collector {
public:
  Collector(GumboNode const* content, MarkdownSource const* source)
      : content_(content) {
    if (source != nullptr) ids_.emplace(content, *source);
  }

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
  [[nodiscard]] bool is_unseen(GumboNode const* node) const {
    auto const tag = tag_of(node);
    if (is_left_out(tag)) return true;
    bool const whole_page = tag_of(content_) == GUMBO_TAG_BODY;
    bool const site_part = whole_page && node->parent == content_ &&
                           (tag == GUMBO_TAG_HEADER || tag == GUMBO_TAG_ASIDE);
    return is_left_out(tag) || is_role_left_out(attribute(node, "role")) ||
           has_attribute(node, "hidden") || site_part || is_footnote_link(node) || is_diagram(node);
  }

  bool enter(GumboNode const* node) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
        node->type == GUMBO_NODE_WHITESPACE) {
      text(node->v.text.text);
      return false;
    }
    if (node->type == GUMBO_NODE_DOCUMENT) return true;
    if (node->type != GUMBO_NODE_ELEMENT) return false;
    if (node != content_ && is_unseen(node)) return false;
    if (in_heading_ != nullptr && is_permalink(node)) return false;
    auto const tag = tag_of(node);
    std::string_view const id = attribute(node, "id");
    if (in_heading_ != nullptr && anchor_.empty())
      anchor_ = id.empty() ? attribute(node, "name") : id;
    if (tag == GUMBO_TAG_IMG) text(' ' + std::string(attribute(node, "alt")) + ' ');
    if (sets_apart(tag)) line_.push_back({" ", false});
    if (tag == GUMBO_TAG_PRE) preformatted_ = node;
    if (tag == GUMBO_TAG_CODE || tag == GUMBO_TAG_KBD || tag == GUMBO_TAG_SAMP) ++code_depth_;
    if (heading_level(tag) > 0) {
      end_line();
      in_heading_ = node;
      anchor_ = id;
    } else if (in_heading_ == nullptr && breaks_line(tag)) {
      end_line();
      if (tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_DIV) section_anchor_ = id;
    }
    return true;
  }

  void leave(GumboNode const* node) {
    auto const tag = tag_of(node);
    if (tag == GUMBO_TAG_CODE || tag == GUMBO_TAG_KBD || tag == GUMBO_TAG_SAMP) --code_depth_;
    if (sets_apart(tag)) line_.push_back({" ", false});
    if (node == in_heading_) {
      begin_section(node);
    } else if (in_heading_ == nullptr && breaks_line(tag)) {
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
    // The title of a block ends here, although its line continues.
    for (auto at = value.find(paragraph_mark); at != std::string::npos;
         at = value.find(paragraph_mark)) {
      text(value.substr(0, at));
      if (in_heading_ == nullptr) end_line();
      value.erase(0, at + paragraph_mark.size());
    }
    std::ranges::replace_if(
        value, [](char c) { return static_cast<unsigned char>(c) <= ' '; }, ' ');
    bool const blank = value.find_first_not_of(' ') == std::string::npos;
    if (in_heading_ == nullptr && !blank) section_anchor_.clear();
    line_.push_back({std::move(value), code_depth_ > 0 && !blank});
  }

  void begin_section(GumboNode const* node) {
    std::string heading = clean_line(line_);
    line_.clear();
    in_heading_ = nullptr;
    std::string const block = std::exchange(section_anchor_, {});
    if (heading.empty()) return;
    if (!anchor_.empty()) {
      if (ids_) ids_->take(anchor_);
    } else if (auto made = ids_ ? ids_->make(node) : std::nullopt) {
      anchor_ = std::move(*made);
    } else {
      anchor_ = block;
    }
    index::Section section;
    section.level = heading_level(tag_of(node));
    section.anchor = encoded_fragment(anchor_);
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
  std::string code_; ///< of the current `<pre>`
  std::string anchor_;
  std::string section_anchor_; ///< id of the block that begins here, for a heading without an id
  GumboNode const* in_heading_ = nullptr;
  GumboNode const* preformatted_ = nullptr;
  std::size_t code_depth_ = 0;
  std::optional<MadeIds> ids_; ///< of headings without one
};

} // namespace

std::vector<index::Section> html_sections(GumboNode const* content, MarkdownSource const* source) {
  return Collector(content, source).collect();
}

} // namespace recap::indexer
