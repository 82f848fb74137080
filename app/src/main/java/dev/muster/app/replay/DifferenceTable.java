package dev.muster.app.replay;

import dev.muster.core.scorecard.Sentences;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.streams.replay.Call;
import dev.muster.streams.replay.Calls;
import dev.muster.streams.replay.Calls.Change;
import dev.muster.streams.replay.Difference;
import dev.muster.streams.replay.History;
import dev.muster.streams.replay.Replay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a change would have made of the time asked for. */
final class DifferenceTable {
  /** Of each kind and SLO. */
  private static final int SHOWN = 5;

  private DifferenceTable() {}

  static List<String> lines(Replay.Told told, Difference difference) {
    History without = told.without();
    History with = told.with().orElseThrow();
    List<String> lines = new ArrayList<>();
    difference.slos().forEach(slo -> lines.addAll(slo(slo)));
    if (!difference.gates().isEmpty()) {
      lines.add("Gates that would have stood otherwise:");
      difference.gates().forEach(gate -> lines.add(gate(gate)));
    }
    lines.add(
        "From %s to %s, in all: %s; %s; %s."
            .formatted(
                Lines.second(without.asked().from()),
                Lines.second(without.asked().to()),
                paged(without.pages(), with.pages()),
                opened(without.tickets(), with.tickets()),
                stood(difference.gates().size())));
    return lines;
  }

  private static String stood(int times) {
    return switch (times) {
      case 0 -> "no gate would have stood otherwise";
      case 1 -> "a gate would have stood otherwise for a time";
      default -> times + " times a gate would have stood otherwise";
    };
  }

  private static List<String> slo(Difference.OfSlo slo) {
    List<String> lines = new ArrayList<>();
    lines.add(slo.slo().service() + ' ' + slo.slo().name());
    lines.add("  " + paged(slo.pages().without(), slo.pages().with()));
    lines.addAll(changes("page", slo.pages().changes()));
    if (!slo.tickets().isSilent()) {
      lines.add("  " + opened(slo.tickets().without(), slo.tickets().with()));
      lines.addAll(changes("ticket", slo.tickets().changes()));
    }
    return lines;
  }

  private static String paged(Calls without, Calls with) {
    if (without.equals(Calls.NONE) && with.equals(Calls.NONE)) {
      return "no page, with it or without";
    } else if (without.equals(with)) {
      return "paged " + Lines.times(without) + ", and would have as well";
    }
    return (with.equals(Calls.NONE)
            ? "would not have paged"
            : "would have paged " + Lines.times(with))
        + ", instead of "
        + Lines.times(without);
  }

  private static String opened(Calls without, Calls with) {
    if (without.equals(Calls.NONE) && with.equals(Calls.NONE)) {
      return "no ticket, with it or without";
    } else if (without.equals(with)) {
      return "opened " + Lines.tickets(without) + ", and would have as well";
    }
    return "would have opened "
        + Lines.tickets(with)
        + ", instead of "
        + (without.equals(Calls.NONE) ? "none" : Lines.tickets(without));
  }

  private static List<String> changes(String noun, List<Change> changes) {
    List<String> lines =
        new ArrayList<>(
            changes.stream().limit(SHOWN).map(change -> "    " + change(noun, change)).toList());
    if (changes.size() > SHOWN) {
      lines.add("    and %d more; --json tells all".formatted(changes.size() - SHOWN));
    }
    return lines;
  }

  private static String change(String noun, Change change) {
    if (change instanceof Change.New one) {
      return "new " + noun + ": " + call(one.call());
    } else if (change instanceof Change.Gone one) {
      return "no " + noun + ": " + call(one.call());
    }
    Change.Moved moved = (Change.Moved) change;
    return "other " + noun + ": " + call(moved.with()) + ", instead of " + call(moved.without());
  }

  private static String call(Call call) {
    return call.open()
        ? "from %s on, still open".formatted(Lines.second(call.from()))
        : "from %s to %s, %s"
            .formatted(
                Lines.second(call.from()),
                Lines.second(call.to()),
                Lines.minutes(Duration.between(call.from(), call.to())));
  }

  private static String gate(Difference.OfGate gate) {
    return "  %s %s: %s instead of %s from %s to %s, %s"
        .formatted(
            gate.gate().service(),
            gate.gate().name(),
            status(gate.with()),
            status(gate.without()),
            Lines.second(gate.from()),
            Lines.second(gate.to()),
            Sentences.span(Duration.between(gate.from(), gate.to())));
  }

  private static String status(@Nullable GateStatus status) {
    return status == null ? "not asked" : status.toString();
  }
}
