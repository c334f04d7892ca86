// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/insights/database.hpp"

#include <sqlite3.h>

#include <utility>

namespace recap::insights {

Database::Database(std::filesystem::path file, Open how, int patience_ms)
    : file_(std::move(file)) {
  int const flags =
      how == Open::to_read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  if (::sqlite3_open_v2(file_.c_str(), &connection_, flags | SQLITE_OPEN_NOMUTEX, nullptr) !=
      SQLITE_OK) {
    DatabaseError const error(
        file_.string() + ": " +
        (connection_ != nullptr ? ::sqlite3_errmsg(connection_) : "no memory"));
    ::sqlite3_close(connection_);
    throw error;
  }
  ::sqlite3_busy_timeout(connection_, patience_ms);
  // There may be no writable folder for temporary files.
  ::sqlite3_exec(connection_, "PRAGMA temp_store = MEMORY", nullptr, nullptr, nullptr);
}

Database::~Database() {
  ::sqlite3_close(connection_);
}

void Database::fail() const {
  throw DatabaseError(file_.string() + ": " + ::sqlite3_errmsg(connection_));
}

void Database::run(std::string_view sql) {
  if (::sqlite3_exec(connection_, std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    fail();
}

bool Database::in_transaction() const {
  return ::sqlite3_get_autocommit(connection_) == 0;
}

Statement::Statement(Database& database, std::string_view sql)
    : database_(database) {
  if (::sqlite3_prepare_v2(database.connection_, sql.data(), static_cast<int>(sql.size()),
                           &statement_, nullptr) != SQLITE_OK)
    database.fail();
}

Statement::~Statement() {
  ::sqlite3_finalize(statement_);
}

Statement& Statement::bind(std::int64_t value) {
  if (::sqlite3_bind_int64(statement_, ++bound_, value) != SQLITE_OK) database_.fail();
  return *this;
}

Statement& Statement::bind(std::string_view value) {
  auto const bytes = static_cast<int>(value.size());
  if (::sqlite3_bind_text(statement_, ++bound_, value.data(), bytes, SQLITE_TRANSIENT) != SQLITE_OK)
    database_.fail();
  return *this;
}

bool Statement::next() {
  auto const result = ::sqlite3_step(statement_);
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) {
    reset();
    database_.fail();
  }
  reset();
  return false;
}

void Statement::reset() {
  ::sqlite3_reset(statement_);
  bound_ = 0;
}

std::int64_t Statement::number(int column) const {
  return ::sqlite3_column_int64(statement_, column);
}

std::string Statement::text(int column) const {
  auto const* const bytes =
      static_cast<char const*>(static_cast<void const*>(::sqlite3_column_text(statement_, column)));
  auto const size = static_cast<std::size_t>(::sqlite3_column_bytes(statement_, column));
  return bytes == nullptr ? std::string() : std::string(bytes, size);
}

} // namespace recap::insights
