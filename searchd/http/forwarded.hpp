// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/address.hpp"

#include <string>

namespace recap::http {

/// What proxies say of where a request comes from: the values as sent, those of several lines
/// joined by commas; empty where there is no such field.
struct ForwardedFields {
  std::string forwarded;       ///< RFC 7239
  std::string x_forwarded_for; ///< a list of addresses
};

/// Where a request comes from that `peer` has sent. A proxy appends the address that it was asked
/// from, and what stands before that may be anybody's invention: from the right, the first address
/// that is not `trusted`. That is `peer` itself where it is not trusted or says nothing.
///
/// Where an entry cannot be read, it is the proxy that wrote it. A proxy mostly writes one of the
/// two fields and passes on what a client wrote into the other: where both are there and do not
/// agree, it is `peer`.
[[nodiscard]] Address client_address(Address const& peer, ForwardedFields const& fields,
                                     Networks const& trusted);

} // namespace recap::http
