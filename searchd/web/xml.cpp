// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/xml.hpp"

namespace recap::web {

std::string without_forbidden(std::string document) {
  std::erase_if(document, [](char c) {
    return static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\r' && c != '\t';
  });
  for (auto const* const noncharacter : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (auto at = document.find(noncharacter); at != std::string::npos;
         at = document.find(noncharacter, at))
      document.erase(at, 3);
  }
  return document;
}

} // namespace recap::web
