// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/address.hpp"

#include <string>

namespace recap::http {

/// What proxies report about the origin of a request: the values as sent, several fields joined by
/// commas; empty if the field is missing.
struct ForwardedFields {
  std::string forwarded;       ///< RFC 7239
  std::string x_forwarded_for; ///< a list of addresses
};

/// The client that sent the request which `peer` has passed on. A proxy appends the address of its
/// client, and anything before that may be forged. The client is therefore the first address from
/// the right that is not `trusted`, or `peer` itself if that is not trusted or reports nothing.
///
/// If an entry cannot be parsed, the client is the proxy that wrote it. Most proxies write one of
/// the two fields and pass the other on unchanged: if both are present and differ, the client is
/// `peer`.
[[nodiscard]] Address client_address(Address const& peer, ForwardedFields const& fields,
                                     Networks const& trusted);

} // namespace recap::http
