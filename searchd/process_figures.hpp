// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <prometheus/metric_family.h>

#include <filesystem>
#include <memory>
#include <vector>

namespace recap {

/// Resources used by the process (processor, memory, descriptors) and by its control group, version
/// 2 (processor and memory, with their limits). Names follow Prometheus' client libraries where
/// possible. Figures that the system does not provide are omitted. Not thread-safe.
class ProcessFigures {
public:
  /// Opens the files that it reads later, when the process may no longer open files.
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
