// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/template.hpp"

#include "text/html.hpp"

#include <stdexcept>
#include <vector>

namespace recap::web {
namespace {

bool says_no(Json const& value) {
  if (value.is_boolean()) return !value.get<bool>();
  if (value.is_string()) return value.get_ref<std::string const&>().empty();
  return value.is_null() || ((value.is_array() || value.is_object()) && value.empty());
}

std::string shown(Json const& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return value.dump();
  return {};
}

class Filler {
public:
  explicit Filler(Json const& data) { scopes_.push_back(&data); }

  std::string fill(std::string_view page) {
    std::string out;
    while (!page.empty()) {
      auto const open = page.find("{{");
      out += page.substr(0, open);
      if (open == std::string_view::npos) break;
      page = tag(page.substr(open), out);
    }
    return out;
  }

private:
  /// Writes the expansion of the tag at the beginning of `page`; returns the rest of `page`.
  std::string_view tag(std::string_view page, std::string& out) {
    bool const raw = page.starts_with("{{{");
    std::string_view const end_mark = raw ? "}}}" : "}}";
    auto const end = page.find(end_mark);
    if (end == std::string_view::npos) throw std::logic_error("a tag is not closed");
    auto name = page.substr(end_mark.size(), end - end_mark.size());
    page.remove_prefix(end + end_mark.size());
    if (!name.starts_with('#') && !name.starts_with('^')) {
      auto const value = shown(look_up(name));
      if (raw)
        out += value;
      else
        text::append_html(out, value);
      return page;
    }
    bool const inverted = name.starts_with('^');
    name.remove_prefix(1);
    auto const close = "{{/" + std::string(name) + "}}";
    auto const length = page.find(close);
    if (length == std::string_view::npos) throw std::logic_error(close + " is missing");
    section(look_up(name), inverted, page.substr(0, length), out);
    return page.substr(length + close.size());
  }

  void section(Json const& value, bool inverted, std::string_view inside, std::string& out) {
    if (says_no(value) != inverted) return;
    if (!value.is_array()) return within(value, inside, out);
    for (auto const& item : value)
      within(item, inside, out);
    if (inverted) within(value, inside, out);
  }

  void within(Json const& value, std::string_view inside, std::string& out) {
    scopes_.push_back(&value);
    out += fill(inside);
    scopes_.pop_back();
  }

  [[nodiscard]] Json const& look_up(std::string_view name) const {
    static Json const nothing;
    if (name == ".") return *scopes_.back();
    auto const dot = name.find('.');
    std::string const first(name.substr(0, dot));
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
      if (!(*scope)->is_object() || !(*scope)->contains(first)) continue;
      Json const& found = (**scope)[first];
      if (dot == std::string_view::npos) return found;
      std::string const second(name.substr(dot + 1));
      return found.is_object() && found.contains(second) ? found[second] : nothing;
    }
    return nothing;
  }

  std::vector<Json const*> scopes_;
};

} // namespace

std::string fill(std::string_view page, Json const& data) {
  return Filler(data).fill(page);
}

} // namespace recap::web
