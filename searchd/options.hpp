// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/algolia.hpp"
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

/// What the command line and the file of --config say of recap-searchd.
struct Options {
  std::filesystem::path database;
  search::QueryLimits query;
  std::chrono::milliseconds search_budget{100};
  std::filesystem::path synonyms;   ///< empty = none
  std::filesystem::path pins;       ///< the same
  std::filesystem::path stop_words; ///< the same
  std::filesystem::path authors;    ///< names; the same
  std::filesystem::path keys;       ///< empty = everybody may ask for everything
  std::filesystem::path insights;   ///< file; empty = off
  bool is_unconfined = false;       ///< keeps all the files that its user may open
  bool is_public = false;           ///< other hosts may connect though there are no keys
  web::Options web;
  LogOptions logs;

  // As they were given.
  std::string listen = "127.0.0.1:8080";
  std::string admin_listen;
  std::filesystem::path search_key_file;
  std::filesystem::path logo_file;
  std::vector<std::string> shards;
  std::vector<std::string> trials; ///< `LEVER=FILE`, in place of serving
  unsigned shard_timeout_seconds = 10;

  // What read_options() makes of them.
  http::Options http;
  std::optional<http::Options> admin; ///< the address for admins
  api::AlgoliaOptions algolia;
  search::RemoteShards remote;
};

/// Tells `app` the options, which have to outlive it.
void add_options(CLI::App& app, Options& options);

/// Reads what stands in texts and files, when all options are there. Throws std::invalid_argument
/// that names the option and what it takes.
void read_options(Options& options);

} // namespace recap
