package dev.muster.core.gate.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.yaml.CatalogueReader;
import dev.muster.core.gate.Cases;
import dev.muster.core.gate.Must;
import dev.muster.core.gate.Must.Answer;
import dev.muster.core.gate.Rulebook;
import dev.muster.core.gate.cel.MustCompiler.Fault;
import dev.muster.core.gate.cel.MustCompiler.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MustCompilerTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private record Case(
      String sentence, EvidenceType event, String must, Map<String, Object> facts, Answer answer) {}

  @TestFactory
  List<DynamicTest> answers() {
    return List.of(
            scan("a bound that is kept", "values.minutes < 5", Map.of("minutes", 4.0), holds()),
            scan("a bound that is broken", "values.minutes < 5", Map.of("minutes", 5.0), fails()),
            scan("a count that is exact", "values.commands == 1", Map.of("commands", 1.0), holds()),
            scan(
                "one value absent of two",
                "values.tests >= 1 && values.failed == 0",
                Map.of("tests", 9.0),
                lacks("values.failed")),
            scan(
                "an absent value cannot save what another one breaks",
                "values.tests >= 1 && values.failed == 0",
                Map.of("tests", 0.0),
                fails()),
            scan(
                "an absent value is not asked where another one is enough",
                "values.tests >= 1 || values.failed == 0",
                Map.of("tests", 2.0),
                holds()),
            scan(
                "no number is infinite by accident",
                "values.peak / values.usual < 3",
                Map.of("peak", 5.0, "usual", 0.0),
                fails()),
            new Case(
                "a restore within the promised time",
                EvidenceType.BACKUP,
                "duration <= dataset.rto && time - recoveryPoint <= dataset.rpo",
                Map.of(
                    "duration", Duration.ofMinutes(90),
                    "dataset.rto", Duration.ofHours(2),
                    "time", NOON,
                    "recoveryPoint", NOON.minus(Duration.ofHours(23)),
                    "dataset.rpo", Duration.ofHours(24)),
                holds()),
            new Case(
                "a dataset that promises nothing",
                EvidenceType.BACKUP,
                "duration <= dataset.rto",
                Map.of("duration", Duration.ofMinutes(90)),
                lacks("dataset.rto")),
            new Case(
                "a word out of a list",
                EvidenceType.DEPLOY,
                "strategy in ['ROLLING', 'BLUE_GREEN', 'CANARY']",
                Map.of("strategy", "RECREATE"),
                fails()),
            new Case(
                "a flag",
                EvidenceType.BACKUP,
                "encrypted && region != dataset.region",
                Map.of("encrypted", true, "region", "eu-2", "dataset.region", "eu-1"),
                holds()),
            new Case(
                "a rule that fails at run time",
                EvidenceType.DEPLOY,
                "version.matches('(')",
                Map.of("version", "1"),
                new Answer.Broken(
                    "evaluation error: error parsing regexp: missing closing ): `(`")))
        .stream()
        .map(one -> DynamicTest.dynamicTest(one.sentence(), () -> answer(one)))
        .toList();
  }

  private static void answer(Case one) {
    Must must = MustCompiler.compile(one.must(), one.event());

    Answer answer = must.test(name -> Optional.ofNullable(one.facts().get(name)));

    assertThat(answer).isEqualTo(one.answer());
  }

  @Test
  void everyFaultHasItsPlaceAndAnAdvice() {
    String must = "values.second < 180 &&\n  outcom == 'PASSED'";

    Result result = MustCompiler.compile(must, EvidenceType.SCAN, List.of("seconds", "commands"));

    assertThat(result)
        .isEqualTo(
            new Result.Refused(
                List.of(
                    new Fault(1, 1, "unknown name values.second", "did you mean values.seconds?"),
                    new Fault(2, 3, "unknown name outcom", "did you mean outcome?"))));
  }

  @Test
  void aWordIsNotComparedWithANumber() {
    Result result =
        MustCompiler.compile(
            "values.seconds > 1 &&\n values.seconds < 'x'", EvidenceType.SCAN, List.of("seconds"));

    assertThat(result)
        .isEqualTo(
            new Result.Refused(
                List.of(
                    new Fault(2, 17, "< between a number and a text", "compare like with like"))));
  }

  @Test
  void eachTextIsCompiledOnceHoweverManyServicesAreHeldToIt() {
    // given
    List<String> texts = new ArrayList<>();
    Must.Compiler once =
        Must.Compiler.once(
            (text, event) -> {
              texts.add(event + " " + text);
              return MustCompiler.compile(text, event);
            });

    // when: a hundred services are held to a standard
    Service service = Cases.rulebook("launch-25", Set.of("web")).service();
    List<Standard> standards = CatalogueReader.builtIn().standards();
    for (int i = 0; i < 100; i++) {
      Rulebook.of(service, Cases.START, standards, Map.of(), once);
    }

    // then
    assertThat(texts).doesNotHaveDuplicates().hasSize(14);
  }

  @Test
  void whatOtherEventsHaveIsUnknown() {
    Result result = MustCompiler.compile("encrypted", EvidenceType.DEPLOY, List.of());

    assertThat(result).isInstanceOf(Result.Refused.class);
  }

  private static Case scan(
      String sentence, String must, Map<String, Double> values, Answer answer) {
    Map<String, Object> facts = new java.util.HashMap<>();
    values.forEach((name, value) -> facts.put(Variable.VALUES + name, value));
    return new Case(sentence, EvidenceType.SCAN, must, facts, answer);
  }

  private static Answer holds() {
    return new Answer.Holds();
  }

  private static Answer fails() {
    return new Answer.Fails();
  }

  private static Answer lacks(String... names) {
    return new Answer.Lacks(new TreeSet<>(List.of(names)));
  }
}
