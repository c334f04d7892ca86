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

/// The address that one value states, or empty.
std::string address_of(std::string stated, std::string_view page_url, std::string_view base_url) {
  if (!scheme_of(stated).empty() || stated.starts_with('/')) {
    auto const host = stated.find("//");
    bool const has_more = host == std::string::npos || host + 2 < stated.size();
    return has_more ? stated_address(stated, base_url).value_or("") : "";
  }
  while (stated.starts_with("./"))
    stated.erase(0, 2);
  // A name without an ending is a word. `../` leaves the folder of the source, which need not be
  // that of the page.
  bool const is_beside = !page_url.empty() && stated.find('.') != std::string::npos &&
                         !stated.starts_with("..") &&
                         stated.find_first_of("?#:") == std::string::npos;
  return is_beside ? folder_of(page_url) + percent_encoded(stated) : "";
}

} // namespace

std::string picture_of(metadata::Entries const& metadata, std::string_view page_url,
                       std::string_view base_url) {
  for (auto const key : index::keys_of(index::FieldId::image)) {
    auto const* const entry = first_of(metadata, {key});
    if (entry == nullptr) continue;
    for (auto const& value : entry->values) {
      auto address = address_of(text::one_line(value), page_url, base_url);
      if (!address.empty()) return address;
    }
  }
  return "";
}

} // namespace recap::indexer
