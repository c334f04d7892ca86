// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <prometheus/metric_family.h>

#include <filesystem>
#include <memory>
#include <vector>

namespace recap {

/// What the process takes of the machine: processor, memory and descriptors, and of its control
/// group (version 2) processor and memory with their limits. Names are those that Prometheus's own
/// libraries use, where they have one. What the system does not tell is not there. Not thread-safe.
class ProcessFigures {
public:
  /// Opens the files that it reads later, when the process may have given up opening any.
  explicit ProcessFigures(std::filesystem::path const& proc = "/proc",
                          std::filesystem::path const& groups = "/sys/fs/cgroup");
  ~ProcessFigures();
  ProcessFigures(ProcessFigures const&) = delete;
  ProcessFigures& operator=(ProcessFigures const&) = delete;

  [[nodiscard]] std::vector<prometheus::MetricFamily> collect() const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace recap
