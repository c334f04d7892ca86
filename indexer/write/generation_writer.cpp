// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/generation_writer.hpp"

#include "index/databases.hpp"
#include "index/phrases.hpp"
#include "index/stored_articles.hpp"
#include "index/vocabulary.hpp"
#include "indexer/write/compaction.hpp"

#include <future>
#include <iostream>

namespace recap::indexer {
namespace {

namespace fs = std::filesystem;

// Small batches are faster than large ones (2,000 documents 1.5 times as fast as 30,000 in our
// measurement), and limit the memory.
constexpr std::size_t batch_articles = 2000;
constexpr std::size_t batch_text_bytes = 24 * 1024 * 1024;

/// If more than one in this many articles changed, the database is compacted.
constexpr std::size_t compacted_share = 5;

std::string unchanged(fs::path const& place, std::string const& reason) {
  return place.string() + ": " + reason + "; the index is unchanged";
}

/// Converts Xapian's exceptions: their base class is not a std::exception.
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
    if (plan.base) return open_base(store);
    if (plan.jobs > 1) {
      writers_.emplace(loop, work_,
                       ShardWriters::Plan{plan.average_lengths, plan.jobs, plan.shards});
      return;
    }
    database_ = index::open_writable_databases(work_, plan.shards, Xapian::DB_CREATE);
    if (plan.shards == 1) segments_.emplace(work_, plan.average_lengths, std::nullopt);
  });
}

void GenerationWriter::open_base(index::Store const& store) {
  auto base = store.open(*plan_.base);
  auto const folder = store.generation_folder(*plan_.base);
  fs::create_directories(work_);
  for (auto const& name : index::database_names(plan_.shards))
    fs::copy(folder / name, work_ / name, fs::copy_options::recursive);
  same_phrases_ = folder / index::phrases_name;
  database_ = index::open_writable_databases(work_, plan_.shards, Xapian::DB_OPEN);
  if (plan_.shards == 1)
    segments_.emplace(work_, plan_.average_lengths, SegmentsWriter::Base{folder, std::move(base)});
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
    if (segments_) {
      auto const docid = replace(id_term(record.id), small_document(record));
      segments_->put(docid, std::move(record), std::move(done));
      return count_change(0);
    }
    auto const& terms = builder_.build(record);
    replace(id_term(record.id), whole_document(record, terms));
    count_change(encoded.size());
    done(terms.body_words());
  });
}

Xapian::docid GenerationWriter::replace(std::string const& id, Xapian::Document const& document) {
  if (!same_phrases_.empty()) {
    auto const before = database_->postlist_begin(id);
    bool const same = before != database_->postlist_end(id) &&
                      phrase_terms(database_->get_document(*before)) == phrase_terms(document);
    if (!same) same_phrases_.clear();
  }
  return database_->replace_document(id, document);
}

void GenerationWriter::remove(std::string const& id) {
  if (!database_) return; // writer processes write only new articles
  guarded(draft_.folder(), [&] {
    auto const term = id_term(id);
    auto const at = database_->postlist_begin(term);
    if (segments_ && at != database_->postlist_end(term)) segments_->remove(*at);
    database_->delete_document(term);
    same_phrases_.clear();
    count_change(0);
  });
}

void GenerationWriter::settle() {
  guarded(draft_.folder(), [&] {
    if (segments_) segments_->settle();
  });
}

void GenerationWriter::end_writers() {
  if (!writers_) return;
  pieces_ = writers_->finish();
  writers_.reset();
}

void GenerationWriter::finish_databases() {
  auto const names = index::database_names(plan_.shards);
  if (!database_) {
    auto pieces = databases_of(pieces_, plan_.shards);
    for (std::size_t i = 0; i < names.size(); ++i)
      merge_databases(std::move(pieces[i]), work_, draft_.folder() / names[i]);
  } else {
    bool const compacts = changes_ * compacted_share >= database_->get_doccount();
    database_->close();
    for (auto const& name : names) {
      if (compacts) {
        compact_database(work_ / name, draft_.folder() / name);
      } else {
        fs::rename(work_ / name, draft_.folder() / name);
      }
    }
  }
  if (plan_.shards > 1) mark_ = index::mark_shards(draft_.folder(), plan_.shards, draft_.number());
}

void GenerationWriter::finish_segments() {
  if (segments_) {
    names_ = segments_->finish(draft_);
    return segments_.reset();
  }
  SegmentPieces pieces;
  for (auto const& piece : pieces_)
    pieces.add(piece.folder, static_cast<std::uint32_t>(piece.first));
  names_ = {segment_names(draft_.number())};
  pieces.merge(draft_.folder(), names_.front(), index::DeadCounts::drop);
  index::SegmentWords const words(draft_.folder() / names_.front().words);
  std::vector<std::uint8_t> live(words.docids().empty() ? 0 : words.docids().back() + 1);
  for (auto const docid : words.docids())
    live[docid] = 1;
  index::write_live_articles(live, draft_.folder() / index::live_name);
}

void GenerationWriter::finish() {
  guarded(draft_.folder(), [&] {
    end_writers();
    // If this fails for good (see LastResort), nothing else may be writing.
    if (database_) database_->commit();
    auto const vocabulary = draft_.folder() / index::vocabulary_name;
    if (plan_.shards > 1) {
      finish_databases();
      auto phrases = std::async(std::launch::async, [&] { write_phrases(); });
      index::write_vocabulary(index::words_of(index::open_databases(draft_.folder(), plan_.shards)),
                              vocabulary);
      phrases.get();
    } else {
      auto databases = std::async(std::launch::async, [&] {
        finish_databases();
        write_phrases();
      });
      finish_segments();
      index::write_vocabulary(index::words_of(index::Segments(draft_.folder(), names_)),
                              vocabulary);
      databases.get();
    }
    fs::remove_all(work_);
  });
}

void GenerationWriter::write_phrases() const {
  auto const file = draft_.folder() / index::phrases_name;
  std::error_code no_link; // other file systems have none
  if (!same_phrases_.empty()) fs::create_hard_link(same_phrases_, file, no_link);
  if (same_phrases_.empty() || no_link)
    index::write_phrases(index::open_databases(draft_.folder(), plan_.shards), file);
}

index::Manifest GenerationWriter::manifest() const {
  index::Manifest manifest;
  manifest.shards = plan_.shards;
  manifest.mark = mark_;
  manifest.segments = names_;
  manifest.average_lengths = plan_.average_lengths;
  return manifest;
}

/// Opens the generation as a reader will, before anything points to it.
void GenerationWriter::check(std::uint64_t articles) const {
  index::StoredArticles const stored(draft_.folder(), manifest());
  auto const& database = stored.database();
  auto const& segments = stored.segments();
  bool whole =
      database.get_doccount() == articles && (!segments || segments->live().articles() == articles);
  if (whole && articles > 0) {
    auto const any = *database.postlist_begin("");
    whole = stored.find(stored.record(any).id) == any;
  }
  if (!whole)
    throw index::Error(index::ErrorCode::unwritable,
                       draft_.folder().string() + ": " + std::to_string(database.get_doccount()) +
                           " articles were written instead of " + std::to_string(articles) +
                           "; the index is unchanged, index again with --rebuild");
}

std::uint64_t GenerationWriter::publish(Publication const& publication,
                                        std::deque<KnownFile> const& files) {
  guarded(draft_.folder(), [&] { check(publication.articles); });
  write_state(draft_.folder() / index::sources_name, files);
  auto published = manifest();
  published.articles = publication.articles;
  published.settings = publication.settings;
  published.body_words = publication.body_words;
  draft_.publish(std::move(published), publication.keep);
  return draft_.number();
}

} // namespace recap::indexer
