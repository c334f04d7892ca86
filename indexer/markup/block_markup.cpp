// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/block_markup.hpp"

#include "indexer/markup/attribute_list.hpp"
#include "indexer/markup/block_lines.hpp"

#include <algorithm>

namespace recap::indexer {
namespace {

/// Indentation of the content of MkDocs' blocks.
constexpr std::size_t content_columns = 4;

class Cleaner {
public:
  Cleaner(std::string_view markdown, Dialect dialect)
      : lines_(lines_of(markdown))
      , mdx_(dialect == Dialect::mdx) {}

  std::string clean() {
    for (at_ = 0; at_ < lines_.size(); ++at_)
      lines_[at_] = cleaned(lines_[at_]);
    std::string out;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      out.append(i == 0 ? "" : "\n").append(lines_[i]);
    return out;
  }

private:
  std::string cleaned(std::string const& line) {
    if (is_blank(line)) {
      options_ = false;
      return line;
    }
    if (hidden_) return hide(quoted(line).text);
    if (!fence_.empty()) return in_fence(line);
    auto const columns = indentation(line);
    // `    type: warning` below a block's first line.
    options_ = options_ && columns >= content_columns;
    if (options_) return "";
    while (!blocks_.empty() && columns < blocks_.back() + content_columns)
      blocks_.pop_back();
    std::string text = without_indentation(line, content_columns * blocks_.size());
    std::size_t const left = indentation(text);
    bool const is_item = item_bytes(text) > 0;
    if (list_ && left <= *list_ && !is_item) list_.reset();
    if (mdx_) text = without_indentation(text, list_ ? *list_ : left);
    code_ = !mdx_ && left >= content_columns && !list_ && (code_ || follows_blank());
    if (code_) return text;
    if (is_item && !list_) list_ = left;
    return block(text, columns);
  }

  [[nodiscard]] bool follows_blank() const { return at_ == 0 || is_blank(lines_[at_ - 1]); }

  std::string in_fence(std::string const& line) {
    auto const text = quoted(line).text;
    bool const closes = text.starts_with(fence_) &&
                        text.find_first_not_of(fence_.front()) == std::string_view::npos;
    if (closes) fence_.clear();
    return without_indentation(line, fence_columns_);
  }

  std::string block(std::string const& line, std::size_t columns) {
    auto const [prefix, text] = quoted(line);
    if (begins_fence(text)) {
      fence_columns_ = columns - std::min(columns, indentation(line));
      return line;
    }
    if (auto title = indented_block_title(text); title && content_follows(columns)) {
      blocks_.push_back(columns);
      return std::string(prefix) + between_marks(*title);
    }
    if (auto const title = slash_block_title(text)) {
      options_ = text.find(' ') != std::string_view::npos;
      return std::string(prefix) + between_marks(*title);
    }
    if (auto const title = container_title(text))
      return std::string(prefix) + between_marks(*title);
    if (auto const title = alert_title(text); title && prefix.find('>') != std::string_view::npos)
      return std::string(prefix) + between_marks(*title);
    if (is_table_of_contents(text) || includes_file(text) || is_abbreviation(text))
      return std::string(prefix);
    if (mdx_ && is_wrapper(text)) return std::string(prefix);
    if (is_markdown_tag(text)) return std::string(prefix);
    if (text.starts_with("{:")) return kramdown(text, prefix, line);
    // A definition is below its term.
    if (text.starts_with(": "))
      return std::string(prefix).append(paragraph_mark).append(text.substr(1));
    bool const heading =
        is_heading(text) || (at_ + 1 < lines_.size() && underlines(lines_[at_ + 1]));
    return heading ? with_place_for_id(line) : line;
  }

  /// Handles the tags of an element whose content is Markdown.
  bool is_markdown_tag(std::string_view text) {
    if (auto const name = markdown_element(text); !name.empty()) {
      elements_.emplace_back(name);
      return true;
    }
    bool const closes = !elements_.empty() && text == "</" + elements_.back() + '>';
    if (closes) elements_.pop_back();
    return closes;
  }

  /// Also after the marker of a list item.
  bool begins_fence(std::string_view text) {
    text.remove_prefix(item_bytes(text));
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    if (!text.starts_with("```") && !text.starts_with("~~~")) return false;
    auto const marks = text.substr(0, text.find_first_not_of(text.front()));
    // Between backticks on one line, it is a code span.
    bool const span =
        marks.front() == '`' && text.find('`', marks.size()) != std::string_view::npos;
    if (!span) fence_ = marks;
    return !span;
  }

  /// MkDocs requires content below a block.
  [[nodiscard]] bool content_follows(std::size_t columns) const {
    auto const next = std::find_if(lines_.begin() + static_cast<std::ptrdiff_t>(at_) + 1,
                                   lines_.end(), [](auto const& line) { return !is_blank(line); });
    return next != lines_.end() && indentation(*next) >= columns + content_columns;
  }

  std::string hide(std::string_view text) {
    hidden_ = !text.starts_with("{:/");
    return "";
  }

  std::string kramdown(std::string_view text, std::string_view prefix, std::string const& line) {
    bool const extension = text.starts_with("{::") || text.starts_with("{:/");
    if (extension && text.ends_with('}')) {
      hidden_ = text.starts_with("{::comment") && !text.ends_with("/}");
      return std::string(prefix);
    }
    auto const list = attribute_list_at(text);
    if (!list || list->bytes != text.size()) return line;
    if (at_ == 0) return std::string(prefix);
    std::string& before = lines_[at_ - 1];
    if (names_table_of_contents(text)) {
      if (item_bytes(before) > 0) before.clear();
    } else if (!list->id.empty()) {
      bool const underlined = at_ > 1 && underlines(before) && !is_blank(lines_[at_ - 2]);
      std::string& heading = underlined ? lines_[at_ - 2] : before;
      if (underlined || is_heading(quoted(before).text))
        heading = with_place_for_id(heading + " {#" + list->id + '}');
    }
    return std::string(prefix);
  }

  std::vector<std::string> lines_;
  bool mdx_;
  std::size_t at_ = 0;
  std::string fence_; ///< the marker of the current code block
  std::size_t fence_columns_ = 0;
  std::vector<std::size_t> blocks_;   ///< columns of the open blocks of MkDocs
  std::optional<std::size_t> list_;   ///< columns of the open list
  bool options_ = false;              ///< below the first line of a PyMdown block
  std::vector<std::string> elements_; ///< open, with Markdown inside
  bool code_ = false;                 ///< in indented code
  bool hidden_ = false;               ///< in a comment of kramdown
};

} // namespace

std::string without_block_markup(std::string_view markdown, Dialect dialect) {
  return Cleaner(markdown, dialect).clean();
}

} // namespace recap::indexer
