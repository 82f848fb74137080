package dev.muster.streams.state;

import dev.muster.core.gate.GateId;
import dev.muster.core.gate.GateMark;
import dev.muster.core.gate.Status;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Marks in bytes. A service has fifty, in few words. */
final class MarkCodec {
  private MarkCodec() {}

  static void write(ByteSink out, GateMark mark) {
    out.word(mark.id().standard())
        .word(mark.id().gate())
        .word(mark.ruleHash())
        .instant(mark.ruleSince())
        .number(mark.revision())
        .number(mark.print())
        .optional(mark.turns(), ByteSink::instant);
    standing(out, mark.mark());
    out.word(mark.effective().name());
    out.list(mark.entries(), MarkCodec::standing);
  }

  static GateMark read(ByteSource in) {
    return read(in, ByteSource::word);
  }

  /** One in which each word is spelt. */
  static GateMark readSpelt(ByteSource in) {
    return read(in, ByteSource::text);
  }

  private static GateMark read(ByteSource in, Function<ByteSource, String> word) {
    GateId id = new GateId(word.apply(in), word.apply(in));
    String ruleHash = word.apply(in);
    Instant ruleSince = in.instant();
    long revision = in.number();
    long print = in.number();
    Instant turns = in.optional(ByteSource::instant);
    GateMark.Mark standing = standing(in, word);
    Status effective = Status.valueOf(word.apply(in));
    List<GateMark.Mark> entries = in.list(each -> standing(each, word));
    return new GateMark(
        id, ruleHash, ruleSince, standing, effective, revision, print, turns, entries);
  }

  private static void standing(ByteSink out, GateMark.Mark mark) {
    out.word(mark.status().name()).instant(mark.since());
  }

  private static GateMark.Mark standing(ByteSource in, Function<ByteSource, String> word) {
    return new GateMark.Mark(Status.valueOf(word.apply(in)), in.instant());
  }
}
