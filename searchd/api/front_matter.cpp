// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/front_matter.hpp"

#include "index/fields.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

namespace recap::api {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view spaces = " \t\r\n";
  auto const begin = std::min(text.find_first_not_of(spaces), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(spaces) + 1);
}

std::string unquoted(std::string_view value) {
  value = trimmed(value);
  bool const quoted = value.size() > 1 && (value.front() == '"' || value.front() == '\'') &&
                      value.back() == value.front();
  return std::string(quoted ? value.substr(1, value.size() - 2) : value);
}

/// The items of `a, "b, c", d`.
std::vector<std::string> listed(std::string_view list) {
  std::vector<std::string> items;
  std::string item;
  char quote = 0;
  auto const end_item = [&] {
    if (auto value = unquoted(item); !value.empty()) items.push_back(std::move(value));
    item.clear();
  };
  for (char const c : list) {
    if (c == ',' && quote == 0) {
      end_item();
      continue;
    }
    bool const opens = quote == 0 && (c == '"' || c == '\'') && trimmed(item).empty();
    if (opens) {
      quote = c;
    } else if (c == quote) {
      quote = 0;
    }
    item += c;
  }
  end_item();
  return items;
}

struct Entry {
  std::string key; ///< lower case
  std::vector<std::string> values;
};

using Values = std::vector<std::string>;

void append(Values& list, Values const& values) {
  list.insert(list.end(), values.begin(), values.end());
}

struct Meaning {
  std::string_view key;
  void (*take)(index::Record&, Values const&);
};

void take_title(index::Record& draft, Values const& values) {
  draft.title = values.front();
}
void take_aliases(index::Record& draft, Values const& values) {
  append(draft.aliases, values);
}
void take_author(index::Record& draft, Values const& values) {
  append(draft.author, values);
}
/// One text is a list too: `topics: a, b`.
void take_topics(index::Record& draft, Values const& values) {
  append(draft.topics, values.size() == 1 ? listed(values.front()) : values);
}
void take_summary(index::Record& draft, Values const& values) {
  if (draft.summary.empty()) draft.summary = values.front();
}
void take_language(index::Record& draft, Values const& values) {
  draft.lang = values.front().substr(0, values.front().find_first_of("-_."));
}
void take_year(index::Record& draft, Values const& values) {
  auto const& value = values.front();
  std::uint16_t year = 0;
  auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), year);
  if (error == std::errc() && end == value.data() + value.size() && value.size() == 4)
    draft.year = year;
}
void take_season(index::Record& draft, Values const& values) {
  draft.season = index::season_named(values.front()).value_or("");
}

constexpr auto meanings = std::to_array<Meaning>({
    {"title", take_title},     {"aliases", take_aliases},   {"alias", take_aliases},
    {"author", take_author},   {"authors", take_author},    {"byline", take_author},
    {"topics", take_topics},   {"topic", take_topics},      {"tags", take_topics},
    {"tag", take_topics},      {"categories", take_topics}, {"category", take_topics},
    {"keywords", take_topics}, {"summary", take_summary},   {"description", take_summary},
    {"excerpt", take_summary}, {"lead", take_summary},      {"abstract", take_summary},
    {"lang", take_language},   {"language", take_language}, {"locale", take_language},
    {"year", take_year},       {"season", take_season},
});

void take(index::Record& draft, Entry const& entry) {
  if (entry.values.empty()) return;
  if (entry.key.starts_with("title_")) return take_aliases(draft, entry.values);
  auto const* const meaning = std::ranges::find(meanings, entry.key, &Meaning::key);
  if (meaning != meanings.end()) meaning->take(draft, entry.values);
}

/// Takes the first line, without its end, off `text`.
std::string_view take_line(std::string_view& text) {
  auto const end = std::min(text.find('\n'), text.size());
  auto line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

class Reader {
public:
  Reader(index::Record& draft, char separator)
      : draft_(draft)
      , separator_(separator) {}

  void line(std::string_view line) {
    auto const inner = trimmed(line);
    if (inner.empty() || inner.front() == '#') return;
    if (open_list_) return list(inner);
    bool const item = inner.starts_with("- ");
    bool const continues = line.front() == ' ' || line.front() == '\t';
    if (item) return value(inner.substr(2));
    if (continues) return continued(inner);
    end();
    auto const at = inner.find(separator_);
    if (at == std::string_view::npos) return;
    entry_.key = trimmed(inner.substr(0, at));
    std::ranges::transform(entry_.key, entry_.key.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    auto const rest = trimmed(inner.substr(at + 1));
    if (rest.starts_with('[')) {
      list(rest.substr(1));
    } else if (!rest.empty() && rest != ">" && rest != "|" && rest != ">-" && rest != "|-") {
      value(rest);
    }
  }

  void end() {
    take(draft_, entry_);
    entry_ = {};
    open_list_ = false;
  }

private:
  /// Of a list in brackets, which may go on over several lines.
  void list(std::string_view part) {
    auto const close = part.rfind(']');
    open_list_ = close == std::string_view::npos;
    append(entry_.values, listed(part.substr(0, close)));
  }

  void value(std::string_view written) {
    if (auto one = unquoted(written); !one.empty()) entry_.values.push_back(std::move(one));
  }

  /// A further line of a text.
  void continued(std::string_view part) {
    if (entry_.key.empty()) return;
    if (entry_.values.empty()) return value(part);
    entry_.values.back().append(" ").append(part);
  }

  index::Record& draft_;
  char separator_;
  Entry entry_;
  bool open_list_ = false;
};

} // namespace

std::size_t read_front_matter(std::string_view text, index::Record& draft) {
  auto rest = text;
  auto const fence = take_line(rest);
  if (fence != "---" && fence != "+++") return 0;
  auto const body = rest;
  // Without its end it is no front matter, and nothing may be taken from it.
  std::string_view metadata;
  while (true) {
    if (rest.empty()) return 0;
    auto const before = rest;
    auto const line = take_line(rest);
    if (line == fence || (fence == "---" && line == "...")) {
      metadata = body.substr(0, body.size() - before.size());
      break;
    }
  }
  Reader reader(draft, fence == "---" ? ':' : '=');
  while (!metadata.empty())
    reader.line(take_line(metadata));
  reader.end();
  return text.size() - rest.size();
}

} // namespace recap::api
