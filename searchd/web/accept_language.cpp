// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/accept_language.hpp"

#include <unicode/localematcher.h>

namespace recap::web {
namespace {

/// The first is for readers of any other language.
icu::LocaleMatcher interface_languages() {
  UErrorCode error = U_ZERO_ERROR;
  return icu::LocaleMatcher::Builder().setSupportedLocalesFromListString("en,ko").build(error);
}

} // namespace

std::string_view interface_language(std::string_view field) {
  static icu::LocaleMatcher const languages = interface_languages();
  UErrorCode error = U_ZERO_ERROR;
  icu::StringPiece const wanted(field.data(), static_cast<std::int32_t>(field.size()));
  auto const* const best = languages.getBestMatchForListString(wanted, error);
  bool const is_korean = U_SUCCESS(error) != 0 && best != nullptr && *best == icu::Locale("ko");
  return is_korean ? "ko" : "en";
}

} // namespace recap::web
