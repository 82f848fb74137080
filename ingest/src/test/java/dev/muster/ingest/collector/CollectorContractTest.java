package dev.muster.ingest.collector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.management.ThreadMXBean;
import dev.muster.ingest.collector.Fixtures.Sample;
import dev.muster.ingest.fact.Fact;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every collector promises, of every sample that its contract lists. */
class CollectorContractTest {
  /** In the samples wherever a tool may print what nobody should see; of no form that goes on. */
  private static final String SECRET = "Tr0ub4dor & 3";

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long MOST_ALLOCATED = 64 << 20;

  private static final List<String> GARBAGE =
      List.of(
          "",
          " \n",
          "Tr0ub4dor & 3",
          "{Tr0ub4dor & 3",
          "\u0000\u0001",
          "5",
          "\"Tr0ub4dor & 3\"",
          "true",
          "{}",
          "[5]",
          "[[\"Tr0ub4dor & 3\"]]",
          "[\"Tr0ub4dor & 3\"]",
          "<a>Tr0ub4dor</b>");

  static Stream<Fixtures> all() {
    return Fixtures.all();
  }

  static Stream<Sample> samples() {
    return Fixtures.allSamples();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleGivesTheFactsOfItsContract(Sample sample) {
    Reading reading = sample.read(sample.body());

    List<String> told = Fixtures.told(reading);

    if (sample.isRefused()) {
      assertThat(reading.errors().isEmpty()).isFalse();
    } else {
      assertThat(reading.errors().all()).isEmpty();
      assertThat(told).containsExactlyElementsOf(sample.facts());
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatProvedNothingSaysWhy(Sample sample) {
    Reading reading = sample.read(sample.body());

    boolean nothing = sample.facts().stream().anyMatch(fact -> fact.endsWith(" INCONCLUSIVE"));

    assertThat(reading.warnings().isEmpty()).isEqualTo(!nothing);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSameBytesGiveTheSameFacts(Sample sample) {
    Reading reading = sample.read(sample.body());

    Reading again = sample.read(sample.body());

    assertThat(Fixtures.words(again)).isEqualTo(Fixtures.words(reading));
    assertThat(Fixtures.facts(reading)).extracting(Fact::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsNoneOfItsPayloadsIsRefused(Fixtures fixtures) {
    Sample good = fixtures.samples().get(0);
    for (String garbage : GARBAGE) {
      refused(fixtures, good.read(garbage.getBytes(UTF_8)), garbage);
    }
    if (!fixtures.topLevel().contains("list")) {
      refused(fixtures, good.read("[]".getBytes(UTF_8)), "[]");
    }
    if (!fixtures.topLevel().contains("null")) {
      refused(fixtures, good.read("null".getBytes(UTF_8)), "null");
    }
  }

  private static void refused(Fixtures fixtures, Reading reading, String what) {
    List<String> told = Fixtures.told(reading);
    assertThat(Fixtures.words(reading)).as(what).doesNotContain("Tr0ub4dor");
    if (fixtures.text()) {
      assertThat(told).as(what).noneMatch(Fixtures::isGreen);
      return;
    }
    assertThat(told).as(what).isEmpty();
    assertThat(reading.errors().all())
        .as(what)
        .isNotEmpty()
        .allSatisfy(
            error -> {
              assertThat(error.field()).isNotBlank();
              assertThat(error.expected()).isNotBlank();
              assertThat(error.got()).isNotBlank();
            });
  }

  @ParameterizedTest
  @MethodSource("all")
  void aPayloadThatIsCutOffIsRefused(Fixtures fixtures) {
    Sample good = fixtures.samples().get(0);
    byte[] body = new String(good.body(), UTF_8).strip().getBytes(UTF_8);
    for (int percent : new int[] {10, 50, 90, 99}) {
      byte[] cut = Arrays.copyOf(body, Math.max(1, (body.length - 1) * percent / 100));
      refused(fixtures, good.read(cut), percent + " percent of " + good);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aNameThatComesTwiceIsRefused(Fixtures fixtures) {
    fixtures.samples().stream()
        .filter(Sample::isJson)
        .forEach(
            sample -> {
              String twice =
                  new String(sample.body(), UTF_8)
                      .replaceFirst("\\{", "{\"Tr0ub4dor\": 1, \"Tr0ub4dor\": 2, ")
                      .replaceFirst(", }", "}");
              if (twice.contains("{")) {
                refused(fixtures, sample.read(twice.getBytes(UTF_8)), sample + " twice");
              }
            });
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noSecretInAPayloadGoesOn(Sample sample) {
    assertThat(Fixtures.words(sample.read(sample.body()))).doesNotContain("Tr0ub4dor");
    if (!sample.isJson()) {
      return;
    }
    Set<String> tells = Fixtures.of(sample.collector()).tells();
    JsonNode json = Mutation.parse(sample.body());
    for (Mutation.Place place : Mutation.places(json)) {
      if (place.node().isTextual() && !tells.contains(place.name())) {
        byte[] seeded = Mutation.with(json, place, new TextNode(SECRET));
        assertThat(Fixtures.words(sample.read(seeded))).as("%s", place).doesNotContain("Tr0ub4dor");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theSamplesHoldSecretsWhereTheToolsPrintThem(Fixtures fixtures) {
    Set<String> without = Set.of("alertmanager");
    boolean seeded =
        fixtures.samples().stream()
            .anyMatch(sample -> new String(sample.body(), UTF_8).contains("Tr0ub4dor"));

    assertThat(seeded || without.contains(fixtures.collector().tool())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("samples")
  @Timeout(60)
  void noMutationOfAPayloadThrowsOrTurnsWhatIsBrokenGreen(Sample sample) {
    Mutation mutation = new Mutation(sample);
    for (int seed = 0; seed < 200; seed++) {
      Mutation.Mutant mutant = mutation.of(seed);
      long before = THREADS.getCurrentThreadAllocatedBytes();
      List<String> told = Fixtures.told(sample.read(mutant.body()));
      assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
          .as("%s", mutant)
          .isLessThan(MOST_ALLOCATED);
      if (mutant.isBroken() && !sample.isGreen()) {
        assertThat(told).as("%s", mutant).noneMatch(Fixtures::isGreen);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsNeededIsNeverBrokenAndGreen(Fixtures fixtures) {
    Sample good = fixtures.samples().get(0);
    if (!good.isJson()) {
      return;
    }
    Set<String> met = new HashSet<>();
    JsonNode json = Mutation.parse(good.body());
    for (Mutation.Place place : Mutation.places(json)) {
      if (fixtures.needs().contains(place.path())) {
        met.add(place.path());
        for (JsonNode other : Mutation.BROKEN) {
          List<String> told = Fixtures.told(good.read(Mutation.with(json, place, other)));
          assertThat(told).as("%s at %s: %s", good, place, other).noneMatch(Fixtures::isGreen);
        }
      }
    }
    assertThat(met).containsExactlyInAnyOrderElementsOf(fixtures.needs());
  }
}
