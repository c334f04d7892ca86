// SPDX-License-Identifier: GPL-2.0-or-later
//
// Usage: recap-bench-fts5 FILE.sqlite THREADS
//
// SQLite FTS5 over HTTP: `/?match=EXPRESSION&limit=10` returns the best hits with title and
// snippet; with `&count=1` also how many articles match, which costs SQLite a second query and is
// not requested during measurements. The table is `articles(id, title, text)`. Each thread has a
// connection of its own and its statements prepared.
#include "bench/peers/servers/server.hpp"

#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <exception>
#include <iostream>
#include <memory>
#include <stdexcept>

namespace {

using Database = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;
using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

constexpr char hits_sql[] =
    "SELECT id, title, snippet(articles, 2, '<mark>', '</mark>', '…', 40) FROM articles"
    " WHERE articles MATCH ?1 ORDER BY rank LIMIT ?2";
constexpr char count_sql[] = "SELECT count(*) FROM articles WHERE articles MATCH ?1";
constexpr char settings_sql[] = "PRAGMA mmap_size = 4294967296; PRAGMA cache_size = -65536;";

class Fts5 {
public:
  explicit Fts5(char const* path)
      : database_(opened(path))
      , hits_(prepared(hits_sql))
      , count_(prepared(count_sql)) {}

  std::string answer(std::string_view target) {
    std::string const match = recap::bench::parameter(target, "match");
    nlohmann::json answer{{"hits", hits(match, recap::bench::parameter(target, "limit"))}};
    if (recap::bench::parameter(target, "count") == "1") answer["total"] = count(match);
    return answer.dump();
  }

private:
  static Database opened(char const* path) {
    sqlite3* raw = nullptr;
    int const status =
        sqlite3_open_v2(path, &raw, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(raw, sqlite3_close);
    if (status != SQLITE_OK ||
        sqlite3_exec(raw, settings_sql, nullptr, nullptr, nullptr) != SQLITE_OK)
      throw std::runtime_error(std::string(path) + ": " + sqlite3_errmsg(raw));
    return database;
  }

  Statement prepared(char const* sql) const {
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v3(database_.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr) !=
        SQLITE_OK)
      fail();
    return {raw, sqlite3_finalize};
  }

  [[noreturn]] void fail() const { throw std::runtime_error(sqlite3_errmsg(database_.get())); }

  bool step(sqlite3_stmt* statement) const {
    int const status = sqlite3_step(statement);
    if (status != SQLITE_ROW && status != SQLITE_DONE) fail();
    return status == SQLITE_ROW;
  }

  static std::string text(sqlite3_stmt* statement, int column) {
    auto const* const bytes = static_cast<char const*>(sqlite3_column_blob(statement, column));
    return {bytes, bytes ? static_cast<std::size_t>(sqlite3_column_bytes(statement, column)) : 0};
  }

  static void bind(sqlite3_stmt* statement, std::string const& match) {
    sqlite3_reset(statement);
    sqlite3_bind_text(statement, 1, match.data(), static_cast<int>(match.size()), SQLITE_TRANSIENT);
  }

  nlohmann::json hits(std::string const& match, std::string const& limit) {
    nlohmann::json hits = nlohmann::json::array();
    bind(hits_.get(), match);
    sqlite3_bind_int(hits_.get(), 2, limit.empty() ? 10 : std::stoi(limit));
    while (step(hits_.get()))
      hits.push_back({{"id", text(hits_.get(), 0)},
                      {"title", text(hits_.get(), 1)},
                      {"snippet", text(hits_.get(), 2)}});
    return hits;
  }

  std::int64_t count(std::string const& match) {
    bind(count_.get(), match);
    step(count_.get());
    return sqlite3_column_int64(count_.get(), 0);
  }

  Database database_;
  Statement hits_;
  Statement count_;
};

} // namespace

int main(int argc, char** argv) {
  try {
    std::size_t const threads = recap::bench::threads_argument({argv, argv + argc}, 2);
    std::vector<recap::bench::Handler> handlers;
    for (std::size_t i = 0; i < threads; ++i)
      handlers.emplace_back([its = std::make_shared<Fts5>(argv[1])](std::string_view target) {
        return its->answer(target);
      });
    recap::bench::serve(std::move(handlers));
    return 0;
  } catch (std::exception const& error) {
    std::cerr << "recap-bench-fts5: " << error.what() << '\n';
    return 2;
  }
}
