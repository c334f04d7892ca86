// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/hangul.hpp"

#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace recap::text {
namespace {

constexpr std::size_t syllable_bytes = 3; // every syllable of the block is three bytes of UTF-8
constexpr unsigned rieul = 8;             // place of ㄹ among the final consonants

/// What the syllable before an ending must end in.
enum class After : std::uint8_t { any, consonant, vowel, vowel_or_rieul };

struct Ending {
  std::string_view text;
  After after = After::any;
};

/// Particles (조사) in everyday use, from the standard grammar (국립국어원, 표준국어문법론). They
/// stack, so they are stripped one by one.
constexpr auto particles = std::to_array<Ending>({
    {"은", After::consonant},
    {"는", After::vowel},
    {"이", After::consonant},
    {"가", After::vowel},
    {"을", After::consonant},
    {"를", After::vowel},
    {"과", After::consonant},
    {"와", After::vowel},
    {"으로", After::consonant},
    {"로", After::vowel_or_rieul},
    {"으로서", After::consonant},
    {"로서", After::vowel_or_rieul},
    {"으로써", After::consonant},
    {"로써", After::vowel_or_rieul},
    {"으로부터", After::consonant},
    {"로부터", After::vowel_or_rieul},
    {"이나", After::consonant},
    {"나", After::vowel},
    {"이랑", After::consonant},
    {"랑", After::vowel},
    {"이라도", After::consonant},
    {"라도", After::vowel},
    {"이란", After::consonant},
    {"란", After::vowel},
    {"이라는", After::consonant},
    {"라는", After::vowel},
    {"이라고", After::consonant},
    {"라고", After::vowel},
    {"이야말로", After::consonant},
    {"야말로", After::vowel},
    {"의"},
    {"에"},
    {"도"},
    {"만"},
    {"에서"},
    {"에게"},
    {"에게서"},
    {"한테"},
    {"한테서"},
    {"께"},
    {"께서"},
    {"까지"},
    {"부터"},
    {"마다"},
    {"마저"},
    {"조차"},
    {"밖에"},
    {"보다"},
    {"처럼"},
    {"만큼"},
    {"대로"},
    {"하고"},
    {"이며", After::consonant},
    {"들"},
});

/// Particles that end hardly any noun of two syllables. 의, 도, 이, 가, 과, 로 and 만 do: 회의,
/// 속도, 길이, 휴가, 결과, 경로, 불만.
constexpr auto telling_particles = std::to_array<Ending>({
    {"은", After::consonant},
    {"는", After::vowel},
    {"을", After::consonant},
    {"를", After::vowel},
    {"에는"},
    {"에도"},
    {"에서"},
    {"에서는"},
    {"에서도"},
    {"에게"},
    {"으로", After::consonant},
    {"으로는", After::consonant},
    {"부터"},
    {"까지"},
    {"처럼"},
});

/// Endings (어미) that turn a noun into a predicate: the most frequent written forms of 하다, 되다,
/// 이다 and 시키다. Stripped once, innermost.
constexpr auto predicates = std::to_array<Ending>({
    {"하다"},   {"하는"},     {"하고"},     {"하며"},       {"하면"},       {"하여"},
    {"하기"},   {"하게"},     {"하지"},     {"하지만"},     {"하면서"},     {"하려고"},
    {"하려면"}, {"하도록"},   {"하거나"},   {"하자"},       {"하던"},       {"하니"},
    {"하므로"}, {"합니다"},   {"합시다"},   {"하세요"},     {"하십시오"},   {"한다"},
    {"한다면"}, {"한다는"},   {"한"},       {"할"},         {"함"},         {"해"},
    {"해서"},   {"해야"},     {"해도"},     {"해요"},       {"했다"},       {"했고"},
    {"했던"},   {"했지만"},   {"했는데"},   {"했으며"},     {"했습니다"},   {"했어요"},
    {"하였다"}, {"하였고"},   {"하였으며"}, {"하였습니다"}, {"하는데"},     {"할지"},
    {"되다"},   {"되는"},     {"되고"},     {"되며"},       {"되면"},       {"되어"},
    {"되기"},   {"되지"},     {"되었다"},   {"되었고"},     {"되었습니다"}, {"됩니다"},
    {"된다"},   {"된"},       {"될"},       {"됨"},         {"돼"},         {"됐다"},
    {"됐고"},   {"됐습니다"}, {"시키다"},   {"시키는"},     {"시키고"},     {"시켜"},
    {"시킨"},   {"시킬"},     {"시켰다"},   {"입니다"},     {"이다"},       {"이었다"},
    {"이고"},   {"이며"},     {"이지만"},   {"이라"},       {"이라면"},     {"인"},
    {"였다"},   {"였고"},     {"였습니다"}, {"이었습니다"}, {"이에요"},     {"예요"},
    {"인데"},   {"인가"},     {"인가요"},   {"인지"},       {"일까"},       {"일까요"},
    {"이었나"}, {"였나요"},   {"이었나요"}, {"하나요"},     {"하는가"},     {"하는지"},
    {"한가"},   {"한가요"},   {"할까"},     {"할까요"},     {"했나요"},     {"했는가"},
    {"했는지"}, {"하였나요"}, {"하였는가"}, {"되나요"},     {"되는가"},     {"되는지"},
    {"될까"},   {"되었나요"}, {"되었는가"}, {"되었는지"},   {"됐나요"},     {"됐는가"},
});

char32_t syllable_before(std::string_view word, std::size_t end) {
  auto const byte = [&](std::size_t back) {
    return static_cast<char32_t>(static_cast<unsigned char>(word[end - back]));
  };
  return ((byte(3) & 0x0F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(1) & 0x3F);
}

bool agrees(After after, char32_t before) {
  if (!is_hangul_syllable(before)) return after == After::any;
  bool const closed = has_final_consonant(before);
  switch (after) {
  case After::consonant: return closed;
  case After::vowel: return !closed;
  case After::vowel_or_rieul: return !closed || (before - 0xAC00) % 28 == rieul;
  case After::any: break;
  }
  return true;
}

constexpr std::string_view last_syllable(std::string_view word) {
  return word.substr(word.size() - syllable_bytes);
}

constexpr bool by_last_syllable(Ending const& one, Ending const& other) {
  return last_syllable(one.text) < last_syllable(other.text);
}

/// Groups the endings by their last syllable, because every word of a text is looked up.
template <std::size_t N>
constexpr std::array<Ending, N> ordered(std::array<Ending, N> endings) {
  std::ranges::sort(endings, by_last_syllable);
  return endings;
}

/// Length of `word` without the longest of `endings`, which are ordered(), keeping at least `floor`
/// bytes.
template <std::size_t N>
std::size_t without(std::array<Ending, N> const& endings, std::string_view word,
                    std::size_t floor) {
  std::size_t best = word.size();
  if (word.size() < floor + syllable_bytes) return best;
  auto const candidates =
      std::ranges::equal_range(endings, Ending{last_syllable(word)}, by_last_syllable);
  for (Ending const& ending : candidates) {
    if (!word.ends_with(ending.text) || word.size() < floor + ending.text.size()) continue;
    std::size_t const rest = word.size() - ending.text.size();
    if (rest < best && agrees(ending.after, syllable_before(word, rest))) best = rest;
  }
  return best;
}

} // namespace

bool is_hangul_syllables(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    auto const next = decode(text, at);
    if (!is_hangul_syllable(next.character)) return false;
    at = next.end;
  }
  return !text.empty();
}

bool ends_nouns(std::string_view syllable) {
  constexpr auto ambiguous = std::to_array<std::string_view>(
      {"인", "의", "이", "도", "과", "로", "나", "만", "해", "함", "한", "란", "랑"});
  return std::ranges::find(ambiguous, syllable) != ambiguous.end();
}

bool may_end_noun(std::string_view syllable) {
  return ends_nouns(syllable) || syllable == "가";
}

NounLengths noun_lengths(std::string_view word, std::size_t least_syllables) {
  static constexpr auto particle_table = ordered(particles);
  static constexpr auto predicate_table = ordered(predicates);
  std::size_t const floor = least_syllables * syllable_bytes;
  constexpr int most_stacked = 3; // 학생-들-에게-는
  NounLengths lengths{.noun = word.size()};
  auto const take_off = [&](std::size_t shorter) {
    std::size_t const before = std::exchange(lengths.noun, shorter);
    bool const may_be_noun = shorter < before && before < word.size() &&
                             may_end_noun(word.substr(shorter, before - shorter));
    if (may_be_noun) lengths.longer_noun = before;
  };
  for (int i = 0; i < most_stacked; ++i) {
    auto const rest = word.substr(0, lengths.noun);
    std::size_t const shorter = without(particle_table, rest, floor);
    if (shorter == rest.size()) break;
    // 하는 in 개발하는 is one ending, not the particle 는 after a noun in 하.
    std::size_t const predicate = without(predicate_table, rest, floor);
    take_off(std::min(shorter, predicate));
    if (predicate < shorter) return lengths;
  }
  take_off(without(predicate_table, word.substr(0, lengths.noun), floor));
  return lengths;
}

std::size_t noun_length(std::string_view word, std::size_t least_syllables) {
  return noun_lengths(word, least_syllables).noun;
}

std::vector<std::string> under_particles(std::string_view noun) {
  char32_t const last = syllable_before(noun, noun.size());
  std::vector<std::string> words;
  for (Ending const& particle : particles) {
    if (!agrees(particle.after, last)) continue;
    std::string const word = std::string(noun).append(particle.text);
    words.push_back(word);
    bool const stacks = particle.text.starts_with("에") || particle.text.ends_with("로");
    if (!stacks) continue;
    for (auto const second : {"는", "도", "만"})
      words.push_back(word + second);
  }
  return words;
}

std::optional<std::string_view> noun_of_one_syllable(std::string_view word) {
  if (word.size() <= syllable_bytes) return std::nullopt;
  auto const is_its_particle = [&](Ending const& particle) {
    return word.substr(syllable_bytes) == particle.text &&
           agrees(particle.after, syllable_before(word, syllable_bytes));
  };
  if (!std::ranges::any_of(telling_particles, is_its_particle)) return std::nullopt;
  return word.substr(0, syllable_bytes);
}

bool is_particle(std::string_view word) {
  std::string_view rest = word;
  while (!rest.empty()) {
    std::size_t longest = 0;
    for (Ending const& particle : particles) {
      if (particle.text != "들" && rest.starts_with(particle.text)) {
        longest = std::max(longest, particle.text.size());
      }
    }
    if (longest == 0) return false;
    rest.remove_prefix(longest);
  }
  return !word.empty();
}

} // namespace recap::text
