// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/generation_writer.hpp"

#include "index/databases.hpp"
#include "index/fields.hpp"
#include "index/phrases.hpp"
#include "index/vocabulary.hpp"

#include <algorithm>
#include <future>
#include <iostream>
#include <span>
#include <vector>

namespace recap::indexer {
namespace {

namespace fs = std::filesystem;

// Small batches are faster than large ones (2,000 documents 1.5 times as fast as 30,000 in our
// measurement), and bound the memory.
constexpr std::size_t batch_articles = 2000;
constexpr std::size_t batch_text_bytes = 24 * 1024 * 1024;

/// With a larger share of changed articles than one in so many, the database is compacted.
constexpr std::size_t compacted_share = 5;

std::string unchanged(fs::path const& place, std::string const& reason) {
  return place.string() + ": " + reason + "; the index is as it was before";
}

/// Where Xapian's exceptions end: its base class is no std::exception.
template <typename Function>
auto guarded(fs::path const& place, Function&& function) {
  try {
    return function();
  } catch (Xapian::Error const& error) {
    throw index::Error(
        index::ErrorCode::unwritable,
        unchanged(place, error.get_msg() + " " +
                             (error.get_error_string() ? error.get_error_string() : "")));
  } catch (fs::filesystem_error const& error) {
    throw index::Error(index::ErrorCode::unwritable, unchanged(place, error.code().message()));
  }
}

std::vector<std::string> phrase_terms(Xapian::Document const& document) {
  std::vector<std::string> terms;
  auto term = document.termlist_begin();
  for (term.skip_to(std::string(index::phrase_prefix)); term != document.termlist_end(); ++term) {
    if (!(*term).starts_with(index::phrase_prefix)) break;
    terms.push_back(*term);
  }
  return terms;
}

/// Databases merged at once.
constexpr std::size_t most_merged = 64;

/// Merges databases into a compact one, articles in their order.
void merge(std::span<fs::path const> folders, fs::path const& place) {
  Xapian::Database all;
  for (auto const& folder : folders)
    all.add_database(Xapian::Database(folder.string()));
  all.compact(place.string(), Xapian::Compactor::FULL);
}

/// The same of any number, which it removes; `work` is a folder for what is in between.
void merge_all(std::vector<fs::path> folders, fs::path const& work, fs::path const& place) {
  // Each that is open takes five of the files that a process may have open.
  for (std::size_t level = 0; folders.size() > most_merged; ++level) {
    std::vector<fs::path> merged;
    for (std::size_t first = 0; first < folders.size(); first += most_merged) {
      std::size_t const count = std::min(most_merged, folders.size() - first);
      merged.push_back(work / ("merged-" + std::to_string(level) + '-' +
                               std::to_string(merged.size()) + '-' + place.filename().string()));
      merge({folders.begin() + static_cast<std::ptrdiff_t>(first), count}, merged.back());
      for (std::size_t i = first; i < first + count; ++i)
        fs::remove_all(folders[i]);
    }
    folders = std::move(merged);
  }
  merge(folders, place);
}

} // namespace

GenerationWriter::GenerationWriter(index::Store const& store, MessageLoop& loop, Plan const& plan)
    : draft_(store)
    , last_resort_([folder = draft_.folder()](std::string const& reason) {
      std::error_code stays; // the next run removes it
      fs::remove_all(folder, stays);
      std::cerr << "recap-indexer: " << unchanged(folder, reason) << std::endl;
    })
    , work_(draft_.folder() / "work")
    , plan_(plan)
    , builder_(plan.average_lengths) {
  guarded(draft_.folder(), [&] {
    if (plan.base) {
      open_base(store);
    } else if (plan.jobs > 1) {
      writers_.emplace(loop, work_,
                       ShardWriters::Plan{plan.average_lengths, plan.jobs, plan.shards});
    } else {
      database_ = index::open_writable_databases(work_, plan.shards, Xapian::DB_CREATE);
    }
  });
}

void GenerationWriter::open_base(index::Store const& store) {
  static_cast<void>(store.open(*plan_.base));
  auto const folder = store.generation_folder(*plan_.base);
  fs::create_directories(work_);
  for (auto const& name : index::database_names(plan_.shards))
    fs::copy(folder / name, work_ / name, fs::copy_options::recursive);
  same_phrases_ = folder / index::phrases_name;
  database_ = index::open_writable_databases(work_, plan_.shards, Xapian::DB_OPEN);
}

void GenerationWriter::count_change(std::size_t bytes) {
  ++changes_;
  ++batch_changes_;
  batch_bytes_ += bytes;
  if (batch_changes_ < batch_articles && batch_bytes_ < batch_text_bytes) return;
  database_->commit();
  batch_changes_ = batch_bytes_ = 0;
}

void GenerationWriter::put(std::string const& encoded, std::function<void(std::uint64_t)> done) {
  guarded(draft_.folder(), [&] {
    if (writers_) return writers_->put(encoded, std::move(done));
    auto record = index::decode(encoded);
    auto const& terms = builder_.build(record);
    auto document = whole_document(record, terms);
    if (plan_.shards > 1) document.add_value(index::id_slot, record.id);
    replace(id_term(record.id), document);
    count_change(encoded.size());
    done(terms.body_words());
  });
}

void GenerationWriter::replace(std::string const& id, Xapian::Document const& document) {
  if (!same_phrases_.empty()) {
    auto const before = database_->postlist_begin(id);
    bool const same = before != database_->postlist_end(id) &&
                      phrase_terms(database_->get_document(*before)) == phrase_terms(document);
    if (!same) same_phrases_.clear();
  }
  database_->replace_document(id, document);
}

void GenerationWriter::remove(std::string const& id) {
  if (!database_) return; // writers have nothing but what is there
  guarded(draft_.folder(), [&] {
    database_->delete_document(id_term(id));
    same_phrases_.clear();
    count_change(0);
  });
}

void GenerationWriter::merge_pieces() {
  auto pieces = writers_->finish();
  writers_.reset();
  auto const names = index::database_names(plan_.shards);
  for (std::size_t i = 0; i < names.size(); ++i)
    merge_all(std::move(pieces[i]), work_, draft_.folder() / names[i]);
  fs::remove_all(work_);
}

void GenerationWriter::finish_databases() {
  database_->commit();
  bool const compacts = changes_ * compacted_share >= database_->get_doccount();
  database_->close();
  // Of several each keeps its numbers, which are those of one database only together.
  unsigned const numbers = plan_.shards > 1 ? Xapian::DBCOMPACT_NO_RENUMBER : 0;
  for (auto const& name : index::database_names(plan_.shards)) {
    auto const final_place = draft_.folder() / name;
    if (compacts) {
      Xapian::Database((work_ / name).string())
          .compact(final_place.string(), Xapian::Compactor::FULL | numbers);
    } else {
      fs::rename(work_ / name, final_place);
    }
  }
  fs::remove_all(work_);
}

void GenerationWriter::finish() {
  guarded(draft_.folder(), [&] {
    if (writers_) {
      merge_pieces();
    } else {
      finish_databases();
    }
    if (plan_.shards > 1)
      mark_ = index::mark_shards(draft_.folder(), plan_.shards, draft_.number());
    auto const open = [&] { return index::open_databases(draft_.folder(), plan_.shards); };
    auto phrases = std::async(std::launch::async, [&] { write_phrases(open()); });
    auto const finished = open(); // one for each thread
    articles_ = finished.get_doccount();
    index::write_vocabulary(index::words_of(finished), draft_.folder() / index::vocabulary_name);
    phrases.get();
  });
}

void GenerationWriter::write_phrases(Xapian::Database const& finished) const {
  auto const file = draft_.folder() / index::phrases_name;
  std::error_code no_link; // other file systems have none
  if (!same_phrases_.empty()) fs::create_hard_link(same_phrases_, file, no_link);
  if (same_phrases_.empty() || no_link) index::write_phrases(finished, file);
}

/// Opens what was written as a reader will, before anything points to it.
void GenerationWriter::check(std::uint64_t articles) const {
  auto const database = index::open_databases(draft_.folder(), plan_.shards);
  bool whole = database.get_doccount() == articles;
  if (whole && articles > 0) {
    auto const any = database.get_document(*database.postlist_begin(""));
    whole = database.term_exists(id_term(index::decode(any.get_data()).id));
  }
  if (!whole)
    throw index::Error(index::ErrorCode::unwritable,
                       draft_.folder().string() + ": " + std::to_string(database.get_doccount()) +
                           " articles were written instead of " + std::to_string(articles) +
                           "; the index is as it was before, index again with --rebuild");
}

std::uint64_t GenerationWriter::publish(Publication const& publication,
                                        std::deque<KnownFile> const& files) {
  guarded(draft_.folder(), [&] { check(publication.articles); });
  write_state(draft_.folder() / index::sources_name, files);
  index::Manifest manifest;
  manifest.articles = articles_;
  manifest.shards = plan_.shards;
  manifest.mark = mark_;
  manifest.settings = publication.settings;
  manifest.average_lengths = plan_.average_lengths;
  manifest.body_words = publication.body_words;
  draft_.publish(std::move(manifest), publication.keep);
  return draft_.number();
}

} // namespace recap::indexer
