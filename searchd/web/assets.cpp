// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/assets.hpp"

namespace recap::web {

Asset const* asset_named(std::string_view name) {
  for (auto const& asset : assets()) {
    if (asset.name == name) return &asset;
  }
  return nullptr;
}

} // namespace recap::web
