package dev.muster.sink.page;

import dev.muster.schemas.judgement.NoiseScore;
import dev.muster.sink.page.AlertWeek.Answers;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Writes the last closed week of a service's alerts. */
record AlertWeekWriter(Times times) {
  private static final int LAST_DAY = 6;

  @Nullable AlertWeek of(@Nullable NoiseScore noise) {
    return noise == null
        ? null
        : new AlertWeek(
            days(noise.getWeek()),
            noise.getWeek(),
            noise.getFired(),
            noise.getPages(),
            new Answers(noise.getActedOn(), noise.getKnownInaction(), noise.getUnknownAction()),
            noise.getProposalsOpen());
  }

  /** From Monday to Sunday; a week that is none stands for itself. */
  private String days(String week) {
    try {
      LocalDate monday = LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE);
      return times.day(monday) + " to " + times.day(monday.plusDays(LAST_DAY));
    } catch (DateTimeParseException none) {
      return week;
    }
  }
}
