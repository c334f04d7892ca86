// SPDX-License-Identifier: GPL-2.0-or-later
// Runs a target of tests/fuzz without libFuzzer, for a short run in CI: its inputs, then the same
// with simple changes. It does not observe the code under test, so script/fuzz finds more in more
// time.
#include "tests/fuzz/target.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace recap::fuzz {

void require(bool holds, char const* what) {
  if (holds) return;
  std::cerr << "not so: " << what << '\n';
  std::abort();
}

namespace {

constexpr std::size_t longest_input = std::size_t{1} << 20;
constexpr unsigned longest_seconds = 10; ///< for one input; as script/fuzz

/// Bytes and numbers on which code often branches.
constexpr std::array<unsigned char, 16> telling_bytes{
    0, 1, 0x7f, 0x80, 0xc0, 0xe0, 0xff, '"', '\\', '\n', '<', '-', '(', ':', '%', ' '};

/// Keeps the current input in a file, so that it survives a crash.
class Kept {
public:
  explicit Kept(std::string const& path)
      : path_(path)
      , file_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
    require(file_ >= 0, "the file for the input can be made");
  }
  ~Kept() {
    ::unlink(path_.c_str());
    ::close(file_);
  }
  Kept(Kept const&) = delete;
  Kept& operator=(Kept const&) = delete;

  void run(std::string const& input) const {
    auto const size = static_cast<ssize_t>(input.size());
    bool const is_kept =
        ::ftruncate(file_, size) == 0 && ::pwrite(file_, input.data(), input.size(), 0) == size;
    require(is_kept, "the input can be kept");
    ::alarm(longest_seconds);
    read(input);
  }

private:
  std::string path_;
  int file_;
};

class Mutator {
public:
  explicit Mutator(std::vector<std::string> seeds)
      : seeds_(std::move(seeds)) {}

  std::string next() {
    auto input = any_seed();
    for (auto left = below(8) + 1; left > 0; --left)
      change(input);
    input.resize(std::min(input.size(), longest_input));
    return input;
  }

private:
  std::size_t below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(chance_);
  }
  std::string const& any_seed() { return seeds_[below(seeds_.size())]; }
  char any_byte() {
    return static_cast<char>(below(2) == 0 ? telling_bytes.at(below(telling_bytes.size()))
                                           : below(256));
  }

  void change(std::string& input) {
    auto const at = below(input.size() + 1);
    auto const rest = input.size() - at;
    auto const count = std::min(rest, below(16) + 1);
    switch (below(7)) {
    case 0: input.insert(at, 1, any_byte()); break;
    case 1: input.erase(at, count); break;
    case 2: input.insert(at, input.substr(at, count)); break;
    case 3: input.resize(at); break;
    case 4: {
      auto const& other = any_seed();
      input.replace(at, count, other.substr(below(other.size() + 1), below(64)));
      break;
    }
    case 5:
      if (rest > 0) input[at] = static_cast<char>(input[at] ^ 1 << below(8));
      break;
    default:
      if (rest > 0) input[at] = any_byte();
    }
  }

  std::vector<std::string> seeds_;
  std::mt19937_64 chance_{1};
};

int run(std::chrono::seconds time, std::string const& kept_as,
        std::vector<std::string> const& files) {
  std::vector<std::string> seeds{""};
  for (auto const& name : files) {
    std::ifstream file(name, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    require(!file.bad() && seeds.back().size() <= longest_input, "a seed can be read");
  }
  Kept const kept(kept_as);
  for (auto const& seed : seeds)
    kept.run(seed);
  Mutator mutator(std::move(seeds));
  std::size_t count = 0;
  for (auto const end = std::chrono::steady_clock::now() + time;
       std::chrono::steady_clock::now() < end; ++count)
    kept.run(mutator.next());
  std::cout << count << " inputs\n";
  return 0;
}

} // namespace
} // namespace recap::fuzz

/// SECONDS, a file to keep the input after a crash, and seeds.
int main(int count, char* arguments[]) {
  std::vector<std::string> const given(arguments + 1, arguments + count);
  if (given.size() < 2) {
    std::cerr << "usage: PROGRAM SECONDS KEPT_INPUT [SEED]...\n";
    return 2;
  }
  return recap::fuzz::run(std::chrono::seconds(std::stoul(given[0])), given[1],
                          {given.begin() + 2, given.end()});
}
