// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/confinement.hpp"

#include <linux/landlock.h>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <system_error>

namespace recap {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t read_file = LANDLOCK_ACCESS_FS_READ_FILE;
constexpr std::uint64_t read_all = read_file | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t truncate_file = 1ULL << 14; // of version 3; Debian 12's header has 2

[[noreturn]] void fail(char const* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

/// A file descriptor that closes itself.
class Descriptor {
public:
  explicit Descriptor(long number)
      : number_(static_cast<int>(number)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(Descriptor const&) = delete;
  Descriptor& operator=(Descriptor const&) = delete;
  [[nodiscard]] int number() const { return number_; }

private:
  int number_;
};

/// Every access to files that the kernel can restrict, by its version of Landlock.
std::uint64_t restrictable(long version) {
  std::uint64_t rights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
  if (version >= 2) rights |= LANDLOCK_ACCESS_FS_REFER;
  if (version >= 3) rights |= truncate_file;
  return rights;
}

void allow(Descriptor const& rules, fs::path const& place, std::uint64_t rights) {
  Descriptor const opened(::open(place.c_str(), O_PATH | O_CLOEXEC));
  struct stat status{};
  if (opened.number() < 0 || ::fstat(opened.number(), &status) != 0) return;
  if (!S_ISDIR(status.st_mode)) rights &= read_file;
  landlock_path_beneath_attr rule{};
  rule.allowed_access = rights;
  rule.parent_fd = opened.number();
  if (::syscall(SYS_landlock_add_rule, rules.number(), LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0)
    fail("landlock_add_rule");
}

} // namespace

bool confine(Files const& files) {
  auto const version = ::syscall(SYS_landlock_create_ruleset, nullptr, std::size_t{0},
                                 LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return false;
  landlock_ruleset_attr attributes{};
  attributes.handled_access_fs = restrictable(version);
  Descriptor const rules(::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0));
  if (rules.number() < 0) fail("landlock_create_ruleset");
  constexpr std::uint64_t make = read_all | LANDLOCK_ACCESS_FS_WRITE_FILE |
                                 LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG |
                                 LANDLOCK_ACCESS_FS_MAKE_SOCK | truncate_file;
  for (auto const& place : files.read)
    allow(rules, place, read_all);
#ifdef RECAP_SANITIZED // on exit, its leak checker lists the threads of the process
  allow(rules, "/proc", read_all);
#endif
  for (auto const& place : files.made)
    allow(rules, place, make & attributes.handled_access_fs);
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) fail("PR_SET_NO_NEW_PRIVS");
  if (::syscall(SYS_landlock_restrict_self, rules.number(), 0) != 0) fail("landlock_restrict_self");
  return true;
}

std::vector<fs::path> folders_of(fs::path const& file) {
  std::vector<fs::path> folders;
  std::error_code unknown;
  for (auto const& named :
       {fs::absolute(file).lexically_normal(), fs::weakly_canonical(file, unknown)}) {
    // The name of a folder may end in a slash.
    auto const folder = (named.has_filename() ? named : named.parent_path()).parent_path();
    if (!folder.empty() && folder != folder.root_path()) folders.push_back(folder);
  }
  return folders;
}

} // namespace recap
