// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/report/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <sstream>

namespace recap::indexer {
namespace {

using namespace std::chrono_literals;

constexpr auto bar_interval = 100ms;
constexpr auto line_interval = 5s;
constexpr std::uint64_t bar_width = 24;

} // namespace

Progress::Form Progress::form_for_standard_error() {
  return ::isatty(STDERR_FILENO) != 0 ? Form::bar : Form::lines;
}

void Progress::begin(std::uint64_t bytes) {
  total_ = bytes;
  bytes_ = articles_ = 0;
  begun_ = drawn_ = now_();
}

void Progress::advance(std::uint64_t bytes, std::uint64_t articles) {
  bytes_ += bytes;
  articles_ += articles;
  if (form_ == Form::none) return;
  auto const now = now_();
  if (now - drawn_ < (form_ == Form::bar ? Clock::duration(bar_interval) : line_interval)) return;
  drawn_ = now;
  draw(text());
}

void Progress::enter(std::string const& phase) {
  if (form_ == Form::none || !shown_) return;
  draw(phase);
}

void Progress::end() {
  if (form_ == Form::bar && shown_) std::cerr << "\r\x1b[K" << std::flush;
  shown_ = false;
}

std::string Progress::text() const {
  double const seconds = std::chrono::duration<double>(now_() - begun_).count();
  double const share =
      total_ == 0 ? 0 : std::min(1.0, static_cast<double>(bytes_) / static_cast<double>(total_));
  std::ostringstream out;
  if (form_ == Form::bar) {
    auto const done = static_cast<std::uint64_t>(share * static_cast<double>(bar_width));
    out << '[' << std::string(done, '#') << std::string(bar_width - done, ' ') << "] ";
  }
  out << std::fixed << std::setprecision(0) << share * 100 << " %, " << articles_ << " articles, "
      << static_cast<double>(articles_) / std::max(seconds, 0.001) << "/s, " << std::setprecision(1)
      << static_cast<double>(bytes_) / 1e6 / std::max(seconds, 0.001) << " MB/s";
  if (share > 0) out << ", " << std::setprecision(0) << seconds * (1 - share) / share << " s left";
  return out.str();
}

void Progress::draw(std::string const& text) {
  shown_ = true;
  if (form_ == Form::bar) {
    std::cerr << '\r' << text << "\x1b[K" << std::flush;
  } else {
    std::cerr << "recap-indexer: " << text << std::endl;
  }
}

} // namespace recap::indexer
