package dev.muster.streams.state;

import dev.muster.core.slo.SliceHour;
import dev.muster.core.slo.SloCopy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** What is told of an SLO, on its way to a service whose alerts it confirms. */
public sealed interface BudgetWord {
  /** The service that promises it. */
  String service();

  String slo();

  /** What it says of the minutes from this instant on may be something else now. */
  Instant from();

  /** The received time or deadline that caused it. */
  Instant spoken();

  /**
   * How it went.
   *
   * @param anew whether this is all there is; else what was told before still holds
   * @param hours that are told now, in order
   */
  record Went(
      String service,
      String slo,
      Instant from,
      Instant spoken,
      boolean anew,
      SloCopy copy,
      List<SliceHour> hours)
      implements BudgetWord {
    public Went {
      hours = List.copyOf(hours);
    }

    /** Whether all hours told are of the day that it was judged to; days are those of UTC. */
    public boolean isOfItsLastDay() {
      Instant day = copy.judgedTo().truncatedTo(ChronoUnit.DAYS);
      return hours.stream().noneMatch(hour -> hour.start().isBefore(day));
    }
  }

  /** It confirms nothing any more. */
  record Gone(String service, String slo, Instant spoken) implements BudgetWord {
    @Override
    public Instant from() {
      return Instant.EPOCH;
    }
  }

  /** In bytes; the first says by which format. */
  static Serializer<BudgetWord> serializer() {
    return (topic, word) -> BudgetCodec.write(word);
  }

  /** From bytes. */
  static Deserializer<BudgetWord> deserializer() {
    return (topic, bytes) -> BudgetCodec.read(bytes);
  }
}
