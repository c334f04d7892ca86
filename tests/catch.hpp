// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// Catch2 2 (Debian 12) and 3 put their macros in different headers.
#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#else
#include <catch2/catch.hpp>
#endif
