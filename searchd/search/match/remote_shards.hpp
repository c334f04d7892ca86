// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/error.hpp"
#include "index/generation.hpp"
#include "searchd/search/match/remote_address.hpp"

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace recap::index {
class Segments;
}

namespace recap::search {

class Reader;

/// Names of the databases of `manifest` on other hosts. Throws index::Error(unavailable) for a
/// shard that the generation does not have.
[[nodiscard]] std::vector<std::string> names_elsewhere(RemoteShards const& remote,
                                                       index::Manifest const& manifest);

/// Opens the generation in `folder` for one thread; `segments`: of an unsharded generation, else
/// null. Throws Xapian::Error for a local shard, and index::Error(unavailable), naming shard and
/// address, for one that does not respond or is of another generation.
[[nodiscard]] std::unique_ptr<Reader> open_reader(std::filesystem::path const& folder,
                                                  index::Manifest const& manifest,
                                                  RemoteShards const& remote,
                                                  index::Segments const* segments);

/// The same error for a connection that failed later.
[[nodiscard]] index::Error unavailable(RemoteShards const& remote,
                                       Xapian::NetworkError const& error);

} // namespace recap::search
