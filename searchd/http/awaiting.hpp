// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace recap::http {

/// Makes awaited operations return their error as the first value.
inline constexpr auto as_values = boost::asio::as_tuple(boost::asio::use_awaitable);

} // namespace recap::http
