// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/insights/store.hpp"

#include <chrono>

namespace recap::insights {
namespace {

/// The writer may wait longer, in its own thread; a reader blocks a thread that serves requests.
constexpr int writing_patience_ms = 2000;
constexpr int reading_patience_ms = 500;

/// "RCAP": identifies files of this program (`file` shows it).
constexpr std::int64_t application_id = 0x52434150;

constexpr std::string_view tables = R"(
CREATE TABLE IF NOT EXISTS asked(
  day INTEGER, q TEXT, asked INTEGER, found INTEGER, without_results INTEGER, slow INTEGER,
  longest_ms INTEGER, corrected TEXT, PRIMARY KEY(day, q)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS asked_q ON asked(q);
CREATE TABLE IF NOT EXISTS clicked(
  day INTEGER, q TEXT, article TEXT, clicks INTEGER, PRIMARY KEY(day, q, article)) WITHOUT ROWID;
PRAGMA application_id = 1380139344;
PRAGMA user_version = 1;)";
static_assert(application_id == 1380139344);

/// Creates the tables in an empty file; rejects files of other programs.
Database& prepared(Database& database, std::filesystem::path const& file) {
  std::int64_t id = 0;
  std::int64_t found = 0;
  {
    Statement application(database, "PRAGMA application_id");
    if (application.next()) id = application.number(0);
    Statement tables_there(database, "SELECT count(*) FROM sqlite_master");
    if (tables_there.next()) found = tables_there.number(0);
  }
  if (id != application_id && found > 0)
    throw DatabaseError(file.string() + ": is a database of another program");
  database.run("BEGIN IMMEDIATE;" + std::string(tables) + "COMMIT;");
  return database;
}

std::vector<QueryRow> query_rows(Statement& statement) {
  std::vector<QueryRow> rows;
  while (statement.next()) {
    auto const count = [&](int column) {
      return static_cast<std::uint64_t>(statement.number(column));
    };
    rows.push_back({.q = statement.text(0),
                    .asked = count(1),
                    .found = count(2),
                    .without_results = count(3),
                    .slow = count(4),
                    .longest_ms = count(5),
                    .clicks = count(6),
                    .corrected = statement.text(7)});
  }
  return rows;
}

/// With max(day) as the only aggregate, SQLite takes `found` and `corrected` from the row of that
/// day.
constexpr std::string_view rows_of_queries = R"(
SELECT q, asked, found, without_results, slow, longest_ms,
       coalesce((SELECT sum(clicks) FROM clicked WHERE clicked.q = sums.q AND day > ?1), 0) AS clicks,
       corrected
FROM (SELECT q, sum(asked) AS asked, found, sum(without_results) AS without_results, sum(slow) AS slow,
             max(day), corrected,
             (SELECT max(longest_ms) FROM asked AS other WHERE other.q = asked.q AND other.day > ?1)
               AS longest_ms
      FROM asked WHERE day > ?1 GROUP BY q) AS sums )";

} // namespace

Store::Store(std::filesystem::path const& file)
    : database_(file, Database::Open::to_write, writing_patience_ms)
    , has_(prepared(database_, file), "SELECT 1 FROM asked WHERE q = ? LIMIT 1")
    , of_day_(database_, "SELECT count(*) FROM asked WHERE day = ?")
    , ask_(database_, "UPDATE asked SET asked = asked + ?3, found = ?4, without_results = "
                      "without_results + ?5, "
                      "slow = slow + ?6, longest_ms = max(longest_ms, ?7), corrected = ?8 "
                      "WHERE day = ?1 AND q = ?2 RETURNING 1")
    , insert_(database_, "INSERT INTO asked VALUES(?, ?, ?, ?, ?, ?, ?, ?)")
    , articles_(database_, "SELECT count(*) FROM clicked WHERE day = ? AND q = ?")
    , click_(database_, "INSERT INTO clicked VALUES(?, ?, ?, 1) "
                        "ON CONFLICT DO UPDATE SET clicks = clicks + 1") {}

void Store::begin() {
  database_.run("BEGIN IMMEDIATE");
}

void Store::commit() {
  database_.run("COMMIT");
}

void Store::roll_back() noexcept {
  try {
    for (auto* const statement : {&has_, &of_day_, &ask_, &insert_, &articles_, &click_})
      statement->reset();
    if (database_.in_transaction()) database_.run("ROLLBACK");
  } catch (DatabaseError const&) { // the transaction ends with the connection
  }
}

void Store::add(Asked const& asked, unsigned times, std::int64_t day) {
  auto const took = std::chrono::duration_cast<std::chrono::milliseconds>(asked.took);
  std::int64_t const nothing = asked.found == 0 ? times : 0;
  std::int64_t const was_slow = asked.partial || took >= slow ? times : 0;
  auto const bind = [&](Statement& statement) {
    statement.bind(day).bind(asked.q).bind(std::int64_t{times});
    statement.bind(static_cast<std::int64_t>(asked.found)).bind(nothing).bind(was_slow);
    statement.bind(std::int64_t{took.count()}).bind(asked.corrected);
  };
  bind(ask_);
  bool const is_there = ask_.next();
  if (is_there) ask_.next();
  if (is_there) return;
  of_day_.bind(day).next();
  auto const queries = of_day_.number(0);
  of_day_.reset();
  if (queries >= most_of_a_day) return;
  bind(insert_);
  insert_.next();
}

void Store::add(Clicked const& clicked, std::int64_t day) {
  if (!has(clicked.q)) return;
  articles_.bind(day).bind(clicked.q).next();
  auto const articles = articles_.number(0);
  articles_.reset();
  if (articles >= most_articles) return;
  click_.bind(day).bind(clicked.q).bind(clicked.article).next();
}

void Store::forget(std::int64_t today) {
  for (auto const* const table : {"asked", "clicked"}) {
    Statement statement(database_, std::string("DELETE FROM ") + table + " WHERE day <= ?");
    statement.bind(today - kept_days).next();
  }
}

bool Store::has(std::string const& q) {
  has_.bind(q);
  bool const found = has_.next();
  has_.reset();
  return found;
}

Report report_of(std::filesystem::path const& file, unsigned days, unsigned most,
                 std::int64_t today) {
  Database database(file, Database::Open::to_read, reading_patience_ms);
  auto const since = today - std::int64_t{days};
  Report report;
  report.days = days;
  Statement sums(database,
                 "SELECT coalesce(sum(asked), 0), count(DISTINCT q) FROM asked WHERE day > ?");
  if (sums.bind(since).next()) {
    report.asked = static_cast<std::uint64_t>(sums.number(0));
    report.queries = static_cast<std::uint64_t>(sums.number(1));
    sums.reset();
  }
  auto const rows = [&](std::string const& which) {
    Statement statement(database, std::string(rows_of_queries) + which + ", q LIMIT ?2");
    return query_rows(statement.bind(since).bind(std::int64_t{most}));
  };
  report.popular = rows("ORDER BY asked DESC");
  report.without_results = rows("WHERE found = 0 ORDER BY asked DESC");
  report.corrected = rows("WHERE corrected <> '' ORDER BY asked DESC");
  report.slow = rows("WHERE slow > 0 ORDER BY slow DESC");
  Statement clicks(database, "SELECT q, article, sum(clicks) AS clicks FROM clicked WHERE day > ? "
                             "GROUP BY q, article ORDER BY clicks DESC, q, article LIMIT ?");
  for (auto& row = clicks.bind(since).bind(std::int64_t{most}); row.next();)
    report.clicked.push_back({row.text(0), row.text(1), static_cast<std::uint64_t>(row.number(2))});
  if (!report.clicked.empty())
    report.not_opened = rows("WHERE found > 0 AND clicks = 0 ORDER BY asked DESC");
  return report;
}

std::int64_t today() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())
      .time_since_epoch()
      .count();
}

} // namespace recap::insights
