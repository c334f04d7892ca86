// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/process_figures.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <algorithm>
#include <fstream>
#include <optional>
#include <string>

using namespace recap;

namespace {

void write(std::filesystem::path const& file, std::string const& content) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file) << content;
}

std::optional<double> value(ProcessFigures const& figures, std::string const& name) {
  auto const all = figures.collect();
  auto const found = std::ranges::find(all, name, &prometheus::MetricFamily::name);
  if (found == all.end()) return std::nullopt;
  auto const& metric = found->metric.at(0);
  return found->type == prometheus::MetricType::Counter ? metric.counter.value : metric.gauge.value;
}

} // namespace

TEST_CASE("a control group has processor and memory, and a limit if one is set") {
  tests::TemporaryFolder const folder;
  auto const proc = folder.path() / "proc";
  auto const group = folder.path() / "groups/system.slice/recap.service";
  write(proc / "self/cgroup", "1:name=systemd:/\n0::/system.slice/recap.service\n");
  write(proc / "self/status", "Name:\trecap\nVmRSS:\t    2048 kB\n");
  write(group / "cpu.stat", "usage_usec 2500000\nuser_usec 1\nthrottled_usec 500000\n");
  write(group / "memory.current", "4096\n");
  write(group / "memory.max", "max\n");
  ProcessFigures const figures(proc, folder.path() / "groups");
  CHECK(value(figures, "process_resident_memory_bytes") == 2048.0 * 1024);
  CHECK(value(figures, "recap_cgroup_cpu_seconds_total") == 2.5);
  CHECK(value(figures, "recap_cgroup_cpu_throttled_seconds_total") == 0.5);
  CHECK(value(figures, "recap_cgroup_memory_bytes") == 4096.0);
  CHECK_FALSE(value(figures, "recap_cgroup_memory_limit_bytes"));
  write(group / "memory.max", "8192\n");
  CHECK(value(figures, "recap_cgroup_memory_limit_bytes") == 8192.0);
}

TEST_CASE("figures that the system does not provide are left out") {
  tests::TemporaryFolder const folder;
  ProcessFigures const figures(folder.path(), folder.path());
  CHECK_FALSE(value(figures, "process_resident_memory_bytes"));
  CHECK_FALSE(value(figures, "process_open_fds"));
  CHECK_FALSE(value(figures, "recap_cgroup_memory_bytes"));
  CHECK(value(figures, "process_cpu_seconds_total") > 0.0);
  CHECK(value(figures, "process_max_fds") > 0.0);
}
