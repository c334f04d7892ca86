// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"

#include <string>

namespace recap::http {

/// Why a request does not reach the handler.
struct Refusal {
  unsigned status = 400;
  std::string detail; ///< one sentence for a person, without the peer's bytes in it
  NameValues headers; ///< fields that the status asks for, for example Allow
};

} // namespace recap::http
