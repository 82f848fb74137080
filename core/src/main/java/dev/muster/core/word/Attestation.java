package dev.muster.core.word;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Requirement.Scope;
import dev.muster.core.catalogue.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A person's answer to a check, statement by statement.
 *
 * @param target what was looked at, absent for the service as a whole
 * @param answers one to each statement of the check
 * @param values by the check's value names
 * @param heldAt when it was so
 * @param reportUrl where it is written down, absent when nowhere
 */
public record Attestation(
    String check,
    @Nullable String target,
    List<Answer> answers,
    Map<String, Double> values,
    Instant heldAt,
    @Nullable String reportUrl,
    @Nullable String reportSha256) {
  /** How far back a person may vouch. */
  public static final Duration BACK = Duration.ofDays(14);

  public Attestation {
    answers = List.copyOf(answers);
    values = Map.copyOf(values);
  }

  /** Whether one statement holds, and what the person adds. */
  public record Answer(String statement, boolean holds, @Nullable String note) {}

  /** Whether the person says that all of it holds; a statement that does not contradicts. */
  public boolean holds() {
    return answers.stream().allMatch(Answer::holds);
  }

  /** All that keeps it from counting; empty when it counts. */
  public List<Mistake> mistakes(Check asked, Service service, Instant now) {
    List<Mistake> mistakes = new ArrayList<>();
    if (asked.proof() == Check.Proof.MACHINE) {
      mistakes.add(
          new Mistake(
              "check", "one that a person can answer", asked.id() + ", which a machine must"));
    }
    if (subject(asked, service).isEmpty()) {
      mistakes.add(
          new Mistake(
              "service",
              "one whose catalogue entry names a " + asked.scope().name().toLowerCase(Locale.ROOT),
              service.name() + ", which has none"));
    }
    statements(asked, mistakes);
    values(asked, mistakes);
    target(asked, service, mistakes);
    report(asked, mistakes);
    outOfReach(heldAt, now).ifPresent(mistakes::add);
    return mistakes;
  }

  /** Why nobody may vouch for an instant; empty where one may. */
  public static Optional<Mistake> outOfReach(Instant heldAt, Instant now) {
    if (heldAt.isAfter(now)) {
      return Optional.of(new Mistake("heldOn", "a time that is over", heldAt.toString()));
    }
    Instant first = now.minus(BACK).truncatedTo(ChronoUnit.SECONDS);
    String expected = "at most %d days back, not before %s".formatted(BACK.toDays(), first);
    return heldAt.isBefore(now.minus(BACK))
        ? Optional.of(new Mistake("heldOn", expected, heldAt.toString()))
        : Optional.empty();
  }

  /** Each is answered once, in the check's own words. */
  private void statements(Check asked, List<Mistake> mistakes) {
    Set<String> open = new HashSet<>(asked.statements());
    for (Answer answer : answers) {
      if (!open.remove(answer.statement())) {
        mistakes.add(
            new Mistake(
                "answers", "each statement of the check once", '"' + answer.statement() + '"'));
      }
    }
    asked.statements().stream()
        .filter(open::contains)
        .forEach(
            missing ->
                mistakes.add(new Mistake("answers", "an answer to \"" + missing + '"', "nothing")));
  }

  private void values(Check asked, List<Mistake> mistakes) {
    new TreeSet<>(values.keySet())
        .stream()
            .filter(name -> !asked.values().containsKey(name))
            .forEach(
                name ->
                    mistakes.add(
                        new Mistake(
                            "values",
                            asked.values().isEmpty()
                                ? "none: the check has no values"
                                : "one of "
                                    + String.join(", ", new TreeSet<>(asked.values().keySet())),
                            name)));
  }

  private void target(Check asked, Service service, List<Mistake> mistakes) {
    List<String> targets = service.targets().getOrDefault(asked.id(), List.of());
    boolean one =
        target == null ? targets.isEmpty() : targets.isEmpty() || targets.contains(target);
    if (!one) {
      mistakes.add(
          new Mistake(
              "target",
              "one of " + String.join(", ", targets),
              target == null ? "nothing" : target));
    }
  }

  private void report(Check asked, List<Mistake> mistakes) {
    if (asked.reportNeeded() && (reportUrl == null || reportUrl.isBlank())) {
      mistakes.add(new Mistake("report", "where the report is", "nothing"));
    }
    if (reportUrl != null && !reportUrl.matches("https?://[^\\s@]+|file:[^\\s]+")) {
      mistakes.add(
          new Mistake("report", "an http, https or file address without a password", "another"));
    }
    if (reportSha256 != null && !reportSha256.matches("[0-9a-f]{64}")) {
      mistakes.add(new Mistake("reportSha256", "64 hexadecimal digits", "other text"));
    }
  }

  /** Whom it is about: the service, or what of the check's scope the service belongs to. */
  public static Optional<String> subject(Check asked, Service service) {
    return switch (asked.scope()) {
      case SERVICE -> Optional.of(service.name());
      case ROTATION ->
          Optional.ofNullable(service.rotation()).map(rotation -> "rotation/" + rotation.name());
      case SYSTEM -> Optional.ofNullable(service.system()).map(system -> "system/" + system);
      case ORG -> Optional.of("org");
    };
  }

  /** Whether the subject is more than one service. */
  public static boolean isShared(Check asked) {
    return asked.scope() != Scope.SERVICE;
  }
}
