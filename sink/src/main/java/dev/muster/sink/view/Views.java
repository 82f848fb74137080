package dev.muster.sink.view;

import dev.muster.schemas.judgement.Scorecard;
import java.util.Optional;

/** All that pages are made from. */
public record Views(TopicView<Scorecard> scorecards, CatalogueView catalogue) {

  /** Absent until both have been read to their end. */
  public Optional<Freshness> freshness() {
    Freshness cards = scorecards.freshness();
    Freshness texts = catalogue.freshness();
    return cards == null || texts == null ? Optional.empty() : Optional.of(cards.and(texts));
  }
}
