// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "indexer/formats/article_facts.hpp"
#include "indexer/report/finding.hpp"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace recap::indexer {

/// The parts of an article that the check keeps.
struct CheckedArticle {
  std::string file;     ///< as named by the operator
  std::string relative; ///< below its source; empty for a line of JSON
  std::size_t line = 0;
  index::Record record; ///< without the text of its sections
  ArticleFacts facts;
};

/// The line of the first of `keys` that the article has, in any case; else that of the article.
[[nodiscard]] std::size_t line_of_key(CheckedArticle const& article,
                                      std::span<std::string_view const> keys);

/// Finds broken links. A link to a file is looked up among the files. A link to an address is
/// looked up among the addresses and paths of the articles, and reported only if its folder
/// contains articles, because pages that the site generates, and pages in languages that are not
/// among the sources, are unknown here.
class LinkCheck {
public:
  LinkCheck(std::vector<CheckedArticle> const& articles, std::string base_url);

  void check(std::vector<Finding>& findings) const;

private:
  void check(CheckedArticle const& article, Placed const& link,
             std::vector<Finding>& findings) const;
  [[nodiscard]] CheckedArticle const* at(std::string const& path) const;
  void know(std::string_view path, CheckedArticle const& article);
  void find_languages();
  [[nodiscard]] std::string path_on_site(CheckedArticle const& article) const;

  std::vector<CheckedArticle> const& articles_;
  std::string base_url_;
  std::unordered_map<std::string, CheckedArticle const*> files_; ///< by name on disk
  std::unordered_map<std::string, CheckedArticle const*> pages_; ///< by every end of their path
  std::unordered_set<std::string> folders_;                      ///< that contain pages
  std::unordered_set<std::string> languages_; ///< `ko`, if addresses begin with `/ko/`
};

} // namespace recap::indexer
