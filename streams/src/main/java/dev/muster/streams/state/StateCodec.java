package dev.muster.streams.state;

import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.gate.EvidenceStream;
import dev.muster.core.gate.GateMark;
import dev.muster.core.gate.StreamKey;
import dev.muster.core.scorecard.Change;
import dev.muster.core.scorecard.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * States and evidence in bytes; the first says by which format. A new format reads the old one too,
 * or asks for a rebuild.
 */
public final class StateCodec {
  /** As {@link #STATE_2}, with every word of a mark spelt. */
  private static final int STATE_1 = 1;

  private static final int STATE_2 = 2;
  private static final int EVIDENCE_1 = 1;

  private StateCodec() {}

  public static byte[] write(ServiceState state) {
    return new ByteSink()
        .number(STATE_2)
        .instant(state.clock())
        .optional(state.definition().orElse(null), StateCodec::definition)
        .list(new TreeMap<>(state.marks()).values(), MarkCodec::write)
        .list(
            new TreeMap<>(state.verdicts()).entrySet(),
            (out, each) -> out.text(each.getKey()).text(each.getValue().name()))
        .optional(state.turn().orElse(null), ByteSink::instant)
        .instant(state.emission().last())
        .number(state.emission().print())
        .optional(state.emission().pending().orElse(null), ByteSink::instant)
        .list(state.changes(), StateCodec::change)
        .bytes();
  }

  public static ServiceState readState(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    boolean spelt = known(in.size(), "service state", STATE_1, STATE_2) == STATE_1;
    return new ServiceState(
        in.instant(),
        Optional.ofNullable(in.optional(StateCodec::definition)),
        in.list(spelt ? MarkCodec::readSpelt : MarkCodec::read).stream()
            .collect(Collectors.toMap(GateMark::id, Function.identity())),
        in.list(each -> Map.entry(each.text(), Verdict.valueOf(each.text()))).stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        Optional.ofNullable(in.optional(ByteSource::instant)),
        new Emission(
            in.instant(), in.number(), Optional.ofNullable(in.optional(ByteSource::instant))),
        in.list(StateCodec::change));
  }

  public static byte[] write(EvidenceStream stream) {
    return new ByteSink()
        .number(EVIDENCE_1)
        .text(stream.key().type().name())
        .text(stream.key().name())
        .text(stream.key().part())
        .list(stream.events(), EvidenceCodec::write)
        .optional(stream.horizon(), ByteSink::instant)
        .bytes();
  }

  public static EvidenceStream readStream(byte[] bytes) {
    ByteSource in = of(bytes, EVIDENCE_1, "evidence");
    return new EvidenceStream(
        new StreamKey(EvidenceType.valueOf(in.text()), in.text(), in.text()),
        in.list(EvidenceCodec::read),
        in.optional(ByteSource::instant));
  }

  static ByteSource of(byte[] bytes, int format, String what) {
    ByteSource in = new ByteSource(bytes);
    known(in.size(), what, format);
    return in;
  }

  static int known(int found, String what, int... formats) {
    if (IntStream.of(formats).noneMatch(format -> format == found)) {
      throw new IllegalStateException(
          "need %s of format %d, got %d: read the log again with muster streams --rebuild"
              .formatted(what, formats[formats.length - 1], found));
    }
    return found;
  }

  private static void definition(ByteSink out, Definition definition) {
    out.text(definition.hash()).text(definition.checks()).instant(definition.received());
  }

  private static Definition definition(ByteSource in) {
    return new Definition(in.text(), in.text(), in.instant());
  }

  private static void change(ByteSink out, Change change) {
    out.text(change.what())
        .optionalText(change.from())
        .optionalText(change.to())
        .instant(change.at());
  }

  private static Change change(ByteSource in) {
    return new Change(in.text(), in.optionalText(), in.optionalText(), in.instant());
  }
}
