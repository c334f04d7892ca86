// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/check/link_check.hpp"

#include "indexer/site/address.hpp"
#include "metadata/date.hpp"
#include "text/ascii.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <filesystem>

namespace recap::indexer {
namespace {

namespace fs = std::filesystem;

/// The form that all spellings of a page's address or path share: `a/b` for `/A/b/index.html`.
std::string page_key(std::string_view path) {
  std::string key = text::fold(percent_decoded(path));
  for (std::string_view const ending : {".md", ".markdown", ".mdx", ".html", ".htm", "/"}) {
    if (key.ends_with(ending)) key.resize(key.size() - ending.size());
  }
  for (std::string_view const ending : {"index", "_index", "readme"}) {
    bool const whole = key == ending;
    if (whole || key.ends_with('/' + std::string(ending)))
      key.resize(key.size() - ending.size() - (whole ? 0 : 1));
  }
  while (key.starts_with('/'))
    key.erase(0, 1);
  return key;
}

/// The part of an anchor on which generators agree: letters and digits, ignoring case.
std::string anchor_key(std::string_view anchor) {
  std::string key = text::fold(percent_decoded(anchor));
  std::erase_if(key, [](char c) {
    bool const ascii = static_cast<unsigned char>(c) < 0x80;
    return ascii && (c < '0' || c > '9') && (c < 'a' || c > 'z');
  });
  return key;
}

bool has_anchor(CheckedArticle const& article, std::string_view anchor) {
  auto const key = anchor_key(anchor);
  bool const special =
      key.empty() || key == "top" || anchor.starts_with(":~:") || anchor.starts_with("fn");
  auto const same = [&](std::string const& other) { return anchor_key(other) == key; };
  return special || std::ranges::any_of(article.facts.anchors, same) ||
         std::ranges::any_of(article.record.sections, same, &index::Section::anchor) ||
         std::ranges::any_of(article.record.sections, same, &index::Section::heading);
}

bool has_source_ending(std::string_view path) {
  return std::ranges::any_of(std::initializer_list<std::string_view>{".md", ".markdown", ".mdx"},
                             [&](auto ending) { return path.ends_with(ending); });
}

bool is_page(std::string_view path) {
  auto const name = path.substr(path.rfind('/') + 1);
  return name.find('.') == std::string_view::npos || name.ends_with(".html") ||
         name.ends_with(".htm");
}

/// `ko` or `pt-br`, the form of folder names.
bool is_language(std::string_view name) {
  auto const letters = [](std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
  };
  constexpr std::size_t code = 2;
  bool const regional = name.size() == 2 * code + 1 && name[code] == '-';
  return (name.size() == code || regional) && letters(name.substr(0, code)) &&
         (!regional || letters(name.substr(code + 1)));
}

std::string parent(std::string const& key) {
  return key.substr(0, key.rfind('/') == std::string::npos ? 0 : key.rfind('/'));
}

} // namespace

std::size_t line_of_key(CheckedArticle const& article, std::span<std::string_view const> keys) {
  for (auto const name : keys) {
    auto const key = std::ranges::find_if(
        article.facts.keys, [&](Placed const& placed) { return text::fold(placed.text) == name; });
    if (key != article.facts.keys.end()) return key->line;
  }
  return article.line;
}

LinkCheck::LinkCheck(std::vector<CheckedArticle> const& articles, std::string base_url)
    : articles_(articles)
    , base_url_(std::move(base_url)) {
  find_languages();
  // Of two translations, the one at `/a/`, not the one at `/ko/a/`.
  for (auto const& article : articles_) {
    if (auto const path = path_on_site(article); !path.empty())
      pages_.emplace(page_key(path), &article);
  }
  for (auto const& article : articles_) {
    know(article.relative, article);
    know(article.record.id, article);
    if (auto const path = path_on_site(article); !path.empty()) know(path, article);
    for (auto const& path : article.facts.paths)
      know(path, article);
    // A date before the file name is not part of its address.
    auto const slash = article.relative.rfind('/') + 1;
    std::string const name = article.relative.substr(slash);
    if (metadata::date_before(name))
      know(article.relative.substr(0, slash) + name.substr(metadata::dated_name_bytes), article);
    if (!article.relative.empty())
      files_.emplace(fs::path(article.file).lexically_normal().generic_string(), &article);
  }
}

/// Collects language folders that links name: `ko` for `content/ko/a` and a link to `/ko/a`.
void LinkCheck::find_languages() {
  std::unordered_set<std::string> named;
  for (auto const& article : articles_) {
    for (auto const& link : article.facts.links) {
      auto const end = link.text.find('/', 1);
      if (link.text.starts_with('/') && end != std::string::npos)
        named.insert(link.text.substr(1, end - 1));
    }
  }
  for (auto const& article : articles_) {
    for (auto const& folder : fs::path(article.relative).parent_path()) {
      if (is_language(folder.string()) && named.contains(folder.string()))
        languages_.insert(folder.string());
    }
  }
}

/// The path of the article's address, from `/`; empty if it has none on this site.
std::string LinkCheck::path_on_site(CheckedArticle const& article) const {
  std::string_view url = article.record.url;
  if (url.starts_with(base_url_)) url.remove_prefix(base_url_.size());
  if (url.empty() || url.find("://") != std::string_view::npos) return "";
  return (url.starts_with('/') ? "" : "/") + percent_decoded(url);
}

/// Registers every end of a path, because a site's address is one of them: `content/en/a/b` is
/// `/a/b/`.
void LinkCheck::know(std::string_view path, CheckedArticle const& article) {
  std::string key = page_key(path);
  while (true) {
    pages_.emplace(key, &article);
    folders_.insert(parent(key));
    auto const slash = key.find('/');
    if (slash == std::string::npos || languages_.contains(key.substr(0, slash))) return;
    key.erase(0, slash + 1);
  }
}

CheckedArticle const* LinkCheck::at(std::string const& path) const {
  auto const found = pages_.find(page_key(path));
  return found == pages_.end() ? nullptr : found->second;
}

void LinkCheck::check(std::vector<Finding>& findings) const {
  for (auto const& article : articles_) {
    for (auto const& link : article.facts.links)
      check(article, link, findings);
  }
}

void LinkCheck::check(CheckedArticle const& article, Placed const& link,
                      std::vector<Finding>& findings) const {
  std::string_view target = link.text;
  if (!base_url_.empty() && target.starts_with(base_url_)) target.remove_prefix(base_url_.size());
  bool const elsewhere = target.find(':') < target.find('/') || target.starts_with("//") ||
                         target.find_first_of("{}<> ") != std::string_view::npos;
  if (elsewhere || target.empty()) return;
  auto const hash = std::min(target.find('#'), target.size());
  std::string const path = percent_decoded(target.substr(0, std::min(hash, target.find('?'))));
  std::string_view const anchor = target.substr(std::min(hash + 1, target.size()));
  auto const report = [&](char const* rule, std::string const& message) {
    findings.push_back({.level = Level::warning,
                        .rule = rule,
                        .path = article.file,
                        .line = link.line,
                        .message = "link to " + link.text + ": " + message});
  };
  CheckedArticle const* found = nullptr;
  if (path.empty()) {
    found = &article;
  } else if (has_source_ending(path) && !path.starts_with('/')) {
    auto const file = (fs::path(article.file).parent_path() / path).lexically_normal();
    auto const known = files_.find(file.generic_string());
    if (known != files_.end()) found = known->second;
    std::error_code error;
    if (found == nullptr && !fs::exists(file, error))
      return report("broken-link", "there is no such file");
  } else if (is_page(path) || has_source_ending(path)) {
    auto const page = fs::path(article.relative).replace_extension();
    auto const beside = (page.parent_path() / path).lexically_normal().generic_string();
    auto const below = (page / path).lexically_normal().generic_string();
    bool const absolute = path.starts_with('/');
    found = absolute ? at(path) : at(beside);
    if (found == nullptr && !absolute) found = at(below);
    if (found == nullptr && !absolute) {
      auto const folder = fs::path(path_on_site(article)).parent_path();
      found = at((folder / path).lexically_normal().generic_string());
    }
    bool const leads_out = beside.starts_with("..");
    bool const known_folder = folders_.contains(parent(page_key(absolute ? path : beside)));
    std::error_code error;
    bool const on_disk = fs::exists(fs::path(article.file).parent_path() / path, error);
    if (found == nullptr && known_folder && !leads_out && !on_disk && page_key(path) != "")
      return report("broken-link", "no article has this address");
  }
  if (found != nullptr && !has_anchor(*found, anchor))
    report("broken-anchor", "there is no #" + std::string(anchor) + " in " + found->file);
}

} // namespace recap::indexer
