// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/phrases.hpp"

#include "tests/index/store_fixture.hpp"
#include "text/typed.hpp"

#include <xapian.h>

using namespace recap;
using namespace recap::index;

namespace {

class PhrasesFixture {
protected:
  void add(PhraseKind kind, std::string_view text, std::uint32_t day = 0) {
    Xapian::Document document;
    document.add_boolean_term(phrase_term(kind, text, day));
    document.add_term("unrelated");
    database_.add_document(document);
  }

  Phrases written() {
    write_phrases(database_, file_);
    return Phrases(file_);
  }

  recap::tests::TemporaryFolder temporary_;
  std::filesystem::path file_ = temporary_.path() / phrases_name;
  Xapian::WritableDatabase database_{"", Xapian::DB_BACKEND_INMEMORY};
};

using Texts = std::vector<std::string>;

Texts beginning(Phrases const& phrases, PhraseKind kind, std::string_view typed,
                std::size_t most = 9, Phrases::By by = Phrases::By::keys) {
  Texts texts;
  for (auto const& phrase : phrases.beginning(kind, text::typed(typed).keys, most, by))
    texts.emplace_back(phrase.text);
  return texts;
}

} // namespace

TEST_CASE_METHOD(PhrasesFixture, "an index without phrases completes none") {
  auto const phrases = written();
  CHECK(phrases.size() == 0);
  CHECK(beginning(phrases, PhraseKind::title, "a").empty());
  CHECK(beginning(phrases, PhraseKind::heading, "").empty());
}

TEST_CASE_METHOD(PhrasesFixture, "a phrase is found from the beginning of any of its words") {
  add(PhraseKind::heading, "Good first issue");
  auto const phrases = written();
  for (std::string_view const typed : {"g", "good fi", "first iss", "issue", "GOODFIRST"}) {
    INFO(typed);
    CHECK(beginning(phrases, PhraseKind::heading, typed) == Texts{"Good first issue"});
    CHECK(beginning(phrases, PhraseKind::title, typed).empty());
  }
  for (std::string_view const typed : {"ood", "good is", "issues"}) {
    INFO(typed);
    CHECK(beginning(phrases, PhraseKind::heading, typed).empty());
  }
}

TEST_CASE_METHOD(PhrasesFixture,
                 "phrases that begin with the text come before those with a later word") {
  add(PhraseKind::topic, "open source");
  add(PhraseKind::topic, "source code");
  add(PhraseKind::topic, "open source");
  add(PhraseKind::topic, "open source");
  add(PhraseKind::topic, "sourcing");
  add(PhraseKind::topic, "sourcing");
  auto const phrases = written();
  CHECK(beginning(phrases, PhraseKind::topic, "sour") ==
        Texts{"sourcing", "source code", "open source"});
  CHECK(beginning(phrases, PhraseKind::topic, "sour", 1) == Texts{"sourcing"});
}

TEST_CASE_METHOD(PhrasesFixture, "titles come newest first") {
  add(PhraseKind::title, "Recap of 2021", 20210901);
  add(PhraseKind::title, "Recap of 2023", 20230901);
  add(PhraseKind::title, "Recap of some year");
  auto const phrases = written();
  CHECK(beginning(phrases, PhraseKind::title, "recap") ==
        Texts{"Recap of 2023", "Recap of 2021", "Recap of some year"});
  CHECK(phrases.beginning(PhraseKind::title, "recapof2021", 1)[0].day == 20210901);
}

TEST_CASE_METHOD(PhrasesFixture, "spellings that are typed alike are one phrase") {
  add(PhraseKind::topic, "GPU");
  add(PhraseKind::topic, "gpu");
  add(PhraseKind::topic, "GPU");
  add(PhraseKind::topic, "오픈 소스");
  add(PhraseKind::topic, "오픈소스");
  auto const phrases = written();
  CHECK(phrases.size() == 2);
  auto const gpu = phrases.beginning(PhraseKind::topic, "g", 5);
  REQUIRE(gpu.size() == 1);
  CHECK(gpu[0].text == "GPU");
  CHECK(gpu[0].documents == 3);
}

TEST_CASE_METHOD(PhrasesFixture, "Korean is completed from part syllables and from initials") {
  add(PhraseKind::title, "여름 인턴십 후기", 20220901);
  add(PhraseKind::title, "Summer internship", 20220901);
  auto const phrases = written();
  for (std::string_view const typed : {"ㅇ", "여", "열", "여름 인", "인턴ㅅ", "인턴십후"}) {
    INFO(typed);
    CHECK(beginning(phrases, PhraseKind::title, typed) == Texts{"여름 인턴십 후기"});
  }
  for (std::string_view const typed : {"ㅇㄹ", "ㅇㅌㅅ", "ㅇㄹㅇㅌㅅㅎㄱ", "ㅎㄱ"}) {
    INFO(typed);
    CHECK(beginning(phrases, PhraseKind::title, typed, 9, Phrases::By::initials) ==
          Texts{"여름 인턴십 후기"});
  }
  CHECK(beginning(phrases, PhraseKind::title, "ㅌㅅ", 9, Phrases::By::initials).empty());
}

TEST_CASE_METHOD(PhrasesFixture,
                 "the beginning of a long phrase is completed, on whole characters") {
  std::string const text = "a" + std::string(50, 'b');
  std::string korean;
  for (int i = 0; i < 100; ++i)
    korean += "인턴";
  add(PhraseKind::heading, text);
  add(PhraseKind::heading, "x" + korean);
  auto const phrases = written();
  CHECK(beginning(phrases, PhraseKind::heading, "ab") == Texts{text});
  auto const cut = beginning(phrases, PhraseKind::heading, "x").at(0);
  CHECK(cut.size() <= longest_phrase_bytes);
  CHECK(("x" + korean).starts_with(cut));
  CHECK(cut.size() % 3 == 1);
}

TEST_CASE_METHOD(PhrasesFixture, "damaged phrases are an error that names the file") {
  CHECK(names(error_of([&] { Phrases const missing(file_); }), file_));
  add(PhraseKind::title, "여름 인턴십 후기", 20220901);
  add(PhraseKind::heading, "Good first issue");
  (void)written();
  auto const whole = content_of(file_);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    write_file(file_, std::string_view(whole).substr(0, size));
    auto const error = error_of([&] { Phrases const cut(file_); });
    if (error.code() != ErrorCode::damaged || !names(error, file_)) FAIL(size);
  }
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (char const byte : {'\0', '\x7F', '\xFF'}) {
      auto changed = whole;
      changed[at] = byte;
      write_file(file_, changed);
      try {
        Phrases const phrases(file_);
        for (auto const kind : {PhraseKind::title, PhraseKind::heading}) {
          (void)phrases.beginning(kind, "", 9);
          (void)phrases.beginning(kind, "f", 9);
          (void)phrases.beginning(kind, "D", 9, Phrases::By::initials);
        }
      } catch (Error const& error) {
        CHECK(error.code() == ErrorCode::damaged);
      }
    }
  }
}
