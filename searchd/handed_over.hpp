// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/server.hpp"

namespace recap {

/// If a service manager has passed a socket (sd_listen_fds(3)), sets `options` to listen on it, and
/// their address to that of the socket. The manager keeps the socket open when this program ends,
/// so clients that connect during a restart only wait. Throws std::invalid_argument for more than
/// one socket.
void take_handed_over(http::Options& options);

} // namespace recap
