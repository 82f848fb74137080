package dev.muster.ingest.collector;

import dev.muster.ingest.fact.Candidate;
import dev.muster.ingest.fact.FieldErrors;
import java.util.ArrayList;
import java.util.List;

/** What was read from one request: candidates, all that is wrong with it, and what it lacks. */
public final class Reading {
  private final List<Candidate> candidates = new ArrayList<>();
  private final FieldErrors errors = new FieldErrors();
  private final List<String> warnings = new ArrayList<>();
  private long truncated;

  public void add(Candidate candidate) {
    candidates.add(candidate);
  }

  /** What the tool itself says it left out. */
  public void lacks(long alerts) {
    truncated += alerts;
    warnings.add(alerts + " alerts were cut off by max_alerts and will never be sent");
  }

  /** A sentence for the sender, who should do something. */
  public void warn(String sentence) {
    if (!warnings.contains(sentence)) {
      warnings.add(sentence);
    }
  }

  public List<Candidate> candidates() {
    return candidates;
  }

  public FieldErrors errors() {
    return errors;
  }

  /** Sentences for the sender beside the answer. */
  public List<String> warnings() {
    return warnings;
  }

  public long truncated() {
    return truncated;
  }
}
