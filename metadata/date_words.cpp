// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/date_words.hpp"

#include <algorithm>
#include <array>

namespace recap::metadata {
namespace {

using Names = std::string_view;

constexpr std::size_t months = 12;
constexpr std::size_t shortest = 3;

/// One row for each language or group of languages.
constexpr auto month_names = std::to_array<std::array<Names, months>>({
    {"january", "february", "march", "april", "may", "june", "july", "august", "september",
     "october", "november", "december"},
    {"januar", "februar", "marz", "april", "mai", "juni", "juli", "august", "september", "oktober",
     "november", "dezember"},
    {"janner", "feber", "maerz", "april", "mai", "juni", "juli", "august", "september", "oktober",
     "november", "dezember"},
    {"janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
     "octobre", "novembre", "decembre"},
    {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
     "octubre", "noviembre", "diciembre"},
    {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
     "ottobre", "novembre", "dicembre"},
    {"janeiro", "fevereiro", "marco", "abril", "maio", "junho", "julho", "agosto", "setembro",
     "outubro", "novembro", "dezembro"},
    {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
     "oktober", "november", "december"},
    {"januari", "februari", "marts", "april", "maj", "juni", "juli", "augusti", "september",
     "oktober", "november", "desember"},
    {"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "wrzesnia",
     "pazdziernika", "listopada", "grudnia"},
    {"januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september",
     "oktober", "november", "desember"},
});

/// Found also by three letters or more of their beginning.
constexpr auto english_weekdays = std::to_array<Names>(
    {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"});

/// `mar` is a Tuesday in French and March in most languages, so these are not abbreviated.
constexpr auto weekdays = std::to_array<Names>({
    "mo",           "di",       "mi",        "do",         "fr",       "sa",       "so",
    "montag",       "dienstag", "mittwoch",  "donnerstag", "freitag",  "samstag",  "sonnabend",
    "sonntag",      "lundi",    "mardi",     "mercredi",   "jeudi",    "vendredi", "samedi",
    "dimanche",     "lunes",    "martes",    "miercoles",  "jueves",   "viernes",  "sabado",
    "domingo",      "lunedi",   "martedi",   "mercoledi",  "giovedi",  "venerdi",  "sabato",
    "domenica",     "segunda",  "terca",     "quarta",     "quinta",   "sexta",    "maandag",
    "dinsdag",      "woensdag", "donderdag", "vrijdag",    "zaterdag", "zondag",   "mandag",
    "tirsdag",      "onsdag",   "torsdag",   "fredag",     "lordag",   "sondag",   "tisdag",
    "poniedzialek", "wtorek",   "sroda",     "czwartek",   "piatek",   "sobota",   "niedziela",
    "senin",        "selasa",   "rabu",      "kamis",      "jumat",    "sabtu",    "minggu",
});

constexpr auto particles = std::to_array<Names>(
    {"of", "de", "del", "do", "le", "den", "der", "el", "il", "am", "vom", "op", "feira"});

constexpr auto ordinal_endings =
    std::to_array<Names>({"st", "nd", "rd", "th", "er", "re", "e", "o", "a"});

template <typename List>
bool has_word(List const& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

} // namespace

unsigned month_named(std::string_view word) {
  if (word.size() < shortest) return 0;
  std::size_t found = 0;
  for (auto const& names : month_names) {
    for (std::size_t i = 0; i < months; ++i) {
      if (!names[i].starts_with(word)) continue;
      if (names[i] == word) return static_cast<unsigned>(i + 1);
      if (found != 0 && found != i + 1) return 0;
      found = i + 1;
    }
  }
  return static_cast<unsigned>(found);
}

bool is_weekday(std::string_view word) {
  auto const begins = [&](Names name) { return name.starts_with(word); };
  return has_word(weekdays, word) ||
         (word.size() >= shortest && std::ranges::any_of(english_weekdays, begins));
}

bool is_date_particle(std::string_view word) {
  return has_word(particles, word);
}

bool is_ordinal_ending(std::string_view word) {
  return has_word(ordinal_endings, word);
}

} // namespace recap::metadata
