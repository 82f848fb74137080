package dev.muster.sink.release;

import com.linecorp.armeria.common.QueryParams;
import dev.muster.sink.past.Instants;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Is it ready by a standard?
 *
 * @param level absent: the one each service is held to
 * @param at what runs out until then does not count
 */
public record Question(Subject subject, String standard, @Nullable String level, Instant at) {
  private static final Set<String> KNOWN = Set.of("standard", "level", "at");
  private static final String AT = "a day or an instant from now on, 2027-01-15T08:00:00Z, UTC";

  /**
   * From an address.
   *
   * @throws CannotAnswer for a parameter that is missing, unknown or cannot be read
   */
  static Question of(Subject subject, QueryParams params, Instant now) {
    for (String name : params.names()) {
      if (!KNOWN.contains(name)) {
        throw CannotAnswer.wrong(
            "\"" + name + "\" is not asked for here.", name, "standard, level or at", "another");
      }
    }
    String standard = params.get("standard", "");
    if (standard.isBlank()) {
      throw CannotAnswer.wrong(
          "Ready by which standard?", "standard", "a standard's id, seven-gates", "nothing");
    }
    String at = params.get("at");
    return new Question(subject, standard, params.get("level"), at == null ? now : then(at, now));
  }

  private static Instant then(String text, Instant now) {
    Instant at = through(text.strip());
    if (at == null || at.isBefore(now)) {
      String detail = at == null ? "\"at\" is no instant." : "\"at\" lies in the past.";
      throw CannotAnswer.wrong(detail, "at", AT, text);
    }
    return at;
  }

  /** A day means all of it: what runs out at noon does not hold on that day. */
  private static @Nullable Instant through(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      return endOf(day);
    } catch (DateTimeException noDay) {
      return Instants.parse(text).orElse(null);
    }
  }

  /** The last instant of a day, UTC. */
  public static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
  }
}
