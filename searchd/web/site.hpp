// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/answers.hpp"
#include "searchd/api/authors.hpp"
#include "searchd/web/message.hpp"
#include "searchd/web/search_query.hpp"
#include "searchd/web/search_view.hpp"
#include "searchd/web/wording.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::web {

/// The pages and their files. Thread-safe; never throws because of a request.
class Site {
public:
  /// `api` and `authors` must outlive the Site.
  Site(api::Answers const& api, Options options, api::Authors const& authors);

  /// nullopt unless the path is that of a page or a file.
  [[nodiscard]] std::optional<Response> answer(Request const& request) const;

  /// A page saying that the address does not exist, for clients that accept pages (`Accept`).
  /// nullopt for others, and below the paths of the API.
  [[nodiscard]] std::optional<Response> missing(Request const& request) const;

  /// `refusal` of api::Access, as a page for clients that accept pages; unchanged for others.
  [[nodiscard]] Response refused(Request const& request, Response refusal) const;

private:
  /// A page with just a message.
  struct Notice {
    unsigned status = 0;
    std::string title;
    std::string hint;
    std::string q; ///< in the search box
  };

  /// A file named by an option.
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
  [[nodiscard]] Response notice(Request const& request, Notice const& notice) const;

  [[nodiscard]] Response results_page(Request const& request, SearchQuery const& query) const;
  [[nodiscard]] Response show(Request const& request, Json data) const;
  /// Runs the query of the search page; if it is too long, its beginning.
  [[nodiscard]] api::Found find(Request const& request, SearchQuery const& query) const;
  [[nodiscard]] Elsewhere elsewhere(Request const& request, SearchQuery const& query) const;
  /// Searches on behalf of `request`, with parameters of `GET /v1/search`.
  [[nodiscard]] api::Found ask(Request const& request, NameValues const& parameters) const;
  /// Scheme, host and path at which readers find the daemon.
  [[nodiscard]] std::string base(Request const& request) const;
  /// Cache-Control for documents that contain base() and rarely change. Without --public-url they
  /// contain the host of the request, so shared caches must not keep them.
  [[nodiscard]] std::string kept_with_base() const;
  [[nodiscard]] Wording const& wording(Request const& request) const;
  [[nodiscard]] OwnFile const* own_file(std::string_view name) const;
  /// Fills the template `name` with `data` and with what every page has; 304 if the client has it.
  /// `data["root"]` leads from the page to the search page: empty, or `../` repeated.
  [[nodiscard]] Response page(std::string_view name, Json data, Request const& request) const;

  struct Route;
  static Route const routes[];
  [[nodiscard]] Response answer(Route const& route, Request const& request) const;

  api::Answers const& api_;
  Options options_;
  api::Authors const& authors_;
  std::vector<OwnFile> own_files_;
  Wording english_;
  Wording korean_;
};

} // namespace recap::web
