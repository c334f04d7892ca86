// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/draft.hpp"

#include "searchd/search/request.hpp"
#include "tests/fuzz/target.hpp"

#include <array>

/// The first byte chooses the format.
void recap::fuzz::read(std::string_view bytes) {
  using api::DraftFormat;
  static constexpr std::array formats{DraftFormat::markdown, DraftFormat::plain, DraftFormat::json};
  if (bytes.empty()) return;
  auto const format = formats[static_cast<unsigned char>(bytes.front()) % formats.size()];
  try {
    static_cast<void>(api::read_draft(format, bytes.substr(1)));
  } catch (search::BadRequest const&) {
  }
}
