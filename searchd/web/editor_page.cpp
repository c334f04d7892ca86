// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/site.hpp"

#include <string_view>

namespace recap::web {

/// The page has the texts and the layout; its script calls the API. A draft is sent only to `POST
/// /v1/related`.
Response Site::editor_page(Request const& request) const {
  auto const& words = wording(request);
  Json seasons = Json::array();
  for (auto const* const season :
       {"spring", "summer", "fall", "winter", "first-half", "second-half"}) {
    seasons.push_back({{"value", season}, {"label", words[season]}});
  }
  return page("editor.html",
              {{"t", words.all()},
               {"noindex", true},
               {"seasons", seasons},
               {"has_insights", options_.links_insights},
               {"mistakes", words.mistakes()}},
              request);
}

} // namespace recap::web
