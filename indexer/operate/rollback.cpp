// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/operate/actions.hpp"

#include <algorithm>

namespace recap::indexer {

Rollback roll_back(std::filesystem::path const& database) {
  index::Store const store(database);
  index::Lock const lock(store);
  Rollback done{.from = store.current_if_readable()};
  auto numbers = store.generations();
  std::ranges::reverse(numbers);
  std::string damage;
  for (auto const number : numbers) {
    if (done.from && number >= *done.from) continue;
    try {
      static_cast<void>(store.open(number));
      index::switch_current(store, number);
      done.to = number;
      return done;
    } catch (index::Error const& error) {
      if (error.code() == index::ErrorCode::unwritable) throw;
      damage = std::string("; ") + error.what();
    }
  }
  throw index::Error(index::ErrorCode::absent,
                     database.string() + ": no earlier generation to roll back to" + damage +
                         "; index again, with --keep N for more of them");
}

} // namespace recap::indexer
