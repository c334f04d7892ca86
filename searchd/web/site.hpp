// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/web/message.hpp"
#include "searchd/web/search_query.hpp"
#include "searchd/web/wording.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::web {

/// The native API, as anyone may ask it. Any thread may call it.
using Api = std::function<Response(api::Request const&)>;

/// The pages for people and the files they are made of. It asks the native API as anyone could.
/// Any thread may call it; it never throws for what a peer sent.
class Site {
public:
  Site(Api api, Options options);

  /// None where the path is not one of a page or a file.
  [[nodiscard]] std::optional<Response> answer(Request const& request) const;

  /// A page that says that nothing is at this address, for one who wants pages (`Accept`). None for
  /// others, and below the paths of the API.
  [[nodiscard]] std::optional<Response> missing(Request const& request) const;

private:
  /// A file that comes from the options.
  struct OwnFile {
    std::string name;
    std::string content;
    std::string_view content_type;
    std::string version;
  };

  [[nodiscard]] Response search_page(Request const& request) const;
  [[nodiscard]] Response editor_page(Request const& request) const;
  [[nodiscard]] Response insights_page(Request const& request) const;
  [[nodiscard]] Response opensearch_description(Request const& request) const;
  [[nodiscard]] Response opensearch_suggestions(Request const& request) const;
  [[nodiscard]] Response feed(Request const& request) const;
  [[nodiscard]] Response robots(Request const& request) const;
  [[nodiscard]] Response browse_page(Request const& request) const;
  [[nodiscard]] Response sitemap(Request const& request) const;
  [[nodiscard]] Response file(Request const& request) const;

  [[nodiscard]] std::string frequent_topic(Request const& request) const;
  /// What the API finds for the question of the search page; of one that is too long, for its
  /// beginning.
  [[nodiscard]] Response find(Request const& request, SearchQuery const& query) const;
  /// What the API answers at `path` in the course of answering `request`.
  [[nodiscard]] Response ask(Request const& request, std::string path, NameValues parameters) const;
  /// Scheme, host and path under which readers find the daemon.
  [[nodiscard]] std::string base(Request const& request) const;
  /// Cache-Control of what has base() in it and changes rarely: without an address of our own, the
  /// one that somebody asked for stands there, which no cache may keep for others.
  [[nodiscard]] std::string kept_with_base() const;
  [[nodiscard]] Wording const& wording(Request const& request) const;
  [[nodiscard]] OwnFile const* own_file(std::string_view name) const;
  /// The template `name` filled with `data` and with what every page has; 304 if it is known.
  /// `data["root"]` leads from the page to the search page: empty, or `../` as often as needed.
  [[nodiscard]] Response page(std::string_view name, Json data, Request const& request) const;

  struct Route;
  static Route const routes[];

  Api api_;
  Options options_;
  std::vector<OwnFile> own_files_;
  Wording english_;
  Wording korean_;
};

} // namespace recap::web
