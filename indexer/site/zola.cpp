// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/zola.hpp"

#include "indexer/site/plain_sites.hpp"
#include "indexer/site/slugs.hpp"
#include "metadata/date.hpp"

#include <algorithm>
#include <optional>

namespace recap::indexer {
namespace {

/// Zola takes `2021-03-04-name` and `2021-03-04_name`.
std::string_view without_date(std::string_view name) {
  std::string hyphen(name);
  auto const sign = metadata::dated_name_bytes - 1;
  if (name.size() > sign && name[sign] == '_') hyphen[sign] = '-';
  return metadata::date_before(hyphen) ? name.substr(metadata::dated_name_bytes) : name;
}

std::optional<std::string> spelled(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    auto const end = std::min(path.find('/'), path.size());
    auto const part = ascii_slug(without_date(path.substr(0, end)));
    if (!part) return std::nullopt;
    if (!part->empty()) out.append(*part).append("/");
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return out;
}

} // namespace

std::string zola_address(SitePage const& page, SiteStyle const& style, std::string_view pattern) {
  auto const [folder, name] = split_path(page.path);
  bool const stands = is_index(name);
  std::optional<std::string> path;
  if (page.slug.empty() || name == "_index") {
    path = spelled(stands ? folder : page.path);
  } else if (page.slug.starts_with('/')) {
    path = spelled(std::string_view(page.slug).substr(1));
  } else {
    auto above =
        stands && !folder.empty() ? split_path(folder.substr(0, folder.size() - 1)).first : folder;
    auto const parent = spelled(above);
    auto const slug = ascii_slug(page.slug);
    path = parent && slug ? std::optional(*parent + *slug + '/') : std::nullopt;
  }
  if (!path) return {};
  if (!pattern.empty() && !stands) return filled_pattern(pattern, page, path_placeholders());
  static_cast<void>(style);
  return '/' + *path;
}

} // namespace recap::indexer
