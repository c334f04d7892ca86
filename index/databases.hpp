// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>
#include <vector>

namespace recap::index {

/// Most databases of one generation. Each costs every search a lookup, and five open files.
inline constexpr unsigned most_shards = 64;

/// Names of the databases of a generation with `shards` shards, which are folders in its own:
/// `xapian`, or `shard-1` to `shard-N`. Xapian numbers their articles in rotation, so that articles
/// have the numbers that they would have in a single database.
[[nodiscard]] std::vector<std::string> database_names(unsigned shards);

/// Opens them all in the folder `place` as one. Throws Xapian::Error. For one thread at a time.
[[nodiscard]] Xapian::Database open_databases(std::filesystem::path const& place, unsigned shards);

/// Opens them for writing: an existing article is changed in its database, a new one goes to the
/// next in rotation. `flags`: Xapian's DB_CREATE or DB_OPEN, and others.
[[nodiscard]] Xapian::WritableDatabase open_writable_databases(std::filesystem::path const& place,
                                                               unsigned shards, int flags);

/// The value that database `shard` (from 1) of a generation stores, so that a shard of another
/// generation on another host is detected. `mark`: see Manifest.
[[nodiscard]] std::string shard_mark(std::string const& mark, unsigned shard);

/// Metadata key of that value.
inline constexpr char const* shard_mark_key = "recap.shard";

/// Writes the marks into the databases of a sharded generation, and returns the generation's mark:
/// its number and a random UUID of Xapian's. Throws Xapian::Error.
[[nodiscard]] std::string mark_shards(std::filesystem::path const& place, unsigned shards,
                                      std::uint64_t generation);

} // namespace recap::index
