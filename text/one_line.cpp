// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/one_line.hpp"

namespace recap::text {

std::string one_line(std::string_view text) {
  std::string out;
  for (char c : text) {
    bool const space = static_cast<unsigned char>(c) <= ' ' || c == 0x7F;
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

} // namespace recap::text
