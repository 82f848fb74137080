package dev.muster.ingest.fact;

import dev.muster.core.catalogue.Names;
import dev.muster.schemas.fact.Alert;
import dev.muster.schemas.fact.AlertState;
import dev.muster.schemas.fact.Backup;
import dev.muster.schemas.fact.Deploy;
import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.fact.Scan;
import dev.muster.schemas.fact.SliSample;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What a schema cannot say: what belongs together, and what only a person may state. */
final class FactRules {
  private static final Duration LONGEST_SAMPLE = Duration.ofHours(1);

  /** The largest count that a double holds exactly. */
  private static final long MOST = 1L << 53;

  private static final int LONGEST_KEY = 512;
  private static final Pattern SUBJECT = Pattern.compile("org|(?:rotation|system)/(.+)");

  private final Fact fact;
  private final Candidate candidate;
  private final FieldErrors errors;

  FactRules(Fact fact, Candidate candidate, FieldErrors errors) {
    this.fact = fact;
    this.candidate = candidate;
    this.errors = errors;
  }

  /** Whether all do; adds an error for each that does not. Marks a scan as a machine's. */
  boolean hold() {
    int before = errors.count();
    notBlank();
    about();
    if (fact.record() instanceof SliSample sample) {
      sample(sample);
    } else if (fact.record() instanceof Scan scan) {
      scan(scan);
    } else if (fact.record() instanceof Alert alert) {
      alert(alert);
    } else if (fact.record() instanceof Backup backup) {
      notNegative("bytes", backup.getBytes());
      notNegative("durationMillis", backup.getDurationMillis());
    } else if (fact.record() instanceof Deploy deploy) {
      notNegative("durationMillis", deploy.getDurationMillis());
    }
    return errors.count() == before;
  }

  private void notBlank() {
    for (Schema.Field field : fact.record().getSchema().getFields()) {
      if (fact.value(field.name()) instanceof String text && text.isBlank()) {
        wrong(field.name(), "text that is not blank", "blank text");
      }
    }
    for (String name : new String[] {"id", "source"}) {
      fact.text(name)
          .filter(text -> text.length() > LONGEST_KEY)
          .ifPresent(
              text -> wrong(name, "at most " + LONGEST_KEY + " letters", text.length() + ""));
    }
  }

  private void about() {
    if (fact.service().isPresent() && fact.subject().isPresent()) {
      wrong("subject", "a service or a subject, not both", "both");
    } else if (fact.key().isEmpty() && !candidate.mayLackService()) {
      wrong("service", "a service or a subject", "nothing");
    }
    fact.subject()
        .filter(subject -> !isSubject(subject))
        .ifPresent(subject -> wrong("subject", "rotation/…, system/… or org", "text"));
  }

  private static boolean isSubject(String subject) {
    Matcher matcher = SUBJECT.matcher(subject);
    return matcher.matches() && (matcher.group(1) == null || Names.isId(matcher.group(1)));
  }

  private void sample(SliSample sample) {
    Duration length = Duration.between(sample.getFrom(), sample.getTo());
    if (length.isNegative() || length.isZero() || length.compareTo(LONGEST_SAMPLE) > 0) {
      wrong("to", "after from, by at most " + LONGEST_SAMPLE, length.toString());
    }
    if (!sample.getTime().equals(sample.getTo())) {
      wrong("time", "the same as to", sample.getTime().toString());
    }
    long good = sample.getGood();
    long total = sample.getTotal();
    if (good < 0 || good > total || total > MOST) {
      wrong("good", "0 <= good <= total <= 2^53", good + "/" + total);
    }
  }

  private void scan(Scan scan) {
    if (scan.getProof() == Proof.PERSON) {
      wrong("proof", "MACHINE; a person attests on the pages, not here", "PERSON");
    }
    if (scan.getAttestedBy() != null || !scan.getStatements().isEmpty()) {
      wrong("attestedBy", "nothing; a person attests on the pages, not here", "a person's word");
    }
    scan.getFindings().forEach((severity, count) -> notNegative("findings." + severity, count));
    scan.put(scan.getSchema().getField("proof").pos(), Proof.MACHINE);
  }

  private void alert(Alert alert) {
    if (alert.getState() == AlertState.CLASSIFIED || alert.getClassification() != null) {
      wrong(
          "classification",
          "nothing; a person classifies on the pages, not here",
          "a person's word");
    }
  }

  private void notNegative(String field, @Nullable Long value) {
    if (value != null && value < 0) {
      wrong(field, "0 or more", value.toString());
    }
  }

  private void wrong(String field, String expected, String got) {
    errors.add(candidate.path().isEmpty() ? field : candidate.path() + '.' + field, expected, got);
  }
}
