// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/template_code.hpp"

#include "indexer/markup/inline_markup.hpp"
#include "indexer/markup/template_tag.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <cstddef>

namespace recap::indexer {
namespace {

/// Longer than any real address; limits how far back the beginning of one is searched for.
constexpr std::size_t longest_address = 2048;

/// Longer than any fence that people write.
constexpr std::string_view fence = "~~~~~~~~~~";

bool is_white(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

class Cleaner {
public:
  Cleaner(std::string_view text, Dialect dialect)
      : rest_(text)
      , dialect_(dialect) {}

  std::string clean() {
    while (!rest_.empty()) {
      if (line_begins_ && code_block()) continue;
      if (line_begins_ && module_code()) continue;
      char const c = rest_.front();
      if (line_begins_ && begins_html()) in_html_ = true;
      bool const done = c == '`'                                       ? code_span()
                        : c == '{'                                     ? braces()
                        : c == '<'                                     ? component_tag()
                        : c == '%' || c == '[' || c == '!' || c == '=' ? inline_markup()
                        : c == '\\' && dialect_ == Dialect::mdx        ? escape()
                                                                       : false;
      if (!done) keep(1);
    }
    return std::move(out_);
  }

private:
  void keep(std::size_t bytes) {
    for (char c : rest_.substr(0, bytes)) {
      bool const space = c == ' ' || c == '\t' || c == '\r';
      if (c == '\n') after_blank_ = line_begins_;
      if (c == '\n' && line_begins_) in_html_ = false;
      line_begins_ = c == '\n' || (line_begins_ && space);
    }
    out_.append(rest_.substr(0, bytes));
    rest_.remove_prefix(bytes);
  }

  /// Drops bytes, but keeps the ends of lines.
  void drop(std::size_t bytes, std::string_view instead = " ") {
    out_.append(instead);
    out_.append(static_cast<std::size_t>(std::ranges::count(rest_.substr(0, bytes), '\n')), '\n');
    rest_.remove_prefix(bytes);
  }

  /// `<div>`, unless it is indented so far that it is code.
  [[nodiscard]] bool begins_html() const {
    constexpr std::size_t code_indentation = 4;
    bool const is_tag =
        rest_.size() > 1 && rest_[0] == '<' && (text::is_letter(rest_[1]) || rest_[1] == '/');
    return is_tag && out_.size() - (out_.find_last_of('\n') + 1) < code_indentation;
  }

  /// Drops template code on lines of its own in an HTML block. A blank line would end the block,
  /// and turn indented text after it into code.
  bool drop_in_html(std::size_t bytes) {
    constexpr std::string_view placeholder = "<!---->";
    bool const alone =
        in_html_ && line_begins_ && is_white(rest_.substr(bytes, line_end(bytes) - bytes));
    if (!alone) return false;
    out_ += placeholder;
    for (auto lines = std::ranges::count(rest_.substr(0, bytes), '\n'); lines > 0; --lines)
      out_.append("\n").append(placeholder);
    rest_.remove_prefix(bytes);
    line_begins_ = false;
    return true;
  }

  /// Copies a whole fenced block.
  bool code_block() {
    bool const begins = rest_.starts_with("```") || rest_.starts_with("~~~");
    if (!begins) return false;
    auto const marks = rest_.substr(0, rest_.find_first_not_of(rest_.front()));
    std::size_t at = line_end(0);
    while (at < rest_.size()) {
      std::string_view const line = rest_.substr(at, line_end(at) - at);
      auto const begin = line.find_first_not_of(" \t>");
      at = line_end(at);
      if (begin != std::string_view::npos && line.substr(begin).starts_with(marks)) break;
    }
    keep_code(at);
    return true;
  }

  /// Copies code as readers see it: Hugo runs shortcodes in code, but no templates. Liquid in code
  /// is kept, because it is unknown what Jekyll would run; only the tags of `raw` are dropped.
  void keep_code(std::size_t bytes) {
    std::size_t const left = rest_.size() - bytes;
    while (rest_.size() > left) {
      std::string_view const code = rest_.substr(0, rest_.size() - left);
      auto const tag =
          dialect_ == Dialect::mdx || code.front() != '{' ? std::nullopt : template_tag_at(code);
      if (tag && tag->shortcode && tag->inside.starts_with("/*") && tag->inside.ends_with("*/")) {
        show_shortcode(*tag);
      } else if (tag && tag->shortcode) {
        drop(tag->text.size(), shown_text(*tag));
      } else if (!tag || !raw(*tag, code)) {
        keep(1);
      }
    }
  }

  /// Hugo's authors write `{{</* name */>}}` to show `{{< name >}}`.
  void show_shortcode(TemplateTag const& tag) {
    constexpr std::size_t bracket = 3;
    constexpr std::size_t mark = 2;
    std::string_view const text = tag.text;
    out_.append(text.substr(0, bracket));
    out_.append(tag.inside.substr(mark, tag.inside.size() - 2 * mark));
    out_.append(text.substr(text.size() - bracket));
    rest_.remove_prefix(text.size());
  }

  /// `{% raw %}` to `{% endraw %}`, in `text`: the tags are dropped, and the text between them is
  /// kept.
  bool raw(TemplateTag const& tag, std::string_view text) {
    if (!tag.liquid || tag.name != "raw") return false;
    auto const end = tag.closes ? std::nullopt : closing_tag(text, tag);
    drop(tag.text.size(), "");
    if (end) {
      keep(*end - tag.text.size());
      drop(template_tag_at(rest_)->text.size(), "");
    }
    return true;
  }

  [[nodiscard]] std::size_t line_end(std::size_t from) const {
    auto const end = rest_.find('\n', from);
    return end == std::string_view::npos ? rest_.size() : end + 1;
  }

  /// In MDX, a block that begins with import or export is module code, up to a blank line outside
  /// brackets.
  bool module_code() {
    bool const begins = dialect_ == Dialect::mdx && after_blank_ &&
                        (rest_.starts_with("import ") || rest_.starts_with("export "));
    if (!begins) return false;
    auto const end = closed_ ? module_bytes(rest_) : std::nullopt;
    closed_ = closed_ && end;
    drop(end.value_or(std::min(rest_.find("\n\n"), rest_.size())), "");
    return true;
  }

  bool code_span() {
    auto const ticks = std::min(rest_.find_first_not_of('`'), rest_.size());
    std::string_view const mark = rest_.substr(0, ticks);
    std::string_view const paragraph = rest_.substr(0, rest_.find("\n\n"));
    auto end = paragraph.find(mark, ticks);
    while (end != std::string_view::npos) {
      auto const past = std::min(paragraph.find_first_not_of('`', end), paragraph.size());
      if (past - end == ticks) {
        keep(ticks);
        auto const before = out_.size();
        keep_code(end - ticks);
        if (out_.size() == before) out_ += ' '; // otherwise the marks would merge
        keep(ticks);
        return true;
      }
      end = paragraph.find(mark, past);
    }
    keep(ticks);
    return true;
  }

  bool escape() {
    keep(std::min<std::size_t>(2, rest_.size()));
    return true;
  }

  bool braces() {
    if (auto const tag = template_tag_at(rest_)) {
      if (raw(*tag, rest_) || comment(*tag) || shortcode_with_code(*tag)) return true;
      std::string const shown(shown_text(*tag));
      if (shown.empty() && drop_in_html(tag->text.size())) return true;
      drop(tag->text.size(), !shown.empty() ? shown : in_address() ? address_mark : " ");
      return true;
    }
    if (inline_markup()) return true;
    if (dialect_ != Dialect::mdx) return false;
    auto const end = balanced_bytes(rest_);
    if (end == 0) return false;
    // React omits an attribute whose value is false, so `hidden={false}` hides nothing.
    constexpr std::string_view hidden = " hidden=";
    bool const shown = text::trimmed(rest_.substr(1, end - 2)) == "false" && out_.ends_with(hidden);
    if (shown) out_.resize(out_.size() - hidden.size());
    if (!drop_in_html(end)) drop(end);
    return true;
  }

  bool inline_markup() {
    auto const markup = inline_markup_at(rest_, out_);
    if (!markup) return false;
    drop(markup->bytes, markup->shown);
    return true;
  }

  bool comment(TemplateTag const& tag) {
    bool const begins = tag.name == "comment" && (tag.liquid || tag.shortcode) && !tag.closes;
    auto const end = begins ? closing_tag(rest_, tag) : std::nullopt;
    if (!end) return false;
    auto const bytes = *end + template_tag_at(rest_.substr(*end))->text.size();
    if (!drop_in_html(bytes)) drop(bytes);
    return true;
  }

  /// Turns `{{< code >}}` to `{{< /code >}}`, each alone on its line, into a fenced block.
  bool shortcode_with_code(TemplateTag const& tag) {
    if (!line_begins_ || dialect_ == Dialect::mdx || !holds_code(tag)) return false;
    auto const begin = line_end(tag.text.size());
    auto const end = closing_tag(rest_, tag).value_or(0);
    if (end < begin || !is_white(rest_.substr(tag.text.size(), begin - 1 - tag.text.size())))
      return false;
    auto const closing = template_tag_at(rest_.substr(end))->text.size();
    auto const past = line_end(end + closing);
    if (!is_white(rest_.substr(end + closing, past - end - closing))) return false;
    std::string_view const indentation = std::string_view(out_).substr(out_.find_last_of('\n') + 1);
    if (!all_indented(rest_.substr(begin, end - begin), indentation)) return false;
    drop(tag.text.size(), std::string(fence) + (tag.name == "mermaid" ? "mermaid" : ""));
    keep_code(end - tag.text.size());
    drop(closing, fence);
    return true;
  }

  /// True for text between two tags if the second is indented like the first, and no line between
  /// them less; otherwise a list would end there.
  static bool all_indented(std::string_view lines, std::string_view indentation) {
    while (true) {
      auto const end = lines.find('\n');
      if (end == std::string_view::npos) return lines == indentation;
      if (!lines.starts_with(indentation) && !is_white(lines.substr(0, end))) return false;
      lines.remove_prefix(end + 1);
    }
  }

  /// True inside the address of a link, which a space would end, and which must not be empty.
  [[nodiscard]] bool in_address() const {
    std::string_view const before =
        std::string_view(out_).substr(out_.size() - std::min(out_.size(), longest_address));
    auto const word = before.substr(before.find_last_of(" \t\n") + 1);
    bool const in_link = word.find("](") != std::string_view::npos;
    bool const defines = word.empty() && before.ends_with("]: ");
    return in_link || defines || word.find("://") != std::string_view::npos;
  }

  bool component_tag() {
    auto const bytes = component_tag_bytes(rest_);
    if (bytes == 0) return false;
    drop(bytes, component_title(rest_.substr(0, bytes)));
    return true;
  }

  std::string_view rest_;
  Dialect dialect_;
  std::string out_;
  bool line_begins_ = true; ///< only space so far on this line
  bool after_blank_ = true; ///< the line before is blank
  bool closed_ = true;      ///< no module has an unclosed bracket; after one, none is scanned
  bool in_html_ = false;    ///< no blank line since one that begins with a tag
};

} // namespace

std::string without_template_code(std::string_view markdown, Dialect dialect) {
  return Cleaner(markdown, dialect).clean();
}

} // namespace recap::indexer
