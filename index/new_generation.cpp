// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/checksum.hpp"
#include "index/fields.hpp"
#include "index/generation.hpp"
#include "index/manifest.hpp"
#include "text/analyser.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <fstream>
#include <system_error>

namespace recap::index {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void unwritable(fs::path const& place, std::error_code const& error) {
  throw Error(ErrorCode::unwritable, place.string() + ": " + error.message() +
                                         "; free space or change permissions, then index again");
}

std::error_code last_error() {
  return {errno, std::generic_category()};
}

void sync(fs::path const& place) {
  int const descriptor = ::open(place.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) unwritable(place, last_error());
  int const result = ::fsync(descriptor);
  auto const error = last_error();
  ::close(descriptor);
  if (result != 0) unwritable(place, error);
}

void write_synced(fs::path const& file, std::string const& content) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << content;
  out.close();
  if (!out) unwritable(file, last_error());
  sync(file);
}

void move_over(fs::path const& from, fs::path const& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) unwritable(to, error);
}

std::string now() {
  std::time_t const seconds = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  char text[sizeof "2023-01-30T00:00:00Z"];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text;
}

/// Syncs every file and folder below `folder` and lists the files. The `linked` ones are already on
/// disk and listed.
std::vector<ManifestFile> seal(fs::path const& folder, std::vector<ManifestFile> const& linked) {
  std::vector<ManifestFile> files = linked;
  for (auto const& entry : fs::recursive_directory_iterator(folder)) {
    auto const name = fs::relative(entry.path(), folder).generic_string();
    if (std::ranges::find(linked, name, &ManifestFile::name) != linked.end()) continue;
    sync(entry.path());
    if (!entry.is_regular_file()) continue;
    files.push_back(
        {.name = name, .bytes = entry.file_size(), .xxh3 = checksum_of_file(entry.path())});
  }
  std::ranges::sort(files, {}, &ManifestFile::name);
  return files;
}

std::uint64_t next_number(Store const& store) {
  auto const numbers = store.generations();
  std::uint64_t const highest = numbers.empty() ? 0 : numbers.back();
  return std::max(highest, store.current_if_readable().value_or(0)) + 1;
}

/// Atomically switches CURRENT to the generation in the folder `published`.
void point_current_to(fs::path const& published) {
  auto const folder = published.parent_path();
  auto const next = folder / "CURRENT.new";
  write_synced(next, published.filename().string() + '\n');
  // The generation's own name must be on disk before anything points to it.
  sync(folder);
  move_over(next, folder / "CURRENT");
}

/// Keeps the previous generation whatever its number: after a rollback, newer ones are not better.
void remove_old(Store const& store, std::uint64_t current, std::optional<std::uint64_t> before,
                unsigned keep) {
  auto numbers = store.generations();
  std::size_t const kept = std::max(keep, 1U);
  if (numbers.size() <= kept) return;
  std::size_t surplus = numbers.size() - kept;
  for (auto const number : numbers) {
    if (surplus == 0) break;
    if (number == current || (number == before && kept > 1)) continue;
    --surplus;
    // Renamed to a draft first: if the removal is interrupted, the next run sweeps the rest.
    auto const folder = store.generation_folder(number);
    auto const litter = folder.string() + std::string(draft_suffix);
    std::error_code error;
    fs::rename(folder, litter, error);
    std::error_code ignored; // a leftover only costs space; the next run tries again
    fs::remove_all(error ? folder : fs::path(litter), ignored);
  }
}

} // namespace

void switch_current(Store const& store, std::uint64_t number) {
  point_current_to(store.generation_folder(number));
  sync(store.folder());
}

NewGeneration::NewGeneration(Store const& store)
    : store_(store)
    , number_(next_number(store)) {
  folder_ = store_.generation_folder(number_).string() + std::string(draft_suffix);
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error) unwritable(folder_, error);
}

NewGeneration::~NewGeneration() {
  std::error_code ignored; // after publish() it is already gone
  fs::remove_all(folder_, ignored);
}

void NewGeneration::share(fs::path const& folder, ManifestFile const& file) {
  std::error_code error;
  fs::create_hard_link(folder / file.name, folder_ / file.name, error);
  if (!error) {
    linked_.push_back(file);
    return;
  }
  fs::copy_file(folder / file.name, folder_ / file.name, error);
  if (error) unwritable(folder_ / file.name, error);
}

void NewGeneration::publish(Manifest manifest, unsigned keep) {
  manifest.schema = schema_version;
  manifest.analyser = text::analyser_version;
  manifest.generation = number_;
  manifest.created = now();
  try {
    manifest.files = seal(folder_, linked_);
  } catch (fs::filesystem_error const& error) {
    unwritable(folder_, error.code());
  }
  write_synced(folder_ / manifest_name, to_json(manifest));
  sync(folder_);
  auto const published = store_.generation_folder(number_);
  auto const before = store_.current_if_readable();
  move_over(folder_, published);
  try {
    point_current_to(published);
  } catch (Error const&) {
    std::error_code ignored; // nothing points to it, and it would waste a full disk
    fs::remove_all(published, ignored);
    throw;
  }
  sync(store_.folder());
  remove_old(store_, number_, before, keep);
}

} // namespace recap::index
