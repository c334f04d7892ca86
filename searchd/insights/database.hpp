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

/// An error of SQLite, with the file.
class DatabaseError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// An SQLite file. One thread at a time. All functions throw DatabaseError.
class Database {
public:
  enum class Open { to_write, to_read };

  /// Creates a missing file if it is opened for writing. Waits for another program for up to
  /// `patience_ms`.
  Database(std::filesystem::path file, Open how, int patience_ms);
  ~Database();
  Database(Database const&) = delete;
  Database& operator=(Database const&) = delete;

  /// Runs statements without rows.
  void run(std::string_view sql);

  /// Whether a failed transaction is still open.
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

  /// Binds the next parameter.
  Statement& bind(std::int64_t value);
  Statement& bind(std::string_view value);

  /// Moves to the next row; at the end, the statement can be bound again.
  bool next();
  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] std::string text(int column) const;

  /// Prepares the statement to be bound again.
  void reset();

private:
  Database& database_;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
};

} // namespace recap::insights
