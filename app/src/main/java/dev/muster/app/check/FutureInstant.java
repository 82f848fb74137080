package dev.muster.app.check;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes a day or an instant, or says how they are written; whether it is over the sink knows. */
final class FutureInstant implements ITypeConverter<String> {
  @Override
  public String convert(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).toString()
          : Instant.parse(text).toString();
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "need a day or an instant like 2027-01-15 or 2027-01-15T08:00:00Z, got \"" + text + '"');
    }
  }
}
