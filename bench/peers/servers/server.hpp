// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// A server around engines that are libraries, so that all peers are queried over HTTP.
namespace recap::bench {

/// Returns the body of the response (JSON) to a request's target, `/path?query`, or throws.
using Handler = std::function<std::string(std::string_view target)>;

/// Serves HTTP/1.1 on a free port of 127.0.0.1 and prints `listening on http://ADDRESS:PORT`. Each
/// handler has its own thread; connections are assigned to threads in rotation. The message of an
/// exception is the body of a 500. Returns on SIGTERM or SIGINT.
void serve(std::vector<Handler> handlers);

/// The decoded value of a parameter in a target's query; empty if it is missing.
std::string parameter(std::string_view target, std::string_view name);

/// The part of a target after its first `?`.
std::string_view query_of(std::string_view target);

/// The command line's number of threads at `place`, 1 to 64; throws std::invalid_argument.
std::size_t threads_argument(std::vector<std::string_view> const& arguments, std::size_t place);

} // namespace recap::bench
