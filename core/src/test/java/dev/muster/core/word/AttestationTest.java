package dev.muster.core.word;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Requirement.Scope;
import dev.muster.core.catalogue.Service;
import dev.muster.core.word.Attestation.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person's word must say to count, and each lie or slip that is refused. */
class AttestationTest {
  private static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");
  private static final List<Answer> YES =
      List.of(new Answer("A", true, null), new Answer("B", true, "seen on Monday"));

  private static Check check(Check.Proof proof, Scope scope, boolean report) {
    return new Check(
        "review",
        "Is it so?",
        Map.of("minutes", "min"),
        proof,
        scope,
        report,
        List.of("A", "B"),
        List.of(),
        "");
  }

  private static Service service(List<String> targets) {
    return new Service(
        "orders",
        null,
        "team",
        null,
        1,
        Set.of(),
        Lifecycle.PRODUCTION,
        null,
        Set.of(),
        null,
        List.of(),
        Map.of(),
        List.of(),
        null,
        null,
        List.of(),
        targets.isEmpty() ? Map.of() : Map.of("review", targets),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  private static Attestation said(
      @Nullable String target,
      List<Answer> answers,
      Map<String, Double> values,
      Instant at,
      @Nullable String report) {
    return new Attestation("review", target, answers, values, at, report, null);
  }

  private static Attestation yes() {
    return said(null, YES, Map.of("minutes", 3.0), NOW, null);
  }

  @Test
  void everyStatementAnsweredWithYesHolds() {
    assertThat(
            yes()
                .mistakes(check(Check.Proof.PERSON, Scope.SERVICE, false), service(List.of()), NOW))
        .isEmpty();
    assertThat(yes().holds()).isTrue();
  }

  @Test
  void oneNoContradicts() {
    assertThat(
            said(null, List.of(YES.get(0), new Answer("B", false, null)), Map.of(), NOW, null)
                .holds())
        .isFalse();
  }

  static Stream<Arguments> refused() {
    Check plain = check(Check.Proof.PERSON, Scope.SERVICE, false);
    Service service = service(List.of());
    return Stream.of(
        Arguments.of(
            "a machine's",
            check(Check.Proof.MACHINE, Scope.SERVICE, false),
            service,
            yes(),
            "check"),
        Arguments.of(
            "no rotation",
            check(Check.Proof.PERSON, Scope.ROTATION, false),
            service,
            yes(),
            "service"),
        Arguments.of(
            "no report", check(Check.Proof.PERSON, Scope.SERVICE, true), service, yes(), "report"),
        Arguments.of(
            "report with a password",
            plain,
            service,
            said(null, YES, Map.of(), NOW, "https://u:p@x/r"),
            "report"),
        Arguments.of(
            "one left out",
            plain,
            service,
            said(null, YES.subList(0, 1), Map.of(), NOW, null),
            "answers"),
        Arguments.of(
            "one of its own",
            plain,
            service,
            said(
                null,
                List.of(YES.get(0), YES.get(1), new Answer("C", true, null)),
                Map.of(),
                NOW,
                null),
            "answers"),
        Arguments.of(
            "one twice",
            plain,
            service,
            said(null, List.of(YES.get(0), YES.get(0), YES.get(1)), Map.of(), NOW, null),
            "answers"),
        Arguments.of(
            "another value",
            plain,
            service,
            said(null, YES, Map.of("hours", 1.0), NOW, null),
            "values"),
        Arguments.of(
            "another target",
            plain,
            service(List.of("a")),
            said("b", YES, Map.of(), NOW, null),
            "target"),
        Arguments.of("no target", plain, service(List.of("a")), yes(), "target"),
        Arguments.of(
            "tomorrow",
            plain,
            service,
            said(null, YES, Map.of(), NOW.plusSeconds(1), null),
            "heldOn"),
        Arguments.of(
            "too far back",
            plain,
            service,
            said(null, YES, Map.of(), NOW.minus(Duration.ofDays(14)).minusSeconds(1), null),
            "heldOn"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void whatDoesNotCountSaysWhy(
      String name, Check check, Service service, Attestation said, String field) {
    assertThat(said.mistakes(check, service, NOW))
        .extracting(Mistake::field)
        .containsExactly(field);
  }
}
