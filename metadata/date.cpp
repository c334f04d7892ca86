// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/date.hpp"

#include "metadata/time_of_day.hpp"
#include "text/unicode.hpp"

#include <array>
#include <cstdio>

namespace recap::metadata {
namespace {

namespace calendar = std::chrono;

constexpr auto months =
    std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july",
                                     "august", "september", "october", "november", "december"});

constexpr auto weekdays = std::to_array<std::string_view>(
    {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"});

/// Matches a name written completely or abbreviated after at least three letters: `Sept` is
/// September.
template <typename Names>
unsigned place_of(Names const& names, std::string_view word) {
  constexpr std::size_t shortest = 3;
  for (unsigned i = 0; i < names.size(); ++i) {
    if (word.size() >= shortest && names[i].starts_with(word)) return i + 1;
  }
  return 0;
}

struct Day {
  unsigned year = 0;
  unsigned month = 0;
  unsigned day = 0;
};

class DateReader {
public:
  explicit DateReader(std::string_view text)
      : in_(text) {}

  std::optional<WrittenDate> read() {
    in_.skip(" ");
    if (place_of(weekdays, in_.peek_word()) > 0) {
      static_cast<void>(in_.word());
      in_.skip(" ,.");
    }
    bool const figures = in_.at_figure();
    bool const read = figures ? in_figures() : month_first();
    if (!read) return std::nullopt;
    in_.skip(" ,");
    // In `date` and asctime(), the year follows the time.
    if (!time_ && !read_time()) return std::nullopt;
    if (day_.year == 0) day_.year = in_.number(4, 4).value_or(0);
    if (!in_.at_end()) return std::nullopt;
    calendar::year_month_day const day{calendar::year(static_cast<int>(day_.year)),
                                       calendar::month(day_.month), calendar::day(day_.day)};
    if (!day.ok() || day_.year == 0) return std::nullopt;
    return WrittenDate{day, time_->since_midnight, time_->east};
  }

private:
  bool read_time() {
    time_ = read_time_of_day(in_);
    return time_.has_value();
  }

  bool in_figures() {
    auto const first = in_.figures();
    if (first.size() == 8) return compact(first);
    if (first.size() == 4) return year_first(first);
    return first.size() <= 2 && day_first(number_of(first));
  }

  bool compact(std::string_view figures) {
    day_ = {number_of(figures.substr(0, 4)), number_of(figures.substr(4, 2)),
            number_of(figures.substr(6))};
    return true;
  }

  /// `2024-05-06`, `2024/5/6`, `2024. 5. 6.`, `2024년 5월 6일`, `2024 May 6`, `2024-May-06`.
  bool year_first(std::string_view year) {
    day_.year = number_of(year);
    if (in_.take("년") || in_.take("年")) return month_and_day_in_signs();
    std::string_view const separator = in_.take_one_of("-/.");
    in_.skip(" ");
    if (!in_.at_figure()) {
      day_.month = place_of(months, in_.word());
      in_.skip(" -,.");
      day_.day = in_.number(1, 2).value_or(0);
      return day_.month > 0;
    }
    day_.month = in_.number(1, 2).value_or(0);
    if (separator.empty() || !in_.take(separator)) return false;
    in_.skip(" ");
    day_.day = in_.number(1, 2).value_or(0);
    if (separator == ".") in_.skip(".");
    return true;
  }

  bool month_and_day_in_signs() {
    in_.skip(" ");
    day_.month = in_.number(1, 2).value_or(0);
    if (!in_.take("월") && !in_.take("月")) return false;
    in_.skip(" ");
    day_.day = in_.number(1, 2).value_or(0);
    if (!in_.take("일") && !in_.take("日")) return false;
    in_.skip(" ");
    for (std::string_view const weekday : {"월", "화", "수", "목", "금", "토", "일"}) {
      if (in_.take(weekday)) return in_.take("요일");
    }
    return true;
  }

  /// `8 July 2022`, `8th of July, 2022`, `8-Jul-2022`, `08/Jul/2022`.
  bool day_first(unsigned day) {
    day_.day = day;
    ordinal();
    in_.skip(" -/.,");
    if (in_.peek_word() == "of") static_cast<void>(in_.word());
    in_.skip(" ");
    day_.month = place_of(months, in_.word());
    in_.skip(" -/.,");
    if (day_.month > 0 && in_.at_year()) day_.year = in_.number(4, 4).value_or(0);
    return day_.month > 0;
  }

  /// `Jul 08 2022`, `July 8th, 2022`, `Jul. 8, 2022`, `Jul 8 10:00:00 KST 2022`.
  bool month_first() {
    day_.month = place_of(months, in_.word());
    in_.skip(" -/.,");
    day_.day = in_.number(1, 2).value_or(0);
    ordinal();
    in_.skip(" -/.,");
    if (in_.at_year()) day_.year = in_.number(4, 4).value_or(0);
    return day_.month > 0;
  }

  void ordinal() {
    auto const word = in_.peek_word();
    if (word == "st" || word == "nd" || word == "rd" || word == "th") static_cast<void>(in_.word());
  }

  Scanner in_;
  Day day_;
  std::optional<TimeOfDay> time_;
};

} // namespace

std::optional<WrittenDate> read_date(std::string_view text) {
  constexpr std::size_t longest = 96;
  if (text.size() > longest) return std::nullopt;
  std::string const folded = text::fold(text);
  return DateReader(folded).read();
}

std::optional<std::string> parse_date(std::string_view text) {
  auto const date = read_date(text);
  return date ? std::optional(to_string(date->day)) : std::nullopt;
}

std::string to_string(std::chrono::year_month_day day) {
  std::array<char, 48> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return out.data();
}

std::optional<std::string> date_before(std::string_view name) {
  bool const dated = name.size() > dated_name_bytes && name[4] == '-' && name[7] == '-' &&
                     name[dated_name_bytes - 1] == '-';
  return dated ? parse_date(name.substr(0, dated_name_bytes - 1)) : std::nullopt;
}

} // namespace recap::metadata
