// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/last_resort.hpp"

#include <xapian.h>

#include <cstdlib>
#include <exception>
#include <utility>

namespace recap::indexer {
namespace {

std::function<void(std::string const&)> last_act;

std::string reason_of(std::exception_ptr const& thrown) {
  try {
    if (thrown) std::rethrow_exception(thrown);
  } catch (Xapian::Error const& error) {
    return error.get_msg() + " " + (error.get_error_string() ? error.get_error_string() : "");
  } catch (std::exception const& error) {
    return error.what();
  } catch (...) {
    return "unknown exception";
  }
  return "the program cannot continue";
}

[[noreturn]] void end() {
  std::set_terminate(std::abort);
  last_act(reason_of(std::current_exception()));
  std::_Exit(2);
}

} // namespace

LastResort::LastResort(std::function<void(std::string const&)> act) {
  last_act = std::move(act);
  std::set_terminate(end);
}

LastResort::~LastResort() {
  std::set_terminate(std::abort);
  last_act = nullptr;
}

} // namespace recap::indexer
