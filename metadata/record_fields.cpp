// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/record_fields.hpp"

#include "index/fields.hpp"
#include "metadata/values.hpp"

#include <algorithm>
#include <variant>

namespace recap::metadata {
namespace {

using index::Field;
using index::FieldId;

std::vector<std::string> aliases_of(Entries const& metadata, std::string const& title) {
  std::vector<std::string> aliases;
  auto const add = [&](std::string alias) {
    bool const is_path =
        alias.find('/') != std::string::npos && alias.find(' ') == std::string::npos;
    if (alias.empty() || is_path || alias == title ||
        std::ranges::find(aliases, alias) != aliases.end())
      return;
    aliases.push_back(std::move(alias));
  };
  for (auto const& entry : metadata) {
    bool const translated = entry.key.starts_with("title_") && entry.kind != Entry::Kind::nested;
    if (translated) add(prose_of(metadata, {entry.key}));
  }
  for (auto& alias : list_of(metadata, index::keys_of(FieldId::alias), Values::prose))
    add(std::move(alias));
  return aliases;
}

/// The stored value of a field with restricted values.
std::string stated_value(Entries const& metadata, FieldId id, std::vector<Remark>& remarks) {
  Field const& field = index::field(id);
  auto const* const entry = first_of(metadata, index::keys_of(field));
  if (entry == nullptr) return "";
  auto value = index::stored_value(field, text_of(metadata, index::keys_of(field)));
  if (!value) {
    remarks.push_back(remark_on(*entry, std::string("is not a valid ").append(field.name) +
                                            "; write " +
                                            std::string(index::expected_value(field))));
  }
  return value.value_or("");
}

/// Reads a field without a rule of its own.
void read_field(Entries const& metadata, Field const& field, index::Record& record) {
  using Texts = std::vector<std::string> index::Record::*;
  using Text = std::string index::Record::*;
  Keys const keys = index::keys_of(field);
  switch (field.reading) {
  case index::Reading::by_rule: return;
  case index::Reading::text: record.*std::get<Text>(field.value) = text_of(metadata, keys); return;
  case index::Reading::prose:
    record.*std::get<Text>(field.value) = without_links(prose_of(metadata, keys));
    return;
  case index::Reading::prose_list:
    for (auto const& value : list_of(metadata, keys, Values::prose))
      (record.*std::get<Texts>(field.value)).push_back(without_links(value));
    return;
  case index::Reading::names:
    for (auto const& value : list_of(metadata, keys, Values::names))
      (record.*std::get<Texts>(field.value)).push_back(without_links(value));
    return;
  case index::Reading::comma_list:
    record.*std::get<Texts>(field.value) = list_of(metadata, keys, Values::with_commas);
    return;
  }
}

} // namespace

void read_fields(Entries const& metadata, index::Record& record, std::vector<Remark>& remarks) {
  for (Field const& field : index::fields)
    read_field(metadata, field, record);
  record.title = prose_of(metadata, {"title"});
  record.aliases = aliases_of(metadata, record.title);
  auto const year = stated_value(metadata, FieldId::year, remarks);
  if (!year.empty()) record.year = static_cast<std::uint16_t>(std::stoi(year));
  record.season = stated_value(metadata, FieldId::season, remarks);
  record.lang = stated_value(metadata, FieldId::lang, remarks);
}

} // namespace recap::metadata
