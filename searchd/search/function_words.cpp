// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/function_words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace recap::search {
namespace {

/// Pronouns, prepositions, conjunctions, auxiliaries, and adverbs and verbs of as little content.
/// Ascending, for the binary search.
constexpr auto function_words = std::to_array<std::string_view>({
    // clang-format off
    "a", "about", "above", "across", "after", "afterwards", "again", "against", "ago", "ahead",
    "all", "almost", "alone", "along", "already", "also", "although", "always", "am", "among",
    "an", "and", "another", "any", "anybody", "anyone", "anything", "anyway", "anywhere", "are",
    "around", "as", "at", "away", "back", "be", "became", "because", "become", "becomes", "been",
    "before", "began", "begin", "begins", "behind", "being", "below", "beside", "besides",
    "between", "beyond", "both", "but", "by", "came", "can", "cannot", "come", "comes", "could",
    "did", "do", "does", "doing", "done", "down", "during", "each", "either", "else", "enough",
    "especially", "even", "ever", "every", "everybody", "everyone", "everything", "everywhere",
    "except", "far", "few", "finally", "first", "for", "from", "further", "gave", "get", "gets",
    "getting", "give", "given", "go", "goes", "going", "gone", "got", "had", "half", "has",
    "have", "having", "he", "hence", "her", "here", "hers", "herself", "him", "himself", "his",
    "how", "however", "i", "if", "in", "indeed", "inside", "instead", "into", "is", "it", "its",
    "itself", "just", "keep", "keeps", "kept", "last", "later", "least", "less", "let", "like",
    "made", "make", "makes", "making", "many", "may", "maybe", "me", "mean", "means", "meanwhile",
    "might", "mine", "more", "moreover", "most", "mostly", "much", "must", "my", "myself", "near",
    "nearly", "neither", "never", "nevertheless", "next", "no", "nobody", "none", "nor", "not",
    "nothing", "now", "nowhere", "of", "off", "often", "on", "once", "one", "ones", "only",
    "onto", "or", "other", "others", "otherwise", "ought", "our", "ours", "ourselves", "out",
    "outside", "over", "own", "per", "perhaps", "put", "quite", "rather", "really", "said",
    "same", "saw", "say", "says", "see", "seem", "seemed", "seems", "seen", "several", "shall",
    "she", "should", "since", "so", "some", "somebody", "someone", "something", "sometimes",
    "somewhere", "soon", "still", "such", "take", "taken", "takes", "than", "that", "the",
    "their", "theirs", "them", "themselves", "then", "there", "therefore", "these", "they",
    "thing", "things", "this", "those", "though", "through", "throughout", "thus", "till", "to",
    "today", "together", "too", "took", "toward", "towards", "under", "unless", "until", "up",
    "upon", "us", "use", "used", "uses", "using", "usually", "very", "via", "want", "wanted",
    "wants", "was", "way", "ways", "we", "well", "went", "were", "what", "whatever", "when",
    "whenever", "where", "whereas", "wherever", "whether", "which", "while", "who", "whoever",
    "whole", "whom", "whose", "why", "will", "with", "within", "without", "would", "yet", "you",
    "your", "yours", "yourself", "yourselves",
    // clang-format on
});
static_assert(std::ranges::is_sorted(function_words));

} // namespace

bool is_function_word(std::string_view word) {
  std::string lower(word);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return std::ranges::binary_search(function_words, std::string_view(lower));
}

} // namespace recap::search
