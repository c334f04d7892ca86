// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/evaluated_text.hpp"

#include "searchd/search/impact_weight.hpp"

#include <algorithm>
#include <memory>
#include <vector>

namespace recap::search {
namespace {

struct Weighed {
  Xapian::docid id;
  double weight;
};

using Articles = std::vector<Weighed>;

class Collector : public Xapian::MatchSpy {
public:
  explicit Collector(Articles& articles)
      : articles_(articles) {}

  void operator()(Xapian::Document const& document, double weight) override {
    articles_.push_back({document.get_docid(), weight});
  }

private:
  Articles& articles_;
};

Articles matches(Xapian::Database const& database, Xapian::Query const& query) {
  Articles articles;
  Collector collector(articles);
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(ImpactWeight());
  enquire.add_matchspy(&collector);
  static_cast<void>(enquire.get_mset(0, 0, database.get_doccount()));
  std::ranges::sort(articles, {}, &Weighed::id);
  return articles;
}

/// A posting list of articles that are known already.
class KnownArticles : public Xapian::PostingSource {
public:
  explicit KnownArticles(std::shared_ptr<Articles const> articles)
      : articles_(std::move(articles)) {}

  void init(Xapian::Database const& /*database*/) override {
    at_ = articles_->begin();
    started_ = false;
    auto const most = std::ranges::max_element(*articles_, {}, &Weighed::weight);
    set_maxweight(most == articles_->end() ? 0 : most->weight);
  }

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return count(); }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return count(); }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return count(); }
  [[nodiscard]] double get_weight() const override { return at_->weight; }
  [[nodiscard]] Xapian::docid get_docid() const override { return at_->id; }
  [[nodiscard]] bool at_end() const override { return at_ == articles_->end(); }
  [[nodiscard]] PostingSource* clone() const override { return new KnownArticles(articles_); }

  void next(double /*least_weight*/) override {
    if (started_) ++at_;
    started_ = true;
  }

  void skip_to(Xapian::docid id, double /*least_weight*/) override {
    started_ = true;
    at_ = std::ranges::lower_bound(at_, articles_->end(), id, {}, &Weighed::id);
  }

private:
  [[nodiscard]] Xapian::doccount count() const {
    return static_cast<Xapian::doccount>(articles_->size());
  }

  std::shared_ptr<Articles const> articles_;
  Articles::const_iterator at_;
  bool started_ = false;
};

Xapian::Query known(Articles articles) {
  auto source =
      std::make_unique<KnownArticles>(std::make_shared<Articles const>(std::move(articles)));
  return Xapian::Query(source.release()->release());
}

} // namespace

Xapian::Query EvaluatedText::once(Tier tier, Xapian::Query const& words) {
  auto& text = found(tier);
  if (text.empty()) text = known(matches(database_, words));
  return text;
}

Xapian::Query EvaluatedText::among(Tier tier, Xapian::Query const& condition) {
  auto const [place, is_new] = conditions_.try_emplace({tier, condition.serialise()}, condition);
  if (!is_new || kept_ > most_kept_) return place->second;
  auto met = matches(database_, Xapian::Query(Xapian::Query::OP_FILTER, found(tier), condition));
  kept_ += met.size();
  return place->second = known(std::move(met));
}

} // namespace recap::search
