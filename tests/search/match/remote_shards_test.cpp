// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/reader.hpp"
#include "searchd/search/match/remote_shards.hpp"

#include "index/databases.hpp"
#include "tests/index/store_fixture.hpp"
#include "tests/search/small_index.hpp"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;
using index::error_of;

namespace {

using Names = std::vector<std::string>;

RemoteShards shard(unsigned number, std::uint16_t port = 1) {
  RemoteShards remote;
  remote.addresses[number] = {.host = "127.0.0.1", .port = port};
  return remote;
}

index::Manifest sharded(unsigned shards) {
  index::Manifest manifest;
  manifest.generation = 7;
  manifest.shards = shards;
  return manifest;
}

/// A port that nobody listens on while this exists.
class SilentPort {
public:
  SilentPort() {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t bytes = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    REQUIRE(::bind(socket_, any, bytes) == 0);
    REQUIRE(::getsockname(socket_, any, &bytes) == 0);
    number_ = ntohs(address.sin_port);
  }
  ~SilentPort() { ::close(socket_); }
  SilentPort(SilentPort const&) = delete;
  SilentPort& operator=(SilentPort const&) = delete;
  [[nodiscard]] std::uint16_t number() const { return number_; }

private:
  int socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
  std::uint16_t number_ = 0;
};

std::vector<std::string> const lines{R"({"id":"a","title":"A","text":"one"})",
                                     R"({"id":"b","title":"B","text":"two"})",
                                     R"({"id":"c","title":"C","text":"three"})"};

bool says(index::Error const& error, std::string_view part) {
  return std::string(error.what()).find(part) != std::string::npos;
}

} // namespace

TEST_CASE("databases on other hosts are named by their shards") {
  CHECK(names_elsewhere({}, sharded(3)).empty());
  CHECK(names_elsewhere(shard(2), sharded(3)) == Names{index::database_names(3)[1]});
  CHECK(names_elsewhere(shard(3), sharded(3)) == Names{index::database_names(3)[2]});
  auto const beyond = error_of([] { static_cast<void>(names_elsewhere(shard(4), sharded(3))); });
  CHECK(beyond.code() == index::ErrorCode::unavailable);
  CHECK(says(beyond, "shard 4 at 127.0.0.1:1: generation 7 has shards 1 to 3; "));
  auto const single = error_of([] { static_cast<void>(names_elsewhere(shard(1), sharded(1))); });
  CHECK(says(single, "shard 1 at 127.0.0.1:1: generation 7 is one database, not shards"));
}

TEST_CASE("the shards of a generation are read as one, and a single one from its segments") {
  for (unsigned const shards : {1U, 3U}) {
    INFO(shards);
    tests::SmallIndex const index(lines, shards);
    auto const manifest = index.store().open_current();
    auto const folder = index.store().generation_folder(manifest.generation);
    std::optional<index::Segments> segments;
    if (shards == 1) segments.emplace(folder, manifest.segments);
    auto const reader = open_reader(folder, manifest, {}, segments ? &*segments : nullptr);
    CHECK(reader->articles() == 3);
    for (std::string const id : {"a", "b", "c"})
      CHECK(reader->fields(reader->document(id)).id == id);
  }
}

TEST_CASE("a shard that does not respond is named, with its address and the reason") {
  tests::SmallIndex const index(lines, 2);
  auto const manifest = index.store().open_current();
  auto const folder = index.store().generation_folder(manifest.generation);
  SilentPort const port;
  auto const error = error_of(
      [&] { static_cast<void>(open_reader(folder, manifest, shard(2, port.number()), nullptr)); });
  CHECK(error.code() == index::ErrorCode::unavailable);
  CHECK(
      says(error, "shard 2 at 127.0.0.1:" + std::to_string(port.number()) + " does not respond: "));
}

TEST_CASE("a connection that fails later is that of the shard at its address") {
  Xapian::NetworkError const known("Connection closed", "remote:tcp(127.0.0.1:1)", ECONNRESET);
  auto const error = unavailable(shard(3), known);
  CHECK(error.code() == index::ErrorCode::unavailable);
  CHECK(std::string(error.what()) == "shard 3 at 127.0.0.1:1 does not respond: Connection closed "
                                     "(Connection reset by peer)");
  Xapian::NetworkError const longer("Timeout", "remote:tcp(127.0.0.1:12)");
  CHECK(std::string(unavailable(shard(3), longer).what()) ==
        "a shard on another host does not respond: Timeout");
}
