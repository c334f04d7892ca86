// SPDX-License-Identifier: GPL-2.0-or-later
//
// Usage: recap-bench-empty THREADS
//
// Responds to everything with 4 KB: the cost of HTTP alone, and so the limit of every engine.
#include "bench/peers/servers/server.hpp"

#include <exception>
#include <iostream>

int main(int argc, char** argv) {
  try {
    std::size_t const threads = recap::bench::threads_argument({argv, argv + argc}, 1);
    constexpr std::size_t bytes = 4096;
    auto const handle = [](std::string_view) { return std::string(bytes, ' '); };
    recap::bench::serve(std::vector<recap::bench::Handler>(threads, handle));
    return 0;
  } catch (std::exception const& error) {
    std::cerr << "recap-bench-empty: " << error.what() << '\n';
    return 2;
  }
}
