// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/databases.hpp"

#include "index/generation.hpp"

namespace recap::index {

std::vector<std::string> database_names(unsigned shards) {
  if (shards == 1) return {database_name};
  std::vector<std::string> names;
  for (unsigned shard = 1; shard <= shards; ++shard)
    names.push_back("shard-" + std::to_string(shard));
  return names;
}

Xapian::Database open_databases(std::filesystem::path const& place, unsigned shards) {
  if (shards == 1) return Xapian::Database((place / database_name).string());
  Xapian::Database all;
  for (auto const& name : database_names(shards))
    all.add_database(Xapian::Database((place / name).string()));
  return all;
}

Xapian::WritableDatabase open_writable_databases(std::filesystem::path const& place,
                                                 unsigned shards, int flags) {
  std::filesystem::create_directories(place);
  if (shards == 1) return Xapian::WritableDatabase((place / database_name).string(), flags);
  Xapian::WritableDatabase all;
  for (auto const& name : database_names(shards))
    all.add_database(Xapian::WritableDatabase((place / name).string(), flags));
  return all;
}

std::string shard_mark(std::string const& mark, unsigned shard) {
  return mark + ' ' + std::to_string(shard);
}

std::string mark_shards(std::filesystem::path const& place, unsigned shards,
                        std::uint64_t generation) {
  std::string mark;
  unsigned shard = 0;
  for (auto const& name : database_names(shards)) {
    Xapian::WritableDatabase database((place / name).string(), Xapian::DB_OPEN);
    // Two indexes may both have a generation 1, and a copied database keeps its UUID.
    if (mark.empty()) mark = std::to_string(generation) + ' ' + database.get_uuid();
    database.set_metadata(shard_mark_key, shard_mark(mark, ++shard));
    database.commit();
  }
  return mark;
}

} // namespace recap::index
