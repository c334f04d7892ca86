// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/time_of_day.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <array>

namespace recap::metadata {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

bool is_blank(char c) {
  return static_cast<unsigned char>(c) <= ' ';
}

std::size_t leading(std::string_view text, bool (*wanted)(char)) {
  return static_cast<std::size_t>(std::ranges::find_if_not(text, wanted) - text.begin());
}

struct Zone {
  std::string_view name;
  int east_minutes;
};

/// The American zones of RFC 822, and those of JavaScript and `date`.
constexpr auto zones = std::to_array<Zone>({
    {"z", 0},       {"ut", 0},      {"utc", 0},    {"gmt", 0},    {"est", -300}, {"edt", -240},
    {"cst", -360},  {"cdt", -300},  {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420},
    {"akst", -540}, {"akdt", -480}, {"hst", -600}, {"brt", -180}, {"wet", 0},    {"west", 60},
    {"bst", 60},    {"cet", 60},    {"cest", 120}, {"eet", 120},  {"eest", 180}, {"msk", 180},
    {"ist", 330},   {"sgt", 480},   {"hkt", 480},  {"awst", 480}, {"kst", 540},  {"jst", 540},
    {"acst", 570},  {"aest", 600},  {"aedt", 660}, {"nzst", 720}, {"nzdt", 780},
});

bool is_place_character(char c) {
  return text::is_lower(c) || c == '/' || c == '_' || c == '-' || c == '+' || text::is_digit(c);
}

/// `+09:00`, `+0900`, `-4`; nullopt for anything else.
std::optional<seconds> offset(Scanner& in) {
  Scanner const before = in;
  auto const sign = in.take_one_of("+-");
  if (sign.empty()) return std::nullopt;
  auto const refuse = [&] {
    in = before;
    return std::nullopt;
  };
  auto const figures = in.figures();
  unsigned east = 0;
  if (figures.size() == 4) {
    east = number_of(figures.substr(0, 2)) * 60 + number_of(figures.substr(2));
  } else if (figures.size() == 1 || figures.size() == 2) {
    east = number_of(figures) * 60;
    if (in.take(":")) east += in.number(2, 2).value_or(0);
  } else {
    return refuse();
  }
  constexpr unsigned most = 18 * 60;
  if (east > most) return refuse();
  return seconds(minutes(sign == "-" ? -static_cast<int>(east) : static_cast<int>(east)));
}

/// Reads a zone, if there is one; false for other words.
bool read_zone(Scanner& in, std::optional<seconds>& east) {
  in.skip(" ");
  if (auto const written = offset(in)) {
    east = *written;
  } else if (auto const name = in.peek_word(); !name.empty()) {
    auto const* const known = std::ranges::find(zones, name, &Zone::name);
    if (known != zones.end()) {
      static_cast<void>(in.word());
      east = minutes(known->east_minutes);
      if (auto const further = offset(in)) east = *further; // `GMT+0900`
    } else if (!in.place()) {
      return false;
    }
  }
  in.skip(" ");
  static_cast<void>(in.in_brackets('[', ']')); // of Java: `+09:00[Asia/Seoul]`
  static_cast<void>(in.in_brackets('(', ')')); // a comment, as mail has it
  in.skip(" ");
  return true;
}

/// Reads `오후` and `pm`, which add 12 hours; nullopt without a half day.
std::optional<unsigned> half_day(Scanner& in, bool korean) {
  in.skip(" ");
  if (korean)
    return in.take("오전")   ? std::optional(0U)
           : in.take("오후") ? std::optional(12U)
                             : std::nullopt;
  for (std::string_view const name : {"a.m.", "am"}) {
    if (in.take(name)) return 0;
  }
  for (std::string_view const name : {"p.m.", "pm"}) {
    if (in.take(name)) return 12;
  }
  return std::nullopt;
}

/// Reads minutes and seconds after the hour; false for anything else.
bool read_parts(Scanner& in, unsigned& minute, unsigned& second) {
  if (in.take("시")) {
    in.skip(" ");
    if (in.at_figure()) minute = in.number(1, 2).value_or(60);
    static_cast<void>(in.take("분"));
    in.skip(" ");
    if (in.at_figure() && !in.at_year()) second = in.number(1, 2).value_or(60);
    static_cast<void>(in.take("초"));
    return true;
  }
  if (!in.take(":")) return false;
  minute = in.number(2, 2).value_or(60);
  if (!in.take(":")) return true;
  second = in.number(2, 2).value_or(61);
  if (!in.take_one_of(".,").empty()) static_cast<void>(in.figures());
  return true;
}

} // namespace

bool Scanner::at_end() const {
  return rest_.empty();
}

bool Scanner::at_figure() const {
  return !rest_.empty() && text::is_digit(rest_.front());
}

bool Scanner::at_year() const {
  auto const figures = leading(rest_, text::is_digit);
  return figures == 4 && (rest_.size() == figures || rest_[figures] != ':');
}

void Scanner::skip(std::string_view characters) {
  while (!rest_.empty() && (characters.find(rest_.front()) != std::string_view::npos ||
                            (characters.front() == ' ' && is_blank(rest_.front()))))
    rest_.remove_prefix(1);
}

bool Scanner::take(std::string_view text) {
  if (!rest_.starts_with(text)) return false;
  rest_.remove_prefix(text.size());
  return true;
}

std::string_view Scanner::take_one_of(std::string_view characters) {
  if (rest_.empty() || characters.find(rest_.front()) == std::string_view::npos) return {};
  auto const taken = rest_.substr(0, 1);
  rest_.remove_prefix(1);
  return taken;
}

std::string_view Scanner::figures() {
  auto const taken = rest_.substr(0, leading(rest_, text::is_digit));
  rest_.remove_prefix(taken.size());
  return taken;
}

std::optional<unsigned> Scanner::number(std::size_t least, std::size_t most) {
  auto const bytes = leading(rest_, text::is_digit);
  if (bytes < least || bytes > most) return std::nullopt;
  return number_of(figures());
}

std::string_view Scanner::word() {
  auto const taken = peek_word();
  rest_.remove_prefix(taken.size());
  return taken;
}

std::string_view Scanner::peek_word() const {
  return rest_.substr(0, leading(rest_, text::is_lower));
}

bool Scanner::place() {
  auto const bytes = leading(rest_, is_place_character);
  if (rest_.substr(0, bytes).find('/') == std::string_view::npos) return false;
  rest_.remove_prefix(bytes);
  return true;
}

std::optional<std::string_view> Scanner::in_brackets(char open, char close) {
  auto const end = rest_.find(close);
  if (!rest_.starts_with(open) || end == std::string_view::npos) return std::nullopt;
  auto const inside = rest_.substr(1, end - 1);
  rest_.remove_prefix(end + 1);
  return inside;
}

unsigned number_of(std::string_view figures) {
  unsigned number = 0;
  for (char const c : figures.substr(0, 9))
    number = number * 10 + static_cast<unsigned>(c - '0');
  return number;
}

std::optional<TimeOfDay> read_time_of_day(Scanner& in) {
  TimeOfDay time;
  static_cast<void>(in.in_brackets('(', ')')); // a weekday, as written in Korean
  in.skip(" ,");
  // A month's `t` is already read: this one is from ISO 8601.
  if (in.peek_word() == "t" || in.peek_word() == "at") static_cast<void>(in.word());
  static_cast<void>(in.take("@"));
  auto half = half_day(in, true);
  in.skip(" ");
  if (!in.at_figure() || in.at_year()) {
    bool const zoned = !half && read_zone(in, time.east);
    return zoned ? std::optional(time) : std::nullopt;
  }
  auto const compact = in.figures();
  unsigned hour = 0;
  unsigned minute = 0;
  unsigned second = 0;
  if (compact.size() == 6 || compact.size() == 4) {
    hour = number_of(compact.substr(0, 2));
    minute = number_of(compact.substr(2, 2));
    second = number_of(compact.substr(4));
  } else if (compact.size() <= 2) {
    hour = number_of(compact);
    bool const parted = read_parts(in, minute, second);
    if (!half) half = half_day(in, false);
    if (!parted && !half) return std::nullopt;
  } else {
    return std::nullopt;
  }
  if (half) hour = hour % 12 + *half;
  if (hour > 24 || minute > 59 || second > 60) return std::nullopt;
  time.since_midnight = hours(hour) + minutes(minute) + seconds(second);
  return read_zone(in, time.east) ? std::optional(time) : std::nullopt;
}

} // namespace recap::metadata
