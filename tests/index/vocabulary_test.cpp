// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/vocabulary.hpp"

#include "index/fields.hpp"
#include "tests/index/store_fixture.hpp"
#include "text/analyser.hpp"
#include "text/edit_distance.hpp"
#include "text/keys.hpp"

#include <xapian.h>

#include <algorithm>
#include <random>
#include <set>

using namespace recap;
using namespace recap::index;

namespace {

/// A vocabulary of articles of one line each, with the terms that the indexer gives them.
class VocabularyFixture {
protected:
  void add(std::string_view text) {
    Xapian::Document document;
    for (auto const& token : analyser_.analyse(text)) {
      document.add_term(word_term("", token.word));
      if (token.kind == text::TokenKind::hangul) document.add_term(word_term("", token.stem));
      document.add_term(stem_term("", token.stem));
      for (auto const pair : text::bigrams(token.word))
        document.add_term(bigram_term(pair));
    }
    document.add_boolean_term("Qid");
    database_.add_document(document);
  }

  Vocabulary written() {
    write_vocabulary(words_of(database_), file_);
    return Vocabulary(file_);
  }

  recap::tests::TemporaryFolder temporary_;
  std::filesystem::path file_ = temporary_.path() / vocabulary_name;
  Xapian::WritableDatabase database_{"", Xapian::DB_BACKEND_INMEMORY};
  text::Analyser analyser_;
};

std::vector<std::string> texts(std::vector<Word> const& words) {
  std::vector<std::string> all;
  for (auto const& word : words)
    all.emplace_back(word.text);
  return all;
}

std::vector<std::string> texts(std::vector<Vocabulary::Near> const& words) {
  std::vector<std::string> all;
  for (auto const& [word, distance] : words)
    all.push_back(std::string(word.text) + ' ' + std::to_string(distance));
  return all;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE_METHOD(VocabularyFixture, "an empty vocabulary finds nothing") {
  auto const vocabulary = written();
  CHECK(vocabulary.size() == 0);
  CHECK_FALSE(vocabulary.find("a"));
  CHECK(vocabulary.completions("", 5).empty());
  CHECK(vocabulary.with_initials("", 5).empty());
  CHECK(vocabulary.near("a", 2).empty());
  CHECK(vocabulary.near_completions("a", 2, 5).empty());
}

TEST_CASE_METHOD(VocabularyFixture, "words have their document frequency") {
  add("monitoring the cluster");
  add("Monitoring GPU servers, monitoring everything");
  auto const vocabulary = written();
  CHECK(vocabulary.find("monitoring")->documents == 2);
  CHECK(vocabulary.find("cluster")->documents == 1);
  CHECK_FALSE(vocabulary.find("clusters"));
  CHECK_FALSE(vocabulary.find("clust"));
  CHECK_FALSE(vocabulary.find("Monitoring"));
  CHECK_FALSE(vocabulary.find(""));
}

TEST_CASE_METHOD(VocabularyFixture, "completions are ordered by number of articles") {
  add("container containers contain");
  add("container content");
  add("container containers");
  auto const vocabulary = written();
  CHECK(texts(vocabulary.completions("cont", 9)) ==
        Texts{"container", "containers", "contain", "content"});
  CHECK(texts(vocabulary.completions("cont", 2)) == Texts{"container", "containers"});
  CHECK(texts(vocabulary.completions("containers", 9)) == Texts{"containers"});
  CHECK(vocabulary.completions("x", 9).empty());
  CHECK(vocabulary.completions("cont", 0).empty());
  CHECK(vocabulary.completions("", 9).size() == 4);
}

TEST_CASE_METHOD(VocabularyFixture, "Korean completes from every state of the input method") {
  add("쿠버네티스 클러스터를 운영했습니다");
  add("쿠버네티스에서 쿠키를");
  auto const vocabulary = written();
  for (std::string_view const typed : {"쿱", "쿠버", "쿠번", "쿠버넽", "쿠버네팃"}) {
    INFO(typed);
    CHECK(texts(vocabulary.completions(text::keys(typed), 5)) == Texts{"쿠버네티스"});
  }
  CHECK(texts(vocabulary.completions(text::keys("ㅋ"), 5)) ==
        Texts{"쿠버네티스", "클러스터", "쿠키"});
}

TEST_CASE_METHOD(VocabularyFixture, "initial consonants find their words") {
  add("인턴십 인터넷 서버 까치 internet");
  add("인턴십을 했다");
  auto const vocabulary = written();
  CHECK(texts(vocabulary.with_initials("ㅇㅌㅅ", 5)) == Texts{"인턴십"});
  CHECK(texts(vocabulary.with_initials("ㅇㅌ", 5)) == Texts{"인턴십", "인터넷"});
  CHECK(texts(vocabulary.with_initials("ㄲ", 5)) == Texts{"까치"});
  CHECK(vocabulary.with_initials("ㅌ", 5).empty());
}

TEST_CASE_METHOD(VocabularyFixture, "the noun replaces its forms with particles") {
  add("서버를 서버가 서버에서는 고쳤다");
  add("디자인을 디자인이 디자인");
  add("민주주의는 민주주의");
  add("비급여 에어팟 나이키");
  auto const vocabulary = written();
  for (std::string_view const noun : {"서버", "디자인", "민주주의", "비급여", "에어팟", "나이키"}) {
    INFO(noun);
    CHECK(vocabulary.find(noun));
  }
  for (std::string_view const form :
       {"서버를", "디자", "디자인을", "민주주", "민주주의는", "급여", "에어"}) {
    INFO(form);
    CHECK_FALSE(vocabulary.find(form));
  }
}

TEST_CASE_METHOD(VocabularyFixture, "near words are found with their distance") {
  add("monitoring monitor onboarding boarding 인턴십 인턴 프로그램을");
  auto const vocabulary = written();
  CHECK(texts(vocabulary.near("monitering", 1)) == Texts{"monitoring 1"});
  CHECK(texts(vocabulary.near("monitoring", 1)) == Texts{"monitoring 0"});
  CHECK(texts(vocabulary.near("onboarding", 2)) == Texts{"boarding 2", "onboarding 0"});
  CHECK(texts(vocabulary.near("noboarding", 1)) == Texts{"onboarding 1"});
  CHECK(vocabulary.near("noboarding", 1, Vocabulary::FirstKey::fixed).empty());
  CHECK(texts(vocabulary.near(text::keys("인턴쉽"), 1)) == Texts{"인턴십 1"});
  CHECK(texts(vocabulary.near(text::keys("프로그렘"), 1)) == Texts{"프로그램 1"});
  CHECK(vocabulary.near("zzzzzz", 2).empty());
  CHECK(vocabulary.near(std::string(500, 'a'), 2).empty());
  CHECK(vocabulary.near("", 2).empty());
}

TEST_CASE_METHOD(VocabularyFixture, "an error at the beginning of a word is tolerated") {
  add("monitoring monitor money");
  add("monitoring");
  auto const vocabulary = written();
  CHECK(texts(vocabulary.near_completions("monitr", 1, 5)) == Texts{"monitoring 1", "monitor 1"});
  CHECK(texts(vocabulary.near_completions("mnoi", 1, 1)) == Texts{"monitoring 1"});
  CHECK(vocabulary.near_completions("xonit", 1, 5).empty());
}

TEST_CASE_METHOD(VocabularyFixture, "the walk finds what comparing with every word finds") {
  std::mt19937 random(11);
  auto const word = [&] {
    std::string text(1 + random() % 7, 'a');
    for (char& c : text)
      c = static_cast<char>('a' + random() % 4);
    return text;
  };
  std::set<std::string> all;
  for (int i = 0; i < 1500; ++i)
    all.insert(word());
  Xapian::Document document;
  for (auto const& one : all)
    document.add_term(one);
  database_.add_document(document);
  auto const vocabulary = written();
  CHECK(vocabulary.size() == all.size());
  for (int i = 0; i < 200; ++i) {
    auto const asked = word();
    unsigned const distance = 1 + static_cast<unsigned>(random() % 2);
    Texts expected;
    for (auto const& one : all) {
      auto const edits = text::edit_distance(asked, one, distance);
      if (edits <= distance) expected.push_back(one + ' ' + std::to_string(edits));
    }
    INFO(asked);
    CHECK(texts(vocabulary.near(asked, distance)) == expected);
  }
}

TEST_CASE_METHOD(VocabularyFixture, "a damaged vocabulary is an error that names the file") {
  CHECK(names(error_of([&] { Vocabulary const missing(file_); }), file_));
  add("서버를 인턴십 monitoring the cluster 한 words for length");
  (void)written();
  auto const whole = content_of(file_);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    write_file(file_, std::string_view(whole).substr(0, size));
    auto const error = error_of([&] { Vocabulary const cut(file_); });
    if (error.code() != ErrorCode::damaged || !names(error, file_)) FAIL(size);
  }
  write_file(file_, whole + "x");
  CHECK(error_of([&] { Vocabulary const longer(file_); }).code() == ErrorCode::damaged);
}

TEST_CASE_METHOD(VocabularyFixture, "changed bytes give wrong words or an error, nothing worse") {
  add("서버를 서버가 인턴십 monitoring the cluster 한 words for length and more of them");
  (void)written();
  auto const whole = content_of(file_);
  std::size_t errors = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (char const byte : {'\0', '\x7F', '\xFF'}) {
      auto changed = whole;
      changed[at] = byte;
      write_file(file_, changed);
      try {
        Vocabulary const vocabulary(file_);
        (void)vocabulary.find("monitoring");
        (void)vocabulary.completions("", 50);
        (void)vocabulary.with_initials("", 50);
        (void)vocabulary.near("clustre", 2);
        (void)vocabulary.near_completions("mno", 1, 50);
      } catch (Error const& error) {
        ++errors;
        CHECK(error.code() == ErrorCode::damaged);
      }
    }
  }
  CHECK(errors > 0);
}
