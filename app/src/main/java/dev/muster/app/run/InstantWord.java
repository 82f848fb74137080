package dev.muster.app.run;

import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An instant in UTC, in the one form that {@code clients/muster-run} takes too. */
final class InstantWord implements ITypeConverter<Instant> {
  private static final String FORM = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z";

  @Override
  public Instant convert(String text) {
    try {
      if (text.matches(FORM)) {
        return Instant.parse(text);
      }
    } catch (DateTimeException none) {
      // A day or an hour that there is not; said below.
    }
    throw new TypeConversionException(
        "need an instant like 2026-03-01T14:00:00Z, got \"" + text + '"');
  }
}
