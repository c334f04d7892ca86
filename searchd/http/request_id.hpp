// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"

#include <cstdint>
#include <string>

namespace recap::http {

/// Makes the ids of requests, which link a response to its lines in the logs. Not thread-safe.
class RequestIds {
public:
  RequestIds();

  /// The X-Request-Id of the peer, usually a proxy, if it is 1 to 64 letters, digits and
  /// `-._~:+/=`, which are harmless wherever they are written; else 16 hexadecimal digits that no
  /// other request is likely to have.
  [[nodiscard]] std::string of(NameValues const& extension_fields);

private:
  std::uint64_t next_;
};

} // namespace recap::http
