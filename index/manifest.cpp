// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/manifest.hpp"

#include "index/databases.hpp"
#include "index/fields.hpp"
#include "text/analyser.hpp"

#include <nlohmann/json.hpp>

namespace recap::index {
namespace {

void check_version(unsigned found, unsigned ours, std::string const& what,
                   std::filesystem::path const& file) {
  if (found == ours) return;
  std::string const versions = file.string() + ": " + what + " " + std::to_string(found) +
                               ", this program has " + std::to_string(ours);
  if (found > ours) {
    throw Error(ErrorCode::newer,
                versions + "; use the newer program, or index again with --rebuild");
  }
  throw Error(ErrorCode::older, versions + "; index again with this program's recap-indexer");
}

} // namespace

std::string to_json(Manifest const& manifest) {
  nlohmann::ordered_json files = nlohmann::ordered_json::array();
  for (ManifestFile const& file : manifest.files) {
    files.push_back({{"name", file.name}, {"bytes", file.bytes}, {"xxh3", file.xxh3}});
  }
  nlohmann::ordered_json segments = nlohmann::ordered_json::array();
  for (auto const& [words, articles] : manifest.segments)
    segments.push_back({{"words", words}, {"articles", articles}});
  nlohmann::ordered_json const json{
      {"schema", manifest.schema},
      {"analyser", manifest.analyser},
      {"generation", manifest.generation},
      {"created", manifest.created},
      {"articles", manifest.articles},
      {"shards", manifest.shards},
      {"mark", manifest.mark},
      {"segments", segments},
      {"settings", manifest.settings},
      {"average_lengths", manifest.average_lengths},
      {"body_words", manifest.body_words},
      {"files", files},
  };
  return json.dump(2) + '\n';
}

Manifest from_json(std::string const& json, std::filesystem::path const& file) {
  try {
    auto const parsed = nlohmann::json::parse(json);
    Manifest manifest;
    manifest.schema = parsed.at("schema");
    check_version(manifest.schema, schema_version, "schema", file);
    manifest.analyser = parsed.at("analyser");
    check_version(manifest.analyser, text::analyser_version, "analyser", file);
    manifest.generation = parsed.at("generation");
    manifest.created = parsed.at("created");
    manifest.articles = parsed.at("articles");
    manifest.shards = parsed.value("shards", 1U);
    manifest.mark = parsed.value("mark", "");
    if (manifest.shards < 1 || manifest.shards > most_shards)
      throw Error(ErrorCode::damaged, file.string() + ": " + std::to_string(manifest.shards) +
                                          " shards; index again with --rebuild");
    for (auto const& row : parsed.at("segments"))
      manifest.segments.push_back({row.at("words"), row.at("articles")});
    manifest.settings = parsed.at("settings");
    manifest.average_lengths = parsed.at("average_lengths");
    manifest.body_words = parsed.at("body_words");
    for (auto const& row : parsed.at("files")) {
      manifest.files.push_back({row.at("name"), row.at("bytes"), row.at("xxh3")});
    }
    return manifest;
  } catch (nlohmann::json::exception const&) {
    throw Error(ErrorCode::damaged, file.string() + ": not a manifest; index again with --rebuild");
  }
}

} // namespace recap::index
