// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/result_json.hpp"

#include "searchd/api/article_json.hpp"
#include "searchd/api/why_text.hpp"

namespace recap::api {

std::string_view name_of(search::ReasonKind kind) {
  using search::ReasonKind;
  switch (kind) {
  case ReasonKind::exact: return "exact";
  case ReasonKind::stem: return "stem";
  case ReasonKind::particle: return "particle";
  case ReasonKind::inside: return "inside";
  case ReasonKind::parts: return "parts";
  case ReasonKind::prefix: return "prefix";
  case ReasonKind::typo: return "typo";
  case ReasonKind::synonym: return "synonym";
  case ReasonKind::title: return "title";
  case ReasonKind::proximity: return "closeness";
  case ReasonKind::recency: return "recency";
  case ReasonKind::context: return "context";
  case ReasonKind::operation: return "operator";
  case ReasonKind::pinned: return "pinned";
  }
  return "";
}

namespace {

void write_section_fields(JsonWriter& json, search::SectionHit const& section) {
  json.member("heading", section.heading);
  json.member("anchor", section.anchor);
  json.text_or_null("url", section.url);
}

void write(JsonWriter& json, search::Reason const& reason) {
  json.object([&] {
    json.text_or_null("word", reason.word);
    json.text_or_null("matched", reason.matched);
    json.text_or_null("field", reason.field);
    json.member("kind", name_of(reason.kind));
    json.member("weight", rounded(reason.weight));
  });
}

void write_sections(JsonWriter& json, search::Hit const& hit) {
  json.key("section");
  if (hit.best.heading.empty()) {
    json.value(nullptr);
  } else {
    json.object([&] { write_section_fields(json, hit.best); });
  }
  json.key("more_sections");
  json.array([&] {
    for (auto const& section : hit.more) {
      json.object([&] {
        write_section_fields(json, section);
        json.member("snippet_html", section.snippet_html);
      });
    }
  });
}

void write(JsonWriter& json, search::Hit const& hit, AuthorTable const& authors) {
  json.object([&] {
    write_article_fields(json, hit.article, authors);
    json.member("title_html", hit.title_html);
    json.member("score", rounded(hit.score));
    json.member("snippet_html", hit.best.snippet_html);
    write_sections(json, hit);
    if (!hit.missing.empty()) json.member("missing", hit.missing);
    if (hit.why.empty()) return;
    json.key("why");
    json.array([&] {
      for (auto const& reason : hit.why)
        write(json, reason);
    });
    if (auto const text = why_text(hit.why); !text.empty()) json.member("why_text", text);
  });
}

void write(JsonWriter& json, search::Suggestion const& suggestion, AuthorTable const& authors) {
  using Kind = search::SuggestionKind;
  json.object([&] {
    json.member("text", suggestion.text);
    json.member("text_html", suggestion.text_html);
    json.member("kind", search::name_of(suggestion.kind));
    if (suggestion.kind == Kind::title) json.member("id", suggestion.id);
    if (suggestion.kind == Kind::title || suggestion.kind == Kind::heading)
      json.text_or_null("url", suggestion.url);
    auto const* const author =
        suggestion.kind == Kind::author ? authors.find(suggestion.text) : nullptr;
    if (author != nullptr) json.member("name", author->name);
    json.member("count", suggestion.count);
  });
}

void write(JsonWriter& json, search::Facet const& facet, AuthorTable const& authors) {
  bool const is_author = facet.field == index::FieldId::author;
  json.key(index::field(facet.field).name);
  json.array([&] {
    for (auto const& [value, count] : facet.values) {
      json.object([&] {
        json.member("value", value);
        json.member("count", count);
        auto const* const author = is_author ? authors.find(value) : nullptr;
        if (author != nullptr) json.member("name", author->name);
      });
    }
  });
}

} // namespace

std::string to_json(search::Result const& result, search::Request const& request,
                    AuthorTable const& authors) {
  JsonWriter json;
  json.object([&] {
    json.member("query", request.q);
    if (!result.corrected.empty()) json.member("corrected", result.corrected);
    if (!result.did_you_mean.empty()) json.member("did_you_mean", result.did_you_mean);
    json.member("total", result.total);
    json.member("total_relaxed", result.total_relaxed);
    if (!result.total_is_exact) json.member("total_is", "at_least");
    if (result.partial) json.member("partial", true);
    json.member("limit", request.limit);
    json.member("offset", request.offset);
    json.member("took_us", result.took.count());
    json.member("generation", result.generation);
    json.key("hits");
    json.array([&] {
      for (auto const& hit : result.hits)
        write(json, hit, authors);
    });
    json.key("facets");
    json.object([&] {
      for (auto const& facet : result.facets)
        write(json, facet, authors);
    });
  });
  return json.take();
}

std::string to_json(search::Suggestions const& result, search::SuggestRequest const& request,
                    AuthorTable const& authors) {
  JsonWriter json;
  json.object([&] {
    json.member("query", request.q);
    json.key("suggestions");
    json.array([&] {
      for (auto const& suggestion : result.suggestions)
        write(json, suggestion, authors);
    });
    json.member("took_us", result.took.count());
    json.member("generation", result.generation);
  });
  return json.take();
}

std::string to_json(index::Record const& article, AuthorTable const& authors) {
  JsonWriter json;
  json.object([&] {
    write_article_fields(json, article, authors);
    json.member("aliases", article.aliases);
    json.text_or_null("summary", article.summary);
    json.key("sections");
    json.array([&] {
      for (auto const& section : article.sections) {
        json.object([&] {
          json.member("heading", section.heading);
          json.member("anchor", section.anchor);
          json.member("level", section.level);
          json.member("text", section.text);
        });
      }
    });
  });
  return json.take();
}

} // namespace recap::api
