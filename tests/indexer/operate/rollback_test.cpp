// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/operate/actions.hpp"

#include "tests/index/store_fixture.hpp"

#include <array>
#include <cstddef>
#include <new>

using namespace recap;
using namespace recap::indexer;

namespace {

/// Three generations, the last of which is current.
struct ThreeGenerations : index::StoreFixture {
  ThreeGenerations() {
    for (int i = 0; i < 3; ++i)
      publish(9);
  }

  void damage(std::uint64_t number) const {
    index::write_file(store.generation_folder(number) / index::sources_name, "[]\n");
  }
};

} // namespace

TEST_CASE_METHOD(ThreeGenerations, "the generation before the current one becomes current") {
  auto const done = roll_back(store.folder());
  CHECK(done.from == 3);
  CHECK(done.to == 2);
  CHECK(store.current() == 2);
  CHECK(roll_back(store.folder()).to == 1);
}

TEST_CASE_METHOD(ThreeGenerations, "a rollback passes over damaged generations") {
  damage(2);
  CHECK(roll_back(store.folder()).to == 1);
}

TEST_CASE_METHOD(ThreeGenerations, "without an intact earlier generation CURRENT stays as it is") {
  damage(1);
  damage(2);
  auto const error = index::error_of([&] { static_cast<void>(roll_back(store.folder())); });
  CHECK(error.code() == index::ErrorCode::absent);
  CHECK(index::names(error, store.generation_folder(1)));
  CHECK(store.current() == 3);
}

TEST_CASE_METHOD(ThreeGenerations, "a rollback repairs a damaged CURRENT") {
  index::write_file(store.folder() / "CURRENT", "nonsense\n");
  // Over other bytes, so that a member without a value does not pass as empty.
  alignas(Rollback) std::array<std::byte, sizeof(Rollback)> place{};
  place.fill(std::byte{1});
  auto const& done = *new (place.data()) Rollback(roll_back(store.folder()));
  CHECK_FALSE(done.from);
  CHECK(done.to == 3);
  CHECK(store.current() == 3);
}
