package dev.muster.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.Dataset;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.core.catalogue.Trait;
import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.core.catalogue.yaml.CatalogueReader;
import dev.muster.schemas.fold.ScorecardFold;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.streams.drive.Drive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BuiltInWordsTest {
  private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");
  private static final List<Standard> STANDARDS = CatalogueReader.builtIn().standards();
  private static final String DATASET = "orders-db";

  @Test
  void theScorecardOfANewServiceSpellsNoWordOfTheBuiltInStandards() {
    try (Drive drive = new Drive(START)) {
      // given
      STANDARDS.forEach(standard -> drive.apply(standard, START));

      // when
      drive.apply(service(), START);

      // then: those that it would have to spell are to be added to schemas' words.txt
      Scorecard folded = ScorecardFold.fold(drive.cards().get(0).value());
      assertThat(folded.getFolded().getWords()).containsExactly(DATASET);
    }
  }

  /** With every trait, so that every entry of every gate is asked of it. */
  private static Service service() {
    return new Service(
        "orders",
        null,
        "team-checkout",
        null,
        1,
        Set.of(),
        Lifecycle.PRODUCTION,
        null,
        Set.copyOf(Trait.ALL),
        null,
        STANDARDS.stream().map(BuiltInWordsTest::use).toList(),
        Map.of(),
        List.of(),
        null,
        null,
        List.of(new Dataset(DATASET, "postgres", Duration.ofDays(1), null, null, null)),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  private static StandardUse use(Standard standard) {
    String hash = CatalogueCodec.hash(CatalogueCodec.write(standard));
    return new StandardUse(standard.id(), hash, null, null);
  }
}
