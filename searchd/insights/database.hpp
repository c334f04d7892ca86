// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace recap::insights {

/// What SQLite says, with the file.
class DatabaseError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// A file of SQLite. One thread at a time. All throw DatabaseError.
class Database {
public:
  enum class Open { to_write, to_read };

  /// To write, a file that is not there is made. Waits for another program for up to `patience_ms`.
  Database(std::filesystem::path file, Open how, int patience_ms);
  ~Database();
  Database(Database const&) = delete;
  Database& operator=(Database const&) = delete;

  /// Statements without rows.
  void run(std::string_view sql);

  /// Whether a transaction that failed is still open.
  [[nodiscard]] bool in_transaction() const;

private:
  friend class Statement;
  [[noreturn]] void fail() const;

  std::filesystem::path file_;
  sqlite3* connection_ = nullptr;
};

/// A prepared statement. `for (auto row = s.bind(1).bind("a"); row.next();) row.number(0);`
class Statement {
public:
  Statement(Database& database, std::string_view sql);
  ~Statement();
  Statement(Statement const&) = delete;
  Statement& operator=(Statement const&) = delete;

  /// Gives the next parameter its value.
  Statement& bind(std::int64_t value);
  Statement& bind(std::string_view value);

  /// Goes to the next row; at the end, it can be bound anew.
  bool next();
  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] std::string text(int column) const;

  /// Makes ready to be bound anew.
  void reset();

private:
  Database& database_;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
};

} // namespace recap::insights
