// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/process_figures.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

namespace recap {
namespace {

namespace fs = std::filesystem;
using prometheus::MetricFamily;
using prometheus::MetricType;

constexpr double microseconds = 1e6;

/// A file of the kernel, whose content may differ on each read.
class KernelFile {
public:
  explicit KernelFile(fs::path const& path)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~KernelFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  KernelFile(KernelFile const&) = delete;
  KernelFile& operator=(KernelFile const&) = delete;

  [[nodiscard]] std::string content() const {
    std::array<char, 4096> bytes{};
    auto const count = descriptor_ < 0 ? -1 : ::pread(descriptor_, bytes.data(), bytes.size(), 0);
    return count > 0 ? std::string(bytes.data(), static_cast<std::size_t>(count)) : std::string();
  }

  /// The number at the beginning of the text, or the one after `name`.
  [[nodiscard]] std::optional<double> number(std::string_view name = {}) const {
    auto const text = content();
    std::size_t at = 0;
    if (!name.empty()) {
      auto const line = text.find(name);
      if (line == std::string::npos) return std::nullopt;
      at = text.find_first_not_of(": \t", line + name.size());
      if (at == std::string::npos) return std::nullopt;
    }
    std::uint64_t number = 0;
    auto const* const end = text.data() + text.size();
    if (std::from_chars(text.data() + at, end, number).ec != std::errc()) return std::nullopt;
    return static_cast<double>(number);
  }

private:
  int descriptor_;
};

/// `0::/system.slice/recap.service` in a process's file is relative to where groups are mounted.
fs::path group_of_process(fs::path const& proc, fs::path const& groups) {
  std::ifstream file(proc / "self/cgroup");
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("0::/")) return groups / line.substr(4);
  }
  return groups;
}

void add(std::vector<MetricFamily>& families, std::string const& name, std::string const& help,
         MetricType type, std::optional<double> value) {
  if (!value) return;
  prometheus::ClientMetric metric;
  if (type == MetricType::Counter) {
    metric.counter.value = *value;
  } else {
    metric.gauge.value = *value;
  }
  families.push_back({.name = name, .help = help, .type = type, .metric = {metric}});
}

std::optional<double> over(std::optional<double> number, double divisor) {
  return number ? std::optional(*number / divisor) : std::nullopt;
}

double started_now() {
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME, &now);
  return static_cast<double>(now.tv_sec);
}

double processor_seconds() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  auto const seconds = [](timeval const& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / microseconds;
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

std::optional<double> most_descriptors() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return std::nullopt;
  return static_cast<double>(limit.rlim_cur);
}

} // namespace

struct ProcessFigures::State {
  State(fs::path const& proc, fs::path const& group)
      : status(proc / "self/status")
      , descriptors(::opendir((proc / "self/fd").c_str()))
      , processor(group / "cpu.stat")
      , memory(group / "memory.current")
      , most_memory(group / "memory.max") {}
  ~State() {
    if (descriptors != nullptr) ::closedir(descriptors);
  }
  State(State const&) = delete;
  State& operator=(State const&) = delete;

  [[nodiscard]] std::optional<double> open_descriptors() const {
    if (descriptors == nullptr) return std::nullopt;
    ::rewinddir(descriptors);
    double count = 0;
    while (auto const* const entry = ::readdir(descriptors)) {
      if (entry->d_name[0] != '.') ++count;
    }
    return count;
  }

  KernelFile status;
  DIR* descriptors;
  KernelFile processor;
  KernelFile memory;
  KernelFile most_memory;
  double started = started_now();
};

ProcessFigures::ProcessFigures(fs::path const& proc, fs::path const& groups)
    : state_(std::make_unique<State>(proc, group_of_process(proc, groups))) {}

ProcessFigures::~ProcessFigures() = default;

std::vector<MetricFamily> ProcessFigures::collect() const {
  constexpr double kibibytes = 1.0 / 1024;
  constexpr auto counter = MetricType::Counter;
  constexpr auto gauge = MetricType::Gauge;
  auto const& state = *state_;
  std::vector<MetricFamily> all;
  add(all, "process_cpu_seconds_total", "Processor time used", counter, processor_seconds());
  add(all, "process_resident_memory_bytes", "Memory that is in use and in RAM", gauge,
      over(state.status.number("VmRSS"), kibibytes));
  add(all, "process_open_fds", "File descriptors open", gauge, state.open_descriptors());
  add(all, "process_max_fds", "File descriptors that may be open", gauge, most_descriptors());
  add(all, "process_start_time_seconds", "When the process started", gauge, state.started);
  add(all, "recap_cgroup_cpu_seconds_total", "Processor time of the control group", counter,
      over(state.processor.number("usage_usec"), microseconds));
  add(all, "recap_cgroup_cpu_throttled_seconds_total", "Time it had to wait for its quota", counter,
      over(state.processor.number("throttled_usec"), microseconds));
  add(all, "recap_cgroup_memory_bytes", "Memory of the control group, with cached files", gauge,
      state.memory.number());
  add(all, "recap_cgroup_memory_limit_bytes", "Its limit, where there is one", gauge,
      state.most_memory.number());
  return all;
}

} // namespace recap
