// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/date.hpp"

#include "metadata/date_words.hpp"
#include "metadata/time_of_day.hpp"
#include "text/ascii.hpp"
#include "text/forms.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace recap::metadata {
namespace {

namespace calendar = std::chrono;

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
    particle();
    if (is_weekday(in_.peek_word())) {
      static_cast<void>(in_.word());
      in_.skip(" ,.-");
    }
    particle();
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
      day_.month = month_named(in_.word());
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
    particle();
    day_.month = month_named(in_.word());
    in_.skip(" -/.,");
    particle();
    if (day_.month > 0 && in_.at_year()) day_.year = in_.number(4, 4).value_or(0);
    return day_.month > 0;
  }

  /// `Jul 08 2022`, `July 8th, 2022`, `Jul. 8, 2022`, `Jul 8 10:00:00 KST 2022`.
  bool month_first() {
    day_.month = month_named(in_.word());
    in_.skip(" -/.,");
    day_.day = in_.number(1, 2).value_or(0);
    ordinal();
    in_.skip(" -/.,");
    if (in_.at_year()) day_.year = in_.number(4, 4).value_or(0);
    return day_.month > 0;
  }

  void ordinal() {
    if (is_ordinal_ending(in_.peek_word())) static_cast<void>(in_.word());
  }

  void particle() {
    if (is_date_particle(in_.peek_word())) static_cast<void>(in_.word());
    in_.skip(" ,");
  }

  Scanner in_;
  Day day_;
  std::optional<TimeOfDay> time_;
};

/// Seconds or milliseconds since 1970, from 2001 on. Shorter numbers may mean anything.
std::optional<WrittenDate> since_1970(std::string_view text) {
  constexpr std::size_t second_digits = 10;
  constexpr std::size_t millisecond_digits = 13;
  auto const figures = text.substr(0, text.find('.'));
  bool const fraction = figures.size() < text.size();
  auto const is_number = [](std::string_view digits) {
    return !digits.empty() && std::ranges::all_of(digits, text::is_digit);
  };
  bool const sized =
      figures.size() == second_digits || (figures.size() == millisecond_digits && !fraction);
  if (!sized || !is_number(figures) || (fraction && !is_number(text.substr(figures.size() + 1))))
    return std::nullopt;
  long long seconds = 0;
  for (char const digit : figures.substr(0, second_digits))
    seconds = seconds * 10 + (digit - '0');
  calendar::sys_seconds const moment{calendar::seconds(seconds)};
  auto const day = calendar::floor<calendar::days>(moment);
  return WrittenDate{calendar::year_month_day(day), moment - day, calendar::seconds(0)};
}

} // namespace

std::optional<WrittenDate> read_date(std::string_view text) {
  constexpr std::size_t longest = 96;
  if (text.size() > longest) return std::nullopt;
  std::string folded = text::fold(text);
  bool const ascii =
      std::ranges::all_of(folded, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  // latin() decomposes Hangul, which fold() composes again.
  if (!ascii) folded = text::fold(text::latin(folded));
  if (auto const moment = since_1970(text::trimmed(folded))) return moment;
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
