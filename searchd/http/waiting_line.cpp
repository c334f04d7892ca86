// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/waiting_line.hpp"

#include <algorithm>

namespace recap::http {

WaitingLine::Clients::iterator WaitingLine::find(std::string const& client) {
  auto const found = by_name_.find(client);
  return found == by_name_.end() ? clients_.end() : found->second;
}

void WaitingLine::leave_if_done(Clients::iterator client) {
  if (client->running > 0 || !client->waiting.empty()) return;
  by_name_.erase(client->name);
  clients_.erase(client);
}

void WaitingLine::add(Ticket ticket, std::string const& client) {
  auto at = find(client);
  if (at == clients_.end()) {
    at = clients_.insert(clients_.end(), Client{client, {}, 0});
    by_name_.emplace(client, at);
  }
  at->waiting.push_back(ticket);
  ++waiting_;
}

std::optional<WaitingLine::Ticket> WaitingLine::take() {
  if (running_ > threads_) return std::nullopt;
  bool const for_all = running_ < threads_;
  auto const next = std::ranges::find_if(clients_, [&](Client const& client) {
    return !client.waiting.empty() && (for_all || client.running == 0);
  });
  if (next == clients_.end()) return std::nullopt;
  auto const ticket = next->waiting.front();
  next->waiting.pop_front();
  --waiting_;
  ++next->running;
  ++running_;
  clients_.splice(clients_.end(), clients_, next);
  return ticket;
}

void WaitingLine::finish(std::string const& client) {
  auto const at = find(client);
  --at->running;
  --running_;
  leave_if_done(at);
}

bool WaitingLine::remove(Ticket ticket, std::string const& client) {
  auto const at = find(client);
  if (at == clients_.end() || std::erase(at->waiting, ticket) == 0) return false;
  --waiting_;
  leave_if_done(at);
  return true;
}

std::optional<WaitingLine::Ticket> WaitingLine::displace(std::string const& client) {
  auto const own = find(client);
  std::size_t const with_this = own == clients_.end() ? 1 : own->waiting.size() + 1;
  auto const most =
      std::ranges::max_element(clients_, {}, [](Client const& one) { return one.waiting.size(); });
  if (most == clients_.end() || most->waiting.size() <= with_this) return std::nullopt;
  auto const ticket = most->waiting.back();
  most->waiting.pop_back();
  --waiting_;
  leave_if_done(most);
  return ticket;
}

std::size_t WaitingLine::before(std::string const& client) const {
  auto const own = by_name_.find(client);
  std::size_t const turns = own == by_name_.end() ? 1 : own->second->waiting.size() + 1;
  std::size_t count = turns - 1;
  for (auto const& other : clients_) {
    if (own == by_name_.end() || &other != &*own->second)
      count += std::min(other.waiting.size(), turns);
  }
  return count;
}

} // namespace recap::http
