package dev.muster.streams.state;

import dev.muster.core.alert.Tenure;
import dev.muster.core.alert.Terms;
import dev.muster.core.alert.book.Lasting;
import dev.muster.core.alert.book.Ledger;
import dev.muster.core.alert.book.Ledger.Pending;
import dev.muster.core.alert.noise.Answer;
import dev.muster.core.alert.noise.Answers;
import dev.muster.core.alert.noise.IsoWeek;
import dev.muster.core.alert.noise.Late;
import dev.muster.core.alert.noise.NoiseVerdict;
import dev.muster.core.catalogue.Rotation;
import dev.muster.core.catalogue.Rotation.Hours;
import dev.muster.core.catalogue.Rotation.Span;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is remembered of a service's alerts beside them, in bytes; the first says the format. */
final class LedgerCodec {
  private static final int LEDGER_1 = 1;

  private LedgerCodec() {}

  static byte[] write(Ledger ledger) {
    return new ByteSink(256)
        .number(LEDGER_1)
        .list(
            ledger.tenure().since().entrySet(),
            (out, each) -> terms(out.instant(each.getKey()), each.getValue()))
        .list(ledger.answers().all(), LedgerCodec::answer)
        .optional(ledger.open(), (out, week) -> out.text(week.toString()))
        .optional(ledger.unheard(), ByteSink::instant)
        .optional(ledger.pending(), LedgerCodec::pending)
        .list(
            new TreeMap<>(ledger.lasting()).entrySet(),
            (out, each) -> lasting(out.text(each.getKey()), each.getValue()))
        .bytes();
  }

  static Ledger read(byte[] bytes) {
    ByteSource in = StateCodec.of(bytes, LEDGER_1, "alerts");
    return new Ledger(
        Tenure.of(map(in.list(each -> Map.entry(each.instant(), terms(each))))),
        new Answers(in.list(LedgerCodec::answer)),
        in.optional(each -> IsoWeek.parse(each.text())),
        in.optional(ByteSource::instant),
        in.optional(LedgerCodec::pending),
        map(in.list(each -> Map.entry(each.text(), lasting(each)))));
  }

  private static <K, V> Map<K, V> map(Iterable<Map.Entry<K, V>> entries) {
    Map<K, V> map = new HashMap<>();
    entries.forEach(each -> map.put(each.getKey(), each.getValue()));
    return map;
  }

  private static void terms(ByteSink out, Terms terms) {
    out.optional(terms.rotation(), LedgerCodec::rotation).list(terms.production(), ByteSink::word);
  }

  private static Terms terms(ByteSource in) {
    return new Terms(in.optional(LedgerCodec::rotation), in.list(ByteSource::word));
  }

  private static void rotation(ByteSink out, Rotation rotation) {
    out.word(rotation.name())
        .word(rotation.team())
        .word(rotation.zone().getId())
        .optional(rotation.pagesFrom(), ByteSink::word)
        .optional(rotation.hours(), (to, hours) -> span(span(to, hours.sleep()), hours.business()))
        .list(rotation.layers(), (to, each) -> to.word(each.name()).word(each.zone().getId()));
  }

  private static Rotation rotation(ByteSource in) {
    return new Rotation(
        in.word(),
        in.word(),
        ZoneId.of(in.word()),
        in.optional(ByteSource::word),
        in.optional(each -> new Hours(span(each), span(each))),
        in.list(each -> new Rotation.Layer(each.word(), ZoneId.of(each.word()))));
  }

  private static ByteSink span(ByteSink out, Span span) {
    return out.word(span.from().toString()).word(span.to().toString());
  }

  private static Span span(ByteSource in) {
    return new Span(LocalTime.parse(in.word()), LocalTime.parse(in.word()));
  }

  private static void answer(ByteSink out, Answer answer) {
    out.text(answer.source())
        .text(answer.id())
        .instant(answer.time())
        .instant(answer.received())
        .text(answer.rule())
        .text(answer.proposal().name())
        .flag(answer.accepted());
  }

  private static Answer answer(ByteSource in) {
    return new Answer(
        in.text(),
        in.text(),
        in.instant(),
        in.instant(),
        in.text(),
        NoiseVerdict.valueOf(in.text()),
        in.flag());
  }

  private static void pending(ByteSink out, Pending pending) {
    out.instant(pending.from())
        .instant(pending.due())
        .list(new TreeSet<>(pending.why()), (to, why) -> to.text(why.name()));
  }

  private static Pending pending(ByteSource in) {
    return new Pending(
        in.instant(),
        in.instant(),
        in.list(each -> Late.valueOf(each.text())).stream().collect(Collectors.toSet()));
  }

  /** What is open has no end in milliseconds. */
  private static void lasting(ByteSink out, Lasting lasting) {
    boolean open = lasting.until().equals(Instant.MAX);
    out.instant(lasting.from()).optional(open ? null : lasting.until(), ByteSink::instant);
  }

  private static Lasting lasting(ByteSource in) {
    Instant from = in.instant();
    Instant until = in.optional(ByteSource::instant);
    return new Lasting(from, until == null ? Instant.MAX : until);
  }
}
