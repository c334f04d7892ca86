// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/markdown_draft.hpp"

#include "metadata/metadata.hpp"
#include "metadata/problem.hpp"
#include "metadata/record_fields.hpp"
#include "searchd/api/inline_markdown.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace recap::api {
namespace {

constexpr std::size_t highest_heading = 6;
constexpr std::size_t most_list_digits = 9;

std::string_view without_indent(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  return line;
}

std::string_view without_end(std::string_view line) {
  return line.substr(0, line.find_last_not_of(" \t\r") + 1);
}

bool consists_of(std::string_view line, std::string_view characters) {
  return !line.empty() && line.find_first_not_of(characters) == std::string_view::npos;
}

/// `line` without any number of `> `, `- `, `1. ` and `[x] `. `marked`: whether there was one.
std::string_view without_markers(std::string_view line, bool& marked) {
  marked = false;
  while (true) {
    line = without_indent(line);
    auto const digits = std::min(line.find_first_not_of("0123456789"), line.size());
    bool const numbered =
        digits > 0 && digits <= most_list_digits &&
        (line.substr(digits).starts_with(". ") || line.substr(digits).starts_with(") "));
    if (line.starts_with('>')) {
      line.remove_prefix(1);
    } else if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) {
      line.remove_prefix(2);
    } else if (numbered) {
      line.remove_prefix(digits + 2);
    } else if (marked && (line.starts_with("[ ] ") || line.starts_with("[x] "))) {
      line.remove_prefix(4);
    } else {
      return line;
    }
    marked = true;
  }
}

/// Number of `#`, one to six, before a space at the beginning of a line; else 0.
std::size_t heading_level(std::string_view line) {
  auto const level = std::min(line.find_first_not_of('#'), line.size());
  bool const is_heading =
      level >= 1 && level <= highest_heading && (level == line.size() || line[level] == ' ');
  return is_heading ? level : 0;
}

/// The heading without closing `#` and without its own anchor, `{#monitoring}`.
std::string_view heading_text(std::string_view line) {
  line = without_end(line);
  if (line.ends_with('}')) line = without_end(line.substr(0, line.rfind("{#")));
  auto const last = line.find_last_not_of('#');
  if (last == std::string_view::npos) return {};
  bool const closed = last + 1 < line.size() && line[last] == ' ';
  return without_indent(closed ? line.substr(0, last) : line);
}

/// `[label]: address` defines a link; `[^1]: text` is a footnote and counts as text.
bool is_definition(std::string_view line) {
  if (!line.starts_with('[') || line.starts_with("[^")) return false;
  auto const end = line.find(']');
  return end != std::string_view::npos && line.substr(end + 1).starts_with(':');
}

struct HiddenBlock {
  std::string_view begin;
  std::string_view end;
};
constexpr HiddenBlock hidden_blocks[] = {
    {"<!--", "-->"}, {"<script", "</script>"}, {"<style", "</style>"}};

class Blocks {
public:
  explicit Blocks(index::Record& draft)
      : draft_(draft) {
    draft_.sections.emplace_back();
  }

  void line(std::string_view line) {
    if (!fence_.empty()) return code(line);
    if (!hidden_until_.empty()) return hidden(line);
    bool marked = false;
    auto const inner = without_end(without_markers(line, marked));
    if (inner.empty() || marked) end_paragraph();
    if (inner.empty()) return;
    if (begins_fence(inner) || begins_hidden(inner)) return;
    if (auto const level = heading_level(inner)) {
      end_paragraph();
      heading(heading_text(inner.substr(level)), static_cast<std::uint32_t>(level));
    } else if (consists_of(inner, "=") || consists_of(inner, "-")) {
      underline(inner.front() == '=' ? 1 : 2);
    } else if (!is_definition(inner) && !inner.starts_with("{:")) {
      if (!paragraph_.empty()) paragraph_ += inner.starts_with('|') ? '\n' : ' ';
      paragraph_ += inner;
    }
  }

  void end() {
    end_paragraph();
    if (draft_.sections.front().text.empty()) draft_.sections.erase(draft_.sections.begin());
  }

private:
  bool begins_fence(std::string_view line) {
    char const sign = line.front();
    if (sign != '`' && sign != '~') return false;
    auto const length = std::min(line.find_first_not_of(sign), line.size());
    bool const is_fence = length >= 3 && line.find('`', length) == std::string_view::npos;
    if (!is_fence) return false;
    end_paragraph();
    fence_ = line.substr(0, length);
    return true;
  }

  void code(std::string_view line) {
    auto const inner = without_end(without_indent(line));
    if (inner.starts_with(fence_) && consists_of(inner, fence_.substr(0, 1))) {
      fence_.clear();
    } else {
      add(inner);
    }
  }

  bool begins_hidden(std::string_view line) {
    for (auto const& [begin, end] : hidden_blocks) {
      if (!line.starts_with(begin)) continue;
      end_paragraph();
      hidden_until_ = end;
      hidden(line);
      return true;
    }
    return false;
  }

  void hidden(std::string_view line) {
    if (line.find(hidden_until_) != std::string_view::npos) hidden_until_ = {};
  }

  /// Below a paragraph, it makes that a heading; alone, it is a rule.
  void underline(std::uint32_t level) {
    if (paragraph_.empty()) return;
    std::string const text = std::move(paragraph_);
    paragraph_.clear();
    heading(text, level);
  }

  void heading(std::string_view markdown, std::uint32_t level) {
    std::string text(without_end(inline_text(markdown)));
    if (text.empty()) return;
    auto& section = draft_.sections.emplace_back();
    section.heading = std::move(text);
    section.level = level;
  }

  void end_paragraph() {
    if (!paragraph_.empty()) add(inline_text(paragraph_));
    paragraph_.clear();
  }

  void add(std::string_view text) {
    if (text.empty()) return;
    auto& section = draft_.sections.back().text;
    if (!section.empty()) section += '\n';
    section += text;
  }

  index::Record& draft_;
  std::string paragraph_;
  std::string fence_;             ///< of the code being read
  std::string_view hidden_until_; ///< end of the comment or script being skipped
};

/// Longer front matter is hostile: the longest on three sites has 2 KB.
constexpr std::size_t longest_front_matter = 64 * 1024;

/// Removes the front matter of a draft. Ignores what is not valid yet; checking is the indexer's
/// task.
std::string_view without_front_matter(std::string_view markdown, index::Record& draft) {
  auto const head = markdown.substr(0, longest_front_matter);
  try {
    auto const parts = metadata::split_front_matter(head);
    std::vector<metadata::Remark> remarks;
    metadata::read_fields(parts.metadata, draft, remarks);
    return markdown.substr(head.size() - parts.body.size());
  } catch (metadata::Unreadable const&) {
    return markdown.substr(metadata::front_matter_bytes(head));
  }
}

} // namespace

index::Record markdown_draft(std::string_view markdown) {
  index::Record draft;
  if (markdown.starts_with("\xEF\xBB\xBF")) markdown.remove_prefix(3);
  markdown = without_front_matter(markdown, draft);
  Blocks blocks(draft);
  while (!markdown.empty()) {
    auto const end = std::min(markdown.find('\n'), markdown.size());
    blocks.line(markdown.substr(0, end));
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
  }
  blocks.end();
  if (!draft.title.empty()) return draft;
  auto const of_level = [&](std::uint32_t most) {
    return std::ranges::find_if(draft.sections, [&](auto const& section) {
      return section.level > 0 && section.level <= most;
    });
  };
  auto titled = of_level(1);
  if (titled == draft.sections.end()) titled = of_level(highest_heading);
  if (titled != draft.sections.end()) draft.title = titled->heading;
  return draft;
}

} // namespace recap::api
