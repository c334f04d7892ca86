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

/// Which request is answered next. Clients take turns, so that one with many requests waits behind
/// itself and not the others behind it. Besides the threads for all there is one for the clients
/// none of whose requests is being answered, so that those of others, however dear, do not keep
/// them waiting. Knows no threads and no time; not thread-safe.
class WaitingLine {
public:
  using Ticket = std::uint64_t;

  /// `threads` answer for all.
  explicit WaitingLine(std::size_t threads)
      : threads_(threads) {}

  /// Puts `ticket`, which is not in the line, behind the others of its client.
  void add(Ticket ticket, std::string const& client);

  /// Takes the next one, which is being answered from then on; none where none waits that may be.
  std::optional<Ticket> take();

  /// One of the requests of `client` that were taken has been answered.
  void finish(std::string const& client);

  /// Takes `ticket` of `client` out; false where it does not wait any more.
  bool remove(Ticket ticket, std::string const& client);

  /// Makes room for one more of `client` at the cost of a client with more requests than it would
  /// have then: takes out the last of whoever has most. None where no such client is.
  std::optional<Ticket> displace(std::string const& client);

  /// How many would be taken before one more of `client`.
  [[nodiscard]] std::size_t before(std::string const& client) const;

  [[nodiscard]] std::size_t waiting() const { return waiting_; }
  [[nodiscard]] std::size_t running() const { return running_; }

private:
  struct Client {
    std::string name;
    std::deque<Ticket> waiting;
    std::size_t running = 0;
  };
  using Clients = std::list<Client>; ///< in the order of their turns

  [[nodiscard]] Clients::iterator find(std::string const& client);
  void leave_if_done(Clients::iterator client);

  std::size_t threads_;
  Clients clients_;
  std::unordered_map<std::string, Clients::iterator> by_name_;
  std::size_t waiting_ = 0;
  std::size_t running_ = 0;
};

} // namespace recap::http
