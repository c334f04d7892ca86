// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"
#include "searchd/http/request_id.hpp"
#include "searchd/http/request_parser.hpp"

#include <chrono>
#include <cstddef>
#include <string>

namespace recap::http {

/// The parts of a request to keep while another thread has it, and to report with its answer.
class Exchange {
public:
  Exchange() = default;

  /// Gives the request of `incoming` its id. `client`: the name of its client.
  Exchange(Incoming& incoming, std::string client, RequestIds& ids);

  [[nodiscard]] std::string const& client() const { return client_; }
  [[nodiscard]] std::string const& id() const { return id_; }

  /// Reports to `on_answered`, if it is set, that the answer has been sent.
  void tell(OnAnswered const& on_answered, unsigned status, std::size_t body_bytes) const;

private:
  using Clock = std::chrono::steady_clock;

  std::string client_;
  std::string method_;
  std::string target_;
  std::string id_;
  Clock::time_point begin_;
};

} // namespace recap::http
