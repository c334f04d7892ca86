// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/article_facts.hpp"

#include "indexer/process/wire.hpp"

namespace recap::indexer {
namespace {

void pack(Packer& out, std::vector<Placed> const& list) {
  out.number(list.size());
  for (auto const& item : list)
    out.text(item.text).number(item.line);
}

void pack(Packer& out, std::vector<std::string> const& list) {
  out.number(list.size());
  for (auto const& item : list)
    out.text(item);
}

} // namespace

ArticleFacts metadata_facts(metadata::Entries const& metadata) {
  ArticleFacts facts;
  for (auto const& entry : metadata) {
    facts.keys.push_back({entry.key, entry.line});
    if (entry.key != "aliases" && entry.key != "redirect_from") continue;
    for (auto const& value : entry.values) {
      if (value.find('/') != std::string::npos) facts.paths.push_back(value);
    }
  }
  return facts;
}

std::string pack(ArticleFacts const& facts) {
  Packer out;
  pack(out, facts.keys);
  pack(out, facts.links);
  pack(out, facts.anchors);
  pack(out, facts.paths);
  return out.message();
}

ArticleFacts unpack_facts(std::string_view message) {
  Unpacker in(message);
  ArticleFacts facts;
  for (auto* const list : {&facts.keys, &facts.links}) {
    list->resize(in.number());
    for (auto& item : *list) {
      item.text = in.text();
      item.line = in.number();
    }
  }
  for (auto* const list : {&facts.anchors, &facts.paths}) {
    list->resize(in.number());
    for (auto& item : *list)
      item = in.text();
  }
  return facts;
}

} // namespace recap::indexer
