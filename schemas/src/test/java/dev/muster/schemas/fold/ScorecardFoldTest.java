package dev.muster.schemas.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.judgement.EntryScore;
import dev.muster.schemas.judgement.EvidenceType;
import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.schemas.judgement.LevelVerdict;
import dev.muster.schemas.judgement.Lifecycle;
import dev.muster.schemas.judgement.ReasonCode;
import dev.muster.schemas.judgement.ScoreChange;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.StandardScore;
import dev.muster.schemas.judgement.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorecardFoldTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123Z");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void whatWasFoldedIsReadAsItWas(long seed) {
    Cards cards = new Cards(new Random(seed));
    for (int i = 0; i < 30; i++) {
      // given
      Scorecard card = cards.next();

      // when
      Scorecard folded = ScorecardFold.fold(card);

      // then
      assertThat(folded.getChanges()).isEmpty();
      assertThat(folded.getStandards()).allSatisfy(of -> assertThat(of.getGates()).isEmpty());
      assertThat(ScorecardFold.unfold(folded)).isEqualTo(card);
    }
  }

  /** Scorecards with all that can stand in one, alike enough to be folded. */
  private record Cards(Random random) {

    Scorecard next() {
      List<StandardScore> standards = IntStream.range(0, 3).mapToObj(this::standard).toList();
      return Scorecard.newBuilder()
          .setService("orders")
          .setOwner("team")
          .setTier(1)
          .setLifecycle(Lifecycle.PRODUCTION)
          .setClock(NOON)
          .setSpoken(NOON)
          .setDefinition("5e4f")
          .setStandards(standards)
          .setChanges(
              List.of(
                  new ScoreChange("gate/standard-1/gate-2", "PASS", "FAIL", NOON),
                  new ScoreChange("gate/gone/gate-2", null, "FAIL", NOON),
                  new ScoreChange("standard/standard-2", "READY", null, NOON)))
          .build();
    }

    private StandardScore standard(int number) {
      List<String> levels = number == 0 ? List.of("first", "full") : List.of("full");
      return StandardScore.newBuilder()
          .setStandard("standard-" + number)
          .setLevel(pick(levels))
          .setDefinition(Objects.requireNonNull(pick(List.of("0a".repeat(32), "", "no hash"))))
          .setVerdict(Verdict.NOT_READY)
          .setApply(4)
          .setPassed(2)
          .setWaived(1)
          .setOnPersonsWord(0)
          .setLevels(
              levels.size() == 1
                  ? List.of()
                  : levels.stream().map(one -> new LevelVerdict(one, Verdict.READY)).toList())
          .setGates(
              IntStream.range(0, 4)
                  .mapToObj(i -> gate(i == 0 ? "autoscaling" : "gate-" + i, levels))
                  .toList())
          .build();
    }

    private GateScore gate(String id, List<String> levels) {
      List<EntryScore> entries = new ArrayList<>();
      for (String level : levels) {
        for (int i = random.nextInt(3); i > 0; i--) {
          entries.add(entry(level));
        }
      }
      EntryScore on = entries.isEmpty() ? entry("full") : entries.get(0);
      boolean waived = random.nextInt(4) == 0;
      return GateScore.newBuilder()
          .setGate(id)
          .setCategory(maybe(List.of("reliability", "security")))
          .setLevel(maybe(levels))
          .setRaw(on.getStatus())
          .setEffective(waived ? GateStatus.WAIVED : on.getStatus())
          .setReason(on.getReason())
          .setReasonValues(on.getReasonValues())
          .setSince(NOON.minusSeconds(random.nextInt(100)))
          .setExpires(on.getExpires())
          .setEvidenceId(maybe(List.of("ci-1", new UUID(1, 2).toString(), "A".repeat(36))))
          .setProof(Proof.MACHINE)
          .setWaiverId(waived ? "W-1" : null)
          .setWaiverExpires(waived ? NOON.plusSeconds(1) : null)
          .setEntries(entries)
          .build();
    }

    private EntryScore entry(String level) {
      String name = pick(List.of("tracing", "RESTORE", "PagesAnswered or page-drill"));
      String target = maybe(List.of("orders-db"));
      Instant expires = random.nextBoolean() ? null : NOON.plus(Duration.ofDays(1));
      Map<String, String> values = new HashMap<>();
      put(values, "what", maybe(List.of("tracing", "restore", "page-drill")));
      put(values, "question", maybe(List.of("PagesAnswered")));
      put(values, "part", maybe(List.of("orders-db", "other")));
      put(values, "time", maybe(List.of("2026-11-20T12:00:00Z", "2026-11-20T12:00:00.123456Z")));
      put(values, "expires", maybe(List.of(NOON.plus(Duration.ofDays(1)).toString())));
      put(values, "by", maybe(List.of("ann@example.org", "bob@example.org")));
      put(values, "limit", maybe(List.of("P100D")));
      return EntryScore.newBuilder()
          .setType(pick(List.of(EvidenceType.SCAN, EvidenceType.BACKUP, EvidenceType.ALERT)))
          .setName(name)
          .setTarget(target)
          .setLevel(level)
          .setStatus(pick(List.of(GateStatus.PASS, GateStatus.STALE, GateStatus.MISSING)))
          .setReason(pick(List.of(ReasonCode.values())).name())
          .setReasonValues(values)
          .setExpires(expires)
          .build();
    }

    private <T> T pick(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }

    private @Nullable String maybe(List<String> all) {
      return random.nextBoolean() ? pick(all) : null;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
      if (value != null) {
        values.put(name, value);
      }
    }
  }
}
