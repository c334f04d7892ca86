// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/picture.hpp"

#include "index/fields.hpp"
#include "indexer/site/address.hpp"
#include "metadata/values.hpp"
#include "text/one_line.hpp"

namespace recap::indexer {
namespace {

/// `page` up to its last slash, `https://example.org/` of `https://example.org`.
std::string folder_of(std::string_view page) {
  page = page.substr(0, page.find_first_of("?#"));
  auto const host = page.find("//");
  auto const path = page.find('/', host == std::string_view::npos ? 0 : host + 2);
  if (path == std::string_view::npos) return std::string(page) + '/';
  return std::string(page.substr(0, page.rfind('/') + 1));
}

} // namespace

std::string picture_of(metadata::Entries const& metadata, std::string_view page_url,
                       std::string_view base_url) {
  auto const* const entry = first_of(metadata, index::keys_of(index::FieldId::image));
  if (entry == nullptr) return "";
  std::string stated = text::one_line(entry->values.front());
  if (stated.empty()) return "";
  if (!scheme_of(stated).empty() || stated.starts_with('/'))
    return stated_address(stated, base_url).value_or("");
  while (stated.starts_with("./"))
    stated.erase(0, 2);
  // `../` leaves the folder of the source, which need not be that of the page.
  bool const is_beside = !page_url.empty() && !stated.empty() && !stated.starts_with("..") &&
                         stated.find_first_of("?#:") == std::string::npos;
  return is_beside ? folder_of(page_url) + percent_encoded(stated) : "";
}

} // namespace recap::indexer
