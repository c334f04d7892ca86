// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/manifest.hpp"

#include "index/error.hpp"
#include "tests/fuzz/target.hpp"

void recap::fuzz::read(std::string_view bytes) {
  try {
    auto const manifest = index::from_json(std::string(bytes), "manifest.json");
    auto const again = index::from_json(index::to_json(manifest), "manifest.json");
    require(again.files == manifest.files && again.segments == manifest.segments,
            "what was read can be written and read again");
  } catch (index::Error const& error) {
    require(error.code() != index::ErrorCode::absent, "what is there is not called absent");
  }
}
