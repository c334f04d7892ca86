// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/fields.hpp"
#include "index/stored_articles.hpp"
#include "indexer/operate/actions.hpp"
#include "indexer/operate/xapian_errors.hpp"

#include <nlohmann/json.hpp>

#include <ostream>
#include <type_traits>
#include <variant>

namespace recap::indexer {
namespace {

using Json = nlohmann::ordered_json;

/// Omits empty values; the reader derives the same values without them.
Json line_of(index::Record const& record) {
  Json line;
  for (index::Field const& field : index::fields) {
    auto const add = [&](auto member) {
      auto const& value = record.*member;
      if (value != std::remove_cvref_t<decltype(value)>()) line[field.member] = value;
    };
    std::visit(add, field.value);
  }
  line["sections"] = Json::array();
  for (auto const& section : record.sections) {
    line["sections"].push_back({{"heading", section.heading},
                                {"anchor", section.anchor},
                                {"level", section.level},
                                {"text", section.text}});
  }
  return line;
}

} // namespace

std::uint64_t export_articles(std::filesystem::path const& folder, std::ostream& out) {
  index::Store const store(folder);
  auto const manifest = store.open_current();
  auto const place = store.generation_folder(manifest.generation);
  return reading(place, [&] {
    index::StoredArticles const stored(place, manifest);
    std::uint64_t articles = 0;
    stored.for_each([&](auto, index::Record const& record) {
      out << line_of(record).dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
      ++articles;
    });
    return articles;
  });
}

} // namespace recap::indexer
