// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/synonyms.hpp"
#include "text/analyser.hpp"

#include <xapian.h>

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace recap::search {

/// Shards that are asked together: one that is on this host, or all that other hosts serve, which
/// then work at the same time. (Xapian 1.4.22 crashes on OP_MAX over several local ones.)
struct ShardGroup {
  Xapian::Database database;
  std::vector<unsigned> shards; ///< which of the generation's, from 0, as `database` has them
  unsigned all = 1;             ///< shards of the generation
  bool is_remote = false;

  /// The number in the whole of the article that has `id` here.
  [[nodiscard]] Xapian::docid whole(Xapian::docid id) const {
    auto const count = static_cast<unsigned>(shards.size());
    return (id - 1) / count * all + shards[(id - 1) % count] + 1;
  }
};

/// A database of a generation, opened.
struct Shard {
  Xapian::Database database;
  bool is_remote = false;
};

/// What one thread needs to search: database handles (shared ones crash) and an analyser. What it
/// has read from other hosts it keeps, since each look there costs a journey.
class Reader {
public:
  /// `shards`: of one generation, in their order.
  explicit Reader(std::vector<Shard> const& shards);

  Xapian::Database database;      ///< the whole, to look at articles and terms
  std::vector<ShardGroup> groups; ///< the same, to be asked one after the other
  text::Analyser analyser;
  std::shared_ptr<Synonyms const> synonyms = std::make_shared<Synonyms const>();

  [[nodiscard]] bool is_remote() const { return groups.back().is_remote; }

  /// How many articles have `term`, as terms are looked for: searchd/search/terms.hpp.
  [[nodiscard]] Xapian::doccount articles_with(std::string const& term);
  /// Asks other hosts at once for what articles_with() will be asked.
  void look_up(std::span<std::string const> terms);

  [[nodiscard]] Xapian::Document document(Xapian::docid id);
  /// Keeps what document() will be asked for.
  void keep(Xapian::docid id, Xapian::Document document);

  /// Says which articles impact() is going to be asked about, in place of others. For other hosts.
  void look_at(std::span<Xapian::docid const> articles);
  /// The wdf of `term`, which means itself, in one of them; nothing where the article is none of
  /// them. Each term is asked for once, for all of them.
  [[nodiscard]] std::optional<Xapian::termcount> impact(Xapian::docid article,
                                                        std::string const& term);

  /// Words that stand together, looked for already: searchd/search/arrangement.hpp.
  struct Arranged {
    Xapian::Query query;
    bool is_cut = false; ///< some articles may be missing
  };
  std::map<std::string, Arranged> arranged;

  /// Words as they are shown, empty where that is not known: searchd/search/written_words.hpp.
  std::unordered_map<std::string, std::string> written_words;

  /// Before a request: lets articles go, which would add up.
  void begin();

private:
  std::unordered_map<std::string, Xapian::doccount> frequencies_;
  std::unordered_map<Xapian::docid, Xapian::Document> documents_;
  using Impacts = std::unordered_map<Xapian::docid, Xapian::termcount>;
  [[nodiscard]] Impacts read_impacts(std::string const& term);
  std::unordered_set<Xapian::docid> looked_at_;
  Xapian::Query looked_at_query_;
  std::unordered_map<std::string, Impacts> impacts_;
};

} // namespace recap::search
