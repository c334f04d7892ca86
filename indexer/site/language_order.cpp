// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/language_order.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <utility>

namespace recap::indexer {

std::vector<std::string> languages_by_weight(metadata::Node const* languages) {
  std::vector<std::pair<long, std::string>> all;
  for (std::size_t i = 0; languages != nullptr && i < languages->keys.size(); ++i) {
    auto const* const weight = child_of(*languages->children[i], "weight");
    bool const number = weight != nullptr && !weight->text.empty() && weight->text.size() < 9 &&
                        std::ranges::all_of(weight->text, text::is_digit);
    all.emplace_back(number ? std::stol(weight->text) : 0, languages->keys[i].name);
  }
  std::ranges::stable_sort(all, {}, &std::pair<long, std::string>::first);
  std::vector<std::string> names;
  for (auto& [weight, name] : all)
    names.push_back(std::move(name));
  return names;
}

void put_first(std::vector<std::string>& languages, std::string const& first) {
  if (first.empty()) return;
  std::erase(languages, first);
  languages.insert(languages.begin(), first);
}

} // namespace recap::indexer
