package dev.muster.core.release;

import static java.time.ZoneOffset.UTC;

import dev.muster.core.gate.Status;
import dev.muster.core.release.Scored.Gate;
import dev.muster.core.scorecard.Sentences;
import dev.muster.core.scorecard.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * May it be released?
 *
 * @param level absent: the one each service is held to
 * @param at what runs out until then does not count; never in the past
 */
public record ReleaseGate(@Nullable String level, Instant at) {

  /**
   * Looks at one service.
   *
   * @throws UnknownLevel for a level that its standard has not
   */
  public ServiceReadiness look(Scored scored) {
    String asked = level == null ? scored.level() : level;
    Verdict now = scored.verdict(asked).orElseThrow(() -> new UnknownLevel(scored, asked));
    List<Obstacle> obstacles = new ArrayList<>();
    List<String> waivers = new ArrayList<>();
    List<Status> then = new ArrayList<>();
    for (Gate gate : scored.gates()) {
      Obstacle found = look(gate, scored, asked);
      then.add(found.status());
      if (!found.status().holds() && found.status() != Status.NOT_APPLICABLE) {
        obstacles.add(found);
      }
      if (found.status() == Status.WAIVED && gate.waiver() != null) {
        waivers.add(gate.waiver());
      }
    }
    return new ServiceReadiness(
        scored,
        asked,
        now.ready() ? Verdict.of(then, true) : now,
        scored.gates().stream().anyMatch(Gate::overdue) ? Status.CANNOT_JUDGE : Status.worst(then),
        binding(scored.from()),
        obstacles,
        waivers);
  }

  /** From the beginning of its day, in UTC. */
  private boolean binding(@Nullable LocalDate from) {
    return from == null || !at.isBefore(from.atStartOfDay(UTC).toInstant());
  }

  private Obstacle look(Gate gate, Scored scored, String asked) {
    if (gate.overdue()) {
      Instant end = gate.effective() == Status.WAIVED ? gate.waivedUntil() : gate.expires();
      return new Obstacle(
          gate.gate(),
          Status.CANNOT_JUDGE,
          "Ran out"
              + (end == null ? "" : " on " + Sentences.minute(end))
              + " and was not judged since; is streams running?");
    }
    boolean own = asked.equals(scored.level());
    Status bare = own ? gate.raw() : atLevel(gate, scored, asked);
    boolean waived = gate.effective() == Status.WAIVED && (own || !bare.holds());
    if (waived && !isOver(gate.waivedUntil())) {
      return new Obstacle(gate.gate(), Status.WAIVED, gate.sentence());
    }
    if (bare.holds() && gate.expires() != null && isOver(gate.expires())) {
      return new Obstacle(
          gate.gate(), Status.STALE, "Holds until " + Sentences.minute(gate.expires()) + " only.");
    }
    String until =
        waived && !bare.holds() && gate.waivedUntil() != null
            ? "Is waived until " + Sentences.minute(gate.waivedUntil()) + " only. "
            : "";
    return new Obstacle(gate.gate(), bare, until + gate.sentence());
  }

  /** By those of its entries that are asked there and do not pass. */
  private static Status atLevel(Gate gate, Scored scored, String asked) {
    if (gate.raw() == Status.NOT_APPLICABLE && gate.open().isEmpty()) {
      return Status.NOT_APPLICABLE;
    }
    List<String> order = scored.levelNames();
    return gate.open().stream()
        .filter(open -> open.level() == null || order.indexOf(open.level()) <= order.indexOf(asked))
        .map(Scored.Open::status)
        .min(Status::compareTo)
        .orElse(Status.PASS);
  }

  private boolean isOver(@Nullable Instant end) {
    return end != null && !end.isAfter(at);
  }
}
