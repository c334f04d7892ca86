// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/show/written_forms.hpp"

#include "tests/catch.hpp"

using namespace recap;
using namespace recap::search;

TEST_CASE("a stem is spelled as its first word in a section, or outside all sections") {
  index::Record record;
  record.title = "Runner of Backend.AI";
  record.sections.resize(2);
  record.sections[0].heading = "Running";
  record.sections[0].text = "They run.";
  record.sections[1].text = "It runs on C++.";
  text::Analyser analyser;
  WrittenForms forms(analyser, record);
  CHECK(forms.of("run", 0) == "running");
  CHECK(forms.of("run", 1) == "runs");
  CHECK(forms.of("run", std::nullopt).empty());
  CHECK(forms.of("runner", std::nullopt) == "runner");
  CHECK(forms.of("backendai", std::nullopt) == "Backend.AI");
  CHECK(forms.of("c++", 1) == "C++");
  CHECK(forms.of("zoo", 0).empty());
}
