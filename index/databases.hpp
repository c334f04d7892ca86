// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>
#include <vector>

namespace recap::index {

/// Most databases of one generation: each costs every search a look, and five open files.
inline constexpr unsigned most_shards = 64;

/// Names of the databases of a generation in `shards` pieces, which are folders in its own:
/// `xapian`, or `shard-1` to `shard-N`. Xapian counts their articles in turn, so that they have the
/// numbers that they would have in one piece.
[[nodiscard]] std::vector<std::string> database_names(unsigned shards);

/// All of them in the folder `place` as one. Throws Xapian::Error. For one thread at a time.
[[nodiscard]] Xapian::Database open_databases(std::filesystem::path const& place, unsigned shards);

/// The same to write to: an article that is there is changed where it is, a new one goes to the
/// database whose turn it is. `flags`: Xapian's DB_CREATE or DB_OPEN, and others.
[[nodiscard]] Xapian::WritableDatabase open_writable_databases(std::filesystem::path const& place,
                                                               unsigned shards, int flags);

/// What database `shard` (from 1) of a generation has to say of itself, to be told from one of
/// another generation where another host serves it. `mark`: the generation's, see Manifest.
[[nodiscard]] std::string shard_mark(std::string const& mark, unsigned shard);

/// Key of the metadata of a database that it says it by.
inline constexpr char const* shard_mark_key = "recap.shard";

/// Writes their marks into the databases of a generation in several pieces, and gives the
/// generation's: its number and one of Xapian's random UUIDs. Throws Xapian::Error.
[[nodiscard]] std::string mark_shards(std::filesystem::path const& place, unsigned shards,
                                      std::uint64_t generation);

} // namespace recap::index
