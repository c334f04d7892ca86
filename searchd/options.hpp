// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/algolia_options.hpp"
#include "searchd/http/server.hpp"
#include "searchd/logging.hpp"
#include "searchd/search/match/remote_address.hpp"
#include "searchd/search/request.hpp"
#include "searchd/web/message.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace recap {

/// The options of recap-searchd, from the command line and --config.
struct Options {
  std::filesystem::path database;
  search::QueryLimits query;
  std::chrono::milliseconds search_budget{100};
  std::size_t answer_cache_megabytes = 16; ///< 0 = no cache
  std::filesystem::path synonyms;          ///< empty = none
  std::filesystem::path pins;              ///< the same
  std::filesystem::path stop_words;        ///< the same
  std::filesystem::path authors;           ///< the same
  std::filesystem::path keys;              ///< empty = no key is needed
  std::filesystem::path insights;          ///< file; empty = off
  bool is_unconfined = false;              ///< no Landlock, no seccomp
  bool is_public = false;                  ///< other hosts may connect without keys
  web::Options web;
  LogOptions logs;

  // As given.
  std::string listen = "127.0.0.1:8080";
  std::string admin_listen;
  std::filesystem::path search_key_file;
  std::filesystem::path logo_file;
  std::vector<std::string> shards;
  std::vector<std::string> trials; ///< `LEVER=FILE`, in place of serving
  unsigned shard_timeout_seconds = 10;

  // Set by read_options().
  http::Options http;
  std::optional<http::Options> admin; ///< the admin address
  api::AlgoliaOptions algolia;
  search::RemoteShards remote;
};

/// Declares the options; `options` must outlive `app`.
void add_options(CLI::App& app, Options& options);

/// Parses addresses and files, after the command line. Throws std::invalid_argument naming the
/// option and what it takes.
void read_options(Options& options);

} // namespace recap
