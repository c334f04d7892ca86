// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"

#include <cstddef>
#include <string_view>

namespace recap::http {

/// Below this, in bytes, the head of an answer outweighs what compression saves of its body.
inline constexpr std::size_t least_compressed_bytes = 1024;

/// Whether a client that sends this Accept-Encoding takes gzip (RFC 9110, section 12.5.3).
[[nodiscard]] bool takes_gzip(std::string_view accept_encoding);

/// `response` with its body as gzip, where the client takes that and where it is text of
/// least_compressed_bytes or more that gets shorter. Its ETag then is weak, as the same one names
/// two sequences of bytes. What could be compressed says by Vary that it depends on the request.
[[nodiscard]] Response compressed(Response response, std::string_view accept_encoding);

} // namespace recap::http
