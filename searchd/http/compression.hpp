// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"

#include <cstddef>
#include <string_view>

namespace recap::http {

/// Smallest body to compress, in bytes: below this, the head of a response outweighs the gain.
inline constexpr std::size_t least_compressed_bytes = 1024;

/// Whether a client with this Accept-Encoding accepts gzip (RFC 9110, section 12.5.3).
[[nodiscard]] bool takes_gzip(std::string_view accept_encoding);

/// Compresses the body with gzip, if the client accepts it, and if it is text of at least
/// least_compressed_bytes that gets shorter. The ETag then becomes weak, because it identifies two
/// different sequences of bytes. Responses that could be compressed get a Vary field.
[[nodiscard]] Response compressed(Response response, std::string_view accept_encoding);

} // namespace recap::http
