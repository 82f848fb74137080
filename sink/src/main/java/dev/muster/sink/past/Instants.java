package dev.muster.sink.past;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Instants as people and forms write them; without a zone they are UTC, a day is its beginning. */
public final class Instants {
  /** What is understood. */
  public static final String EXPECTED = "2026-03-01, 2026-03-01T14:00 or 2026-03-01T14:00:00Z, UTC";

  private static final List<Function<String, Instant>> FORMS =
      List.of(
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
          text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());

  private Instants() {}

  /** Empty where it is none. */
  public static Optional<Instant> parse(String text) {
    return FORMS.stream().flatMap(form -> parse(form, text.strip()).stream()).findFirst();
  }

  private static Optional<Instant> parse(Function<String, Instant> form, String text) {
    try {
      return Optional.of(form.apply(text));
    } catch (DateTimeException another) {
      return Optional.empty();
    }
  }
}
