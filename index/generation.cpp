// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/generation.hpp"

#include "index/checksum.hpp"
#include "index/manifest.hpp"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <fstream>
#include <functional>
#include <future>
#include <sstream>
#include <system_error>
#include <vector>

namespace recap::index {
namespace {

constexpr std::string_view folder_prefix = "gen-";

std::optional<std::uint64_t> number_of(std::string_view name) {
  if (!name.starts_with(folder_prefix)) return std::nullopt;
  name.remove_prefix(folder_prefix.size());
  std::uint64_t number = 0;
  auto const [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size() || number == 0) return std::nullopt;
  return number;
}

std::optional<std::string> read_file(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream content;
  if (!in || !(content << in.rdbuf())) return std::nullopt;
  return std::move(content).str();
}

void check(std::filesystem::path const& folder, ManifestFile const& file) {
  auto const path = folder / file.name;
  std::error_code error;
  auto const bytes = std::filesystem::file_size(path, error);
  std::string const advice =
      "; index again with --rebuild, or point CURRENT to an earlier generation";
  if (error) throw Error(ErrorCode::damaged, path.string() + ": missing" + advice);
  if (bytes != file.bytes) {
    throw Error(ErrorCode::damaged, path.string() + ": " + std::to_string(bytes) +
                                        " bytes instead of " + std::to_string(file.bytes) + advice);
  }
  if (checksum_of_file(path) != file.xxh3) {
    throw Error(ErrorCode::damaged,
                path.string() + ": content has changed since it was written" + advice);
  }
}

/// Checks `files` with up to `threads` threads. Throws one of the errors found.
void check(std::filesystem::path const& folder, std::vector<ManifestFile const*> const& files,
           unsigned threads) {
  std::atomic<std::size_t> next = 0;
  auto const check_next = [&] {
    for (auto i = next++; i < files.size(); i = next++)
      check(folder, *files[i]);
  };
  std::vector<std::future<void>> others; // each is waited for when it is destroyed
  try {
    while (others.size() + 1 < std::min<std::size_t>(threads, files.size()))
      others.push_back(std::async(std::launch::async, check_next));
  } catch (std::system_error const&) { // fewer threads are only slower
  }
  check_next();
  for (auto& other : others)
    other.get();
}

} // namespace

std::filesystem::path Store::generation_folder(std::uint64_t number) const {
  std::string digits = std::to_string(number);
  constexpr std::size_t least_digits = 4;
  if (digits.size() < least_digits) digits.insert(0, least_digits - digits.size(), '0');
  return folder_ / (std::string(folder_prefix) + digits);
}

std::optional<std::uint64_t> Store::current() const {
  auto const file = folder_ / "CURRENT";
  std::error_code error;
  if (!std::filesystem::exists(file, error) && !error) return std::nullopt;
  auto content = read_file(file);
  if (!content) throw Error(ErrorCode::damaged, file.string() + ": cannot be read");
  if (content->ends_with('\n')) content->pop_back();
  auto const number = number_of(*content);
  if (!number) {
    throw Error(ErrorCode::damaged,
                file.string() +
                    ": names no generation; write the name of one (gen-0001) into it, or "
                    "index again with --rebuild");
  }
  return number;
}

std::optional<std::uint64_t> Store::current_if_readable() const {
  // GCC 12.2 drops the initial value of an optional that a call within `try` assigns, also if the
  // call throws. A return from the handler has a value.
  try {
    return current();
  } catch (Error const&) {
    return std::nullopt;
  }
}

std::optional<std::filesystem::file_time_type> Store::switched() const {
  std::error_code error;
  auto const time = std::filesystem::last_write_time(folder_ / "CURRENT", error);
  if (error) return std::nullopt;
  return time;
}

Manifest Store::open_current() const {
  auto const number = current();
  if (!number) {
    throw Error(ErrorCode::absent, folder_.string() +
                                       ": no index here; make one with recap-indexer --db " +
                                       folder_.string() + " SOURCE");
  }
  return open(*number);
}

Manifest Store::open(std::uint64_t number, std::span<std::string const> elsewhere) const {
  Manifest manifest = read(number);
  std::vector<ManifestFile const*> here;
  for (ManifestFile const& row : manifest.files) {
    bool const is_here = std::ranges::none_of(
        elsewhere, [&](auto const& name) { return row.name.starts_with(name + '/'); });
    if (is_here) here.push_back(&row);
  }
  // A large file left for the end would be waited for.
  std::ranges::stable_sort(here, std::greater(), &ManifestFile::bytes);
  check(generation_folder(number), here, threads_);
  return manifest;
}

Manifest Store::read(std::uint64_t number) const {
  auto const file = generation_folder(number) / manifest_name;
  auto const content = read_file(file);
  if (!content) {
    throw Error(ErrorCode::damaged,
                file.string() +
                    ": missing; index again with --rebuild, or point CURRENT to an earlier "
                    "generation");
  }
  return from_json(*content, file);
}

std::vector<std::uint64_t> Store::generations() const {
  std::vector<std::uint64_t> numbers;
  std::error_code error;
  for (auto const& entry : std::filesystem::directory_iterator(folder_, error)) {
    if (auto const number = number_of(entry.path().filename().string())) numbers.push_back(*number);
  }
  std::ranges::sort(numbers);
  return numbers;
}

} // namespace recap::index
