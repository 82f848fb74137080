package dev.muster.sink.release;

import dev.muster.core.release.Outcome;
import dev.muster.core.release.Readiness;
import dev.muster.core.release.Statement;
import dev.muster.sink.view.Freshness;

/** What the release gate says, and how far that can be believed. */
public record Answer(Question question, Freshness fresh, Readiness readiness) {

  /** In a word; what is old says nothing of now. */
  public Outcome outcome() {
    return fresh.stale() ? Outcome.CANNOT_TELL : readiness.outcome();
  }

  /** What a person would sign. */
  public Statement statement() {
    return new Statement(question.subject().key(), question.standard(), readiness);
  }
}
