// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/remote_shards.hpp"

#include "index/databases.hpp"
#include "searchd/search/match/reader.hpp"

namespace recap::search {
namespace {

using index::Error;
using index::ErrorCode;

std::string named(unsigned shard, RemoteAddress const& address) {
  return "shard " + std::to_string(shard) + " at " + address.host + ':' +
         std::to_string(address.port);
}

Error silent(std::string const& shard, Xapian::NetworkError const& error) {
  std::string const reason = error.get_error_string() ? error.get_error_string() : "";
  return {ErrorCode::unavailable, shard + " does not respond: " + error.get_msg() +
                                      (reason.empty() ? "" : " (" + reason + ")")};
}

Xapian::Database open_remote(unsigned shard, RemoteAddress const& address,
                             index::Manifest const& manifest, RemoteShards const& remote) {
  auto const milliseconds = static_cast<unsigned>(remote.timeout.count());
  try {
    auto database = Xapian::Remote::open(address.host, address.port, milliseconds, milliseconds);
    if (database.get_metadata(index::shard_mark_key) != index::shard_mark(manifest.mark, shard)) {
      throw Error(ErrorCode::unavailable, named(shard, address) + " serves another shard or " +
                                              "generation than shard " + std::to_string(shard) +
                                              " of generation " +
                                              std::to_string(manifest.generation));
    }
    return database;
  } catch (Xapian::NetworkError const& error) {
    throw silent(named(shard, address), error);
  }
}

} // namespace

std::vector<std::string> names_elsewhere(RemoteShards const& remote,
                                         index::Manifest const& manifest) {
  auto const names = index::database_names(manifest.shards);
  std::vector<std::string> elsewhere;
  for (auto const& [shard, address] : remote.addresses) {
    if (manifest.shards == 1 || shard > manifest.shards) {
      throw Error(ErrorCode::unavailable,
                  named(shard, address) + ": generation " + std::to_string(manifest.generation) +
                      (manifest.shards == 1
                           ? " is one database, not shards"
                           : " has shards 1 to " + std::to_string(manifest.shards)) +
                      "; index with another --shards, or start without this --shard");
    }
    elsewhere.push_back(names[shard - 1]);
  }
  return elsewhere;
}

std::unique_ptr<Reader> open_reader(std::filesystem::path const& folder,
                                    index::Manifest const& manifest, RemoteShards const& remote,
                                    index::Segments const* segments) {
  if (segments != nullptr)
    return std::make_unique<Reader>(Xapian::Database((folder / index::database_name).string()),
                                    *segments);
  Xapian::Database shards;
  unsigned number = 0;
  for (auto const& name : index::database_names(manifest.shards)) {
    auto const elsewhere = remote.addresses.find(++number);
    shards.add_database(elsewhere == remote.addresses.end()
                            ? Xapian::Database((folder / name).string())
                            : open_remote(number, elsewhere->second, manifest, remote));
  }
  return std::make_unique<Reader>(std::move(shards), !remote.addresses.empty());
}

Error unavailable(RemoteShards const& remote, Xapian::NetworkError const& error) {
  // The context is `remote:tcp(HOST:PORT)`.
  for (auto const& [shard, address] : remote.addresses) {
    auto const place = '(' + address.host + ':' + std::to_string(address.port) + ')';
    if (error.get_context().find(place) != std::string::npos)
      return silent(named(shard, address), error);
  }
  return silent("a shard on another host", error);
}

} // namespace recap::search
