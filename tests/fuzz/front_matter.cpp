// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/metadata.hpp"
#include "metadata/problem.hpp"
#include "tests/fuzz/target.hpp"

void recap::fuzz::read(std::string_view bytes) {
  require(metadata::front_matter_bytes(bytes) <= bytes.size(), "a front matter lies in its file");
  try {
    auto const file = metadata::split_front_matter(bytes);
    require(file.body.empty() || bytes.ends_with(file.body), "the rest of a file follows");
  } catch (metadata::Unreadable const&) {
  }
}
