// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/record.hpp"

#include "index/error.hpp"
#include "tests/fuzz/target.hpp"

void recap::fuzz::read(std::string_view bytes) {
  try {
    auto const record = index::decode(bytes);
    require(index::decode(index::encode(record)) == record,
            "what was read can be written and read again");
  } catch (index::Error const& error) {
    require(error.code() == index::ErrorCode::damaged, "damage is called so");
  }
}
