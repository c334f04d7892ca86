// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <list>
#include <optional>
#include <string>
#include <unordered_map>

namespace recap::http {

/// Decides which request runs next. Clients are served in rotation, so that the requests of a busy
/// client wait only for each other. One more thread than `threads` serves only clients that have no
/// other request running, so that expensive requests of others cannot keep them waiting. Knows no
/// threads and no time; not thread-safe.
class WaitingLine {
public:
  using Ticket = std::uint64_t;

  /// `threads` serve all clients.
  explicit WaitingLine(std::size_t threads)
      : threads_(threads) {}

  /// Appends `ticket`, which must not be in the line, to those of its client.
  void add(Ticket ticket, std::string const& client);

  /// Takes the next ticket, which counts as running from then on; nullopt if none may run.
  std::optional<Ticket> take();

  /// Ends a running request of `client`.
  void finish(std::string const& client);

  /// Removes `ticket` of `client`; false if it is no longer waiting.
  bool remove(Ticket ticket, std::string const& client);

  /// Makes room for another ticket of `client`: removes the last one of the client with the most,
  /// if that has more than `client` would have. nullopt if there is no such client.
  std::optional<Ticket> displace(std::string const& client);

  /// Number of tickets that would be taken before another one of `client`.
  [[nodiscard]] std::size_t before(std::string const& client) const;

  [[nodiscard]] std::size_t waiting() const { return waiting_; }
  [[nodiscard]] std::size_t running() const { return running_; }

private:
  struct Client {
    std::string name;
    std::deque<Ticket> waiting;
    std::size_t running = 0;
  };
  using Clients = std::list<Client>; ///< in the order of rotation

  [[nodiscard]] Clients::iterator find(std::string const& client);
  void leave_if_done(Clients::iterator client);

  std::size_t threads_;
  Clients clients_;
  std::unordered_map<std::string, Clients::iterator> by_name_;
  std::size_t waiting_ = 0;
  std::size_t running_ = 0;
};

} // namespace recap::http
