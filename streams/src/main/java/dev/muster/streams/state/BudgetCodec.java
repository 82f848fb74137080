package dev.muster.streams.state;

import dev.muster.core.slo.Budgeting;
import dev.muster.core.slo.Budgeting.Timeslices;
import dev.muster.core.slo.Exclusions;
import dev.muster.core.slo.SloCopy;
import dev.muster.streams.state.BudgetWord.Gone;
import dev.muster.streams.state.BudgetWord.Went;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What services tell each other of their SLOs, in bytes; the first says by which format. */
final class BudgetCodec {
  private static final int WORD_1 = 1;
  private static final int COPIES_1 = 1;

  private BudgetCodec() {}

  static byte[] write(BudgetWord word) {
    ByteSink out =
        new ByteSink(1024)
            .number(WORD_1)
            .text(word.service())
            .text(word.slo())
            .instant(word.spoken());
    out.flag(word instanceof Went);
    if (word instanceof Went went) {
      copy(out.instant(went.from()).flag(went.anew()), went.copy());
      out.list(went.hours(), (to, hour) -> to.bytes(BurnCodec.write(hour)));
    }
    return out.bytes();
  }

  static BudgetWord read(byte[] bytes) {
    ByteSource in = StateCodec.of(bytes, WORD_1, "words on budgets");
    String service = in.text();
    String slo = in.text();
    Instant spoken = in.instant();
    if (!in.flag()) {
      return new Gone(service, slo, spoken);
    }
    return new Went(
        service,
        slo,
        in.instant(),
        spoken,
        in.flag(),
        copy(in),
        in.list(each -> BurnCodec.readHour(each.bytes())));
  }

  /** All SLOs of a service that another keeps, by name. */
  static byte[] write(SortedMap<String, SloCopy> copies) {
    return new ByteSink(256)
        .number(COPIES_1)
        .list(copies.entrySet(), (out, each) -> copy(out.text(each.getKey()), each.getValue()))
        .bytes();
  }

  static SortedMap<String, SloCopy> readCopies(byte[] bytes) {
    ByteSource in = StateCodec.of(bytes, COPIES_1, "copies of budgets");
    SortedMap<String, SloCopy> copies = new TreeMap<>();
    in.list(each -> Map.entry(each.text(), copy(each)))
        .forEach(each -> copies.put(each.getKey(), each.getValue()));
    return copies;
  }

  private static void copy(ByteSink out, SloCopy copy) {
    out.text(copy.target().toPlainString()).number(copy.period().toDays());
    out.optional(
        copy.budgeting() instanceof Timeslices slices ? slices : null,
        (to, slices) ->
            to.text(slices.target().toPlainString()).number(slices.slice().toMinutes()));
    out.list(copy.exclusions().spans(), (to, span) -> to.number(span.from()).number(span.to()))
        .number(copy.head());
  }

  private static SloCopy copy(ByteSource in) {
    BigDecimal target = new BigDecimal(in.text());
    Duration period = Duration.ofDays(in.number());
    Timeslices slices =
        in.optional(
            each -> new Timeslices(new BigDecimal(each.text()), Duration.ofMinutes(each.number())));
    Budgeting budgeting = slices == null ? new Budgeting.Occurrences() : slices;
    Exclusions exclusions =
        new Exclusions(in.list(each -> new Exclusions.Span(each.number(), each.number())));
    return new SloCopy(target, period, budgeting, exclusions, in.number());
  }
}
