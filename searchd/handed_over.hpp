// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/server.hpp"

namespace recap {

/// Has `options` listen on the socket that a service manager handed over, if there is one, by the
/// protocol of sd_listen_fds(3), and tells them its address. It stays open there when this program
/// ends, so that who connects between two programs only waits. Throws std::invalid_argument for
/// more than one socket.
void take_handed_over(http::Options& options);

} // namespace recap
