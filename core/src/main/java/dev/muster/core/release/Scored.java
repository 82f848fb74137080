package dev.muster.core.release;

import dev.muster.core.gate.Status;
import dev.muster.core.scorecard.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a service stands by one standard, as its scorecard says.
 *
 * @param definition hash of the standard it was judged with
 * @param level the one it is held to
 * @param levels the verdict for each level, lowest first; empty where there is but one
 * @param from the day from which the standard bites, in UTC; absent: it does
 */
public record Scored(
    String service,
    String standard,
    String definition,
    String level,
    Verdict verdict,
    List<AtLevel> levels,
    @Nullable LocalDate from,
    List<Gate> gates) {
  public Scored {
    levels = List.copyOf(levels);
    gates = List.copyOf(gates);
  }

  /** The verdict for those who ask for another level. */
  public record AtLevel(String level, Verdict verdict) {}

  /**
   * Where it stands by one gate.
   *
   * @param raw by its evidence alone
   * @param effective with waivers
   * @param overdue its proof or its waiver ran out, and nobody judged since
   * @param expires when its evidence stops to hold by itself
   * @param waiver the one in force
   * @param waivedUntil its end
   * @param open its entries that do not pass, those of higher levels too
   */
  public record Gate(
      String gate,
      Status raw,
      Status effective,
      boolean overdue,
      String sentence,
      @Nullable Instant expires,
      @Nullable String waiver,
      @Nullable Instant waivedUntil,
      List<Open> open) {
    public Gate {
      open = List.copyOf(open);
    }
  }

  /**
   * An entry that does not pass.
   *
   * @param level from which it is asked; absent: the lowest
   */
  public record Open(@Nullable String level, Status status) {}

  /** The names of its levels, lowest first. */
  public List<String> levelNames() {
    return levels.isEmpty() ? List.of(level) : levels.stream().map(AtLevel::level).toList();
  }

  /** The verdict at one of its levels; empty for one it has not. */
  Optional<Verdict> verdict(String asked) {
    return asked.equals(level)
        ? Optional.of(verdict)
        : levels.stream()
            .filter(each -> each.level().equals(asked))
            .map(AtLevel::verdict)
            .findFirst();
  }
}
