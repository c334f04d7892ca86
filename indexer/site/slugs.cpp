// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/slugs.hpp"

#include "indexer/site/address.hpp"
#include "text/ascii.hpp"
#include "text/forms.hpp"
#include "text/unicode.hpp"

#include <algorithm>

namespace recap::indexer {
namespace {

/// Whether a character is kept, replaced by a hyphen, or dropped.
enum class Fate { stays, hyphen, goes };

template <typename Decide>
std::string mapped(std::string_view text, Decide decide) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const next = text::decode(text, at);
    auto const fate = decide(next.character);
    if (fate == Fate::stays) out.append(text.substr(at, next.end - at));
    if (fate == Fate::hyphen) out += '-';
    at = next.end;
  }
  return out;
}

std::string one_hyphen_a_run(std::string_view text) {
  std::string out;
  for (char const c : text) {
    if (c != '-' || (!out.empty() && !out.ends_with('-'))) out += c;
  }
  while (out.ends_with('-'))
    out.pop_back();
  return out;
}

Fate github_fate(char32_t c) {
  if (c == ' ') return Fate::hyphen;
  return c == '-' || text::is_word_character(c) ? Fate::stays : Fate::goes;
}

/// Drops spaces at both ends; inside, a run of spaces and hyphens becomes one hyphen.
std::string python_words(std::string_view text) {
  std::string out;
  for (char const c : text::trimmed(text, " \t\n")) {
    bool const hyphen = c == '-' || c == ' ' || c == '\t' || c == '\n';
    if (!hyphen) out += c;
    if (hyphen && !out.ends_with('-')) out += '-';
  }
  return out;
}

std::string without_signs(std::string_view text) {
  return mapped(text, [](char32_t c) {
    bool const stays = c == ' ' || c == '\t' || c == '-' || c == '_' || text::is_letter_or_digit(c);
    return stays ? Fate::stays : Fate::goes;
  });
}

} // namespace

std::string github_slug(std::string_view text) {
  return mapped(text::lower_case(text), github_fate);
}

std::string hugo_heading_slug(std::string_view text) {
  auto const lower = text::simple_lower_case(text::trimmed(text, " \t"));
  auto slug = mapped(lower, [](char32_t c) {
    if (c == ' ') return Fate::hyphen;
    return c == '-' || c == '_' || text::is_letter_or_decimal(c) ? Fate::stays : Fate::goes;
  });
  return slug.empty() ? "heading" : slug;
}

std::string kramdown_slug(std::string_view text) {
  // In lower case, this is two characters in Ruby, but one in simple_lower_case().
  auto const lower = text::with_each(text, "İ", "i\u0307");
  return mapped(text::simple_lower_case(lower),
                [](char32_t c) { return c == '\t' ? Fate::hyphen : github_fate(c); });
}

std::string vitepress_slug(std::string_view text) {
  auto slug = mapped(text::decomposed(text), [](char32_t c) {
    constexpr std::u32string_view quotes = U"“”‘’";
    bool const accent = c >= 0x300 && c <= 0x36F;
    if (accent || (c < 0x20 && c != '\t' && c != '\n')) return Fate::goes;
    bool const sign = c < 0x80 && !text::is_alphanumeric(static_cast<char>(c));
    return sign || quotes.find(c) != std::u32string_view::npos ? Fate::hyphen : Fate::stays;
  });
  slug = one_hyphen_a_run(slug);
  if (!slug.empty() && text::is_digit(slug.front())) slug.insert(0, "_");
  return text::lower_case(slug);
}

std::string python_slug(std::string_view text) {
  auto const ascii = mapped(text::decomposed(text),
                            [](char32_t c) { return c < 0x80 ? Fate::stays : Fate::goes; });
  return python_words(text::lowered(text::trimmed(without_signs(ascii), " \t\n")));
}

std::string python_unicode_slug(std::string_view text) {
  return python_words(text::lower_case(without_signs(text)));
}

std::string markdown_it_slug(std::string_view text) {
  std::string out;
  for (char const c : text::trimmed(text, " \t\n")) {
    bool const space = c == ' ' || c == '\t' || c == '\n';
    if (!space) out += c;
    if (space && !out.ends_with(' ')) out += ' ';
  }
  std::ranges::replace(out, ' ', '-');
  return encoded_component(text::lower_case(out));
}

std::optional<std::string> ascii_slug(std::string_view text) {
  bool spelled = true;
  auto const slug = mapped(text::latin(text), [&](char32_t c) {
    if (c < 0x80 && text::is_alphanumeric(static_cast<char>(c))) return Fate::stays;
    spelled = spelled && !text::is_letter_or_digit(c);
    return Fate::hyphen;
  });
  if (!spelled) return std::nullopt;
  return one_hyphen_a_run(text::lowered(slug));
}

} // namespace recap::indexer
