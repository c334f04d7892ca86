// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/waiting_line.hpp"

#include "tests/catch.hpp"

#include <vector>

using recap::http::WaitingLine;
using Tickets = std::vector<WaitingLine::Ticket>;

namespace {

Tickets take_all(WaitingLine& line) {
  Tickets taken;
  while (auto const ticket = line.take())
    taken.push_back(*ticket);
  return taken;
}

} // namespace

TEST_CASE("requests of one client run in their order, as many at a time as there are threads") {
  WaitingLine line(2);
  for (WaitingLine::Ticket ticket = 1; ticket <= 3; ++ticket)
    line.add(ticket, "a");
  CHECK(take_all(line) == Tickets{1, 2});
  CHECK(line.running() == 2);
  CHECK(line.waiting() == 1);
  line.finish("a");
  CHECK(take_all(line) == Tickets{3});
}

TEST_CASE("clients take turns, however many requests one of them has") {
  WaitingLine line(100);
  for (WaitingLine::Ticket ticket = 1; ticket <= 4; ++ticket)
    line.add(ticket, "many");
  line.add(11, "few");
  line.add(12, "few");
  line.add(21, "one");
  CHECK(take_all(line) == Tickets{1, 11, 21, 2, 12, 3, 4});
}

TEST_CASE("a client without a running request does not wait for those of others") {
  WaitingLine line(2);
  for (WaitingLine::Ticket ticket = 1; ticket <= 4; ++ticket)
    line.add(ticket, "dear");
  CHECK(take_all(line) == Tickets{1, 2});
  line.add(11, "other");
  line.add(12, "other");
  line.add(21, "third");
  CHECK(take_all(line) == Tickets{11});
  line.finish("other");
  CHECK(take_all(line) == Tickets{21});
  line.finish("dear");
  CHECK(take_all(line) == Tickets{12});
  line.finish("third");
  CHECK(take_all(line).empty()); // the waiting ones are of the client that has a thread
  line.finish("dear");
  CHECK(take_all(line) == Tickets{3});
}

TEST_CASE("how many go before another request depends on its client") {
  WaitingLine line(0);
  for (WaitingLine::Ticket ticket = 1; ticket <= 10; ++ticket)
    line.add(ticket, "many");
  line.add(11, "few");
  CHECK(line.before("many") == 11);
  CHECK(line.before("few") == 3);
  CHECK(line.before("new") == 2);
}

TEST_CASE("a full line makes room at the cost of the client with the most in it") {
  WaitingLine line(0);
  for (WaitingLine::Ticket ticket = 1; ticket <= 3; ++ticket)
    line.add(ticket, "many");
  line.add(11, "few");
  CHECK(line.displace("new") == 3);
  CHECK_FALSE(line.displace("many"));
  CHECK_FALSE(line.displace("few"));
  CHECK(line.waiting() == 3);
}

TEST_CASE("a request leaves the line once") {
  WaitingLine line(1);
  line.add(1, "a");
  line.add(2, "a");
  CHECK(line.take() == 1);
  CHECK_FALSE(line.remove(1, "a"));
  CHECK(line.remove(2, "a"));
  CHECK_FALSE(line.remove(2, "a"));
  CHECK_FALSE(line.remove(3, "b"));
  line.finish("a");
  CHECK(line.running() + line.waiting() == 0);
  CHECK_FALSE(line.take());
}
