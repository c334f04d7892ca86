// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/stop_words.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace recap::text {
namespace {

/// Pronouns, prepositions, conjunctions, auxiliaries, and adverbs and verbs with little content;
/// folded contractions (`don't`), except those that are words too (`she'll`). Ascending, for the
/// binary search.
constexpr auto stop_words = std::to_array<std::string_view>({
    // clang-format off
    "a", "about", "above", "across", "after", "afterwards", "again", "against", "ago", "ahead",
    "aint", "all", "almost", "alone", "along", "already", "also", "although", "always", "am",
    "among", "an", "and", "another", "any", "anybody", "anyone", "anything", "anyway", "anywhere",
    "are", "arent", "around", "as", "at", "away", "back", "be", "became", "because", "become",
    "becomes", "been", "before", "began", "begin", "begins", "behind", "being", "below", "beside",
    "besides", "between", "beyond", "both", "but", "by", "came", "can", "cannot", "cant", "come",
    "comes", "could", "couldnt", "did", "didnt", "do", "does", "doesnt", "doing", "done", "dont",
    "down", "during", "each", "either", "else", "enough", "especially", "even", "ever", "every",
    "everybody", "everyone", "everything", "everywhere", "except", "far", "few", "finally", "first",
    "for", "from", "further", "gave", "get", "gets", "getting", "give", "given", "go", "goes",
    "going", "gone", "got", "had", "hadnt", "half", "has", "hasnt", "have", "havent", "having",
    "he", "hence", "her", "here", "hers", "herself", "him", "himself", "his", "how", "however", "i",
    "if", "in", "indeed", "inside", "instead", "into", "is", "isnt", "it", "its", "itself", "ive",
    "just", "keep", "keeps", "kept", "last", "later", "least", "less", "let", "like", "made",
    "make", "makes", "making", "many", "may", "maybe", "me", "mean", "means", "meanwhile", "might",
    "mine", "more", "moreover", "most", "mostly", "much", "must", "mustnt", "my", "myself", "near",
    "nearly", "neednt", "neither", "never", "nevertheless", "next", "no", "nobody", "none", "nor",
    "not", "nothing", "now", "nowhere", "of", "off", "often", "on", "once", "one", "ones", "only",
    "onto", "or", "other", "others", "otherwise", "ought", "our", "ours", "ourselves", "out",
    "outside", "over", "own", "per", "perhaps", "put", "quite", "rather", "really", "said", "same",
    "saw", "say", "says", "see", "seem", "seemed", "seems", "seen", "several", "shall", "she",
    "should", "shouldnt", "since", "so", "some", "somebody", "someone", "something", "sometimes",
    "somewhere", "soon", "still", "such", "take", "taken", "takes", "than", "that", "the", "their",
    "theirs", "them", "themselves", "then", "there", "therefore", "these", "they", "theyd",
    "theyll", "theyre", "theyve", "thing", "things", "this", "those", "though", "through",
    "throughout", "thus", "till", "to", "today", "together", "too", "took", "toward", "towards",
    "under", "unless", "until", "up", "upon", "us", "use", "used", "uses", "using", "usually",
    "very", "via", "want", "wanted", "wants", "was", "wasnt", "way", "ways", "we", "well", "went",
    "were", "werent", "weve", "what", "whatever", "when", "whenever", "where", "whereas",
    "wherever", "whether", "which", "while", "who", "whoever", "whole", "whom", "whose", "why",
    "will", "with", "within", "without", "wont", "would", "wouldnt", "yet", "you", "youd", "youll",
    "your", "youre", "yours", "yourself", "yourselves", "youve",
    // clang-format on
});
static_assert(std::ranges::is_sorted(stop_words));

/// Korean interrogatives, and nouns and verbs with a grammatical function only; without particles.
constexpr auto korean_stop_words = std::to_array<std::string_view>({
    // clang-format off
    "가장", "같은", "같이", "거기", "것", "것은", "것을", "것이", "것인가", "것인가요", "관하여", "관한", "관해",
    "관해서", "그", "그것", "그래서", "그러나", "그러면", "그러한", "그런", "그런데", "그리고", "그중", "누가", "누구",
    "다른", "다시", "대체", "대하여", "대한", "대해", "대해서", "더", "됐나요", "되나요", "되는", "되는가", "되었나",
    "되었나요", "되었는가", "되었는지", "된", "된다", "될", "등", "따라", "따라서", "따른", "때", "때문", "때문에", "또",
    "또는", "또한", "매우", "몇", "모두", "모든", "무슨", "무엇", "무엇을", "뭐", "뭔가", "및", "바로", "수", "수가",
    "않는", "않은", "어느", "어디", "어디서", "어디에", "어디에서", "어떠한", "어떤", "어떻게", "언제", "얼마", "얼마나",
    "없나요", "없는", "없다", "여기", "왜", "위하여", "위한", "위해", "위해서", "의하여", "의한", "의해", "의해서", "이",
    "이것", "이러한", "이런", "이후", "인", "인가", "인가요", "있고", "있나", "있나요", "있는", "있는가", "있는가요",
    "있는지", "있다", "있던", "있습니까", "있습니다", "있었나", "있었나요", "있었다", "있었던", "있으며", "있을까", "있을까요",
    "저", "저것", "저런", "주로", "즉", "통하여", "통한", "통해", "통해서", "하나요", "하는", "하는가", "하였나요",
    "하였는가", "하지만", "한", "할", "함께", "했나요", "했는가", "혹은",
    // clang-format on
});
static_assert(std::ranges::is_sorted(korean_stop_words));

} // namespace

bool is_stop_word(std::string_view word) {
  return std::ranges::binary_search(stop_words, std::string_view(lowered(word))) ||
         std::ranges::binary_search(korean_stop_words, word);
}

} // namespace recap::text
