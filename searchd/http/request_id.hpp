// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"

#include <cstdint>
#include <string>

namespace recap::http {

/// The names of requests, by which a line of a log is found that belongs to an answer. Of one
/// thread.
class RequestIds {
public:
  RequestIds();

  /// What the peer, mostly a proxy, says in X-Request-Id, if that is 1 to 64 letters, digits and
  /// `-._~:+/=`, which can do no harm where it is written; else one of 16 digits of hexadecimal
  /// that no other request is likely to have.
  [[nodiscard]] std::string of(NameValues const& extension_fields);

private:
  std::uint64_t next_;
};

} // namespace recap::http
