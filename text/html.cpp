// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/html.hpp"

namespace recap::text {

void append_html(std::string& html, std::string_view text) {
  for (char const c : text) {
    switch (c) {
    case '&': html += "&amp;"; break;
    case '<': html += "&lt;"; break;
    case '>': html += "&gt;"; break;
    case '"': html += "&quot;"; break;
    case '\'': html += "&#39;"; break;
    default: html += c;
    }
  }
}

} // namespace recap::text
