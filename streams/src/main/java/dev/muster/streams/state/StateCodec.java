package dev.muster.streams.state;

import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.gate.EvidenceStream;
import dev.muster.core.gate.GateId;
import dev.muster.core.gate.GateMark;
import dev.muster.core.gate.Status;
import dev.muster.core.gate.StreamKey;
import dev.muster.core.scorecard.Change;
import dev.muster.core.scorecard.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * States and evidence in bytes; the first says by which format. A new format reads the old one too,
 * or asks for a rebuild.
 */
public final class StateCodec {
  private static final int STATE_1 = 1;
  private static final int EVIDENCE_1 = 1;

  private StateCodec() {}

  public static byte[] write(ServiceState state) {
    return new ByteSink()
        .number(STATE_1)
        .instant(state.clock())
        .optional(state.definition().orElse(null), StateCodec::definition)
        .list(new TreeMap<>(state.marks()).values(), StateCodec::mark)
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
    ByteSource in = of(bytes, STATE_1, "service state");
    return new ServiceState(
        in.instant(),
        Optional.ofNullable(in.optional(StateCodec::definition)),
        in.list(StateCodec::mark).stream()
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
    int found = in.size();
    if (found != format) {
      throw new IllegalStateException(
          "need %s of format %d, got %d: read the log again with muster streams --rebuild"
              .formatted(what, format, found));
    }
    return in;
  }

  private static void definition(ByteSink out, Definition definition) {
    out.text(definition.hash()).text(definition.checks()).instant(definition.received());
  }

  private static Definition definition(ByteSource in) {
    return new Definition(in.text(), in.text(), in.instant());
  }

  private static void mark(ByteSink out, GateMark mark) {
    out.text(mark.id().standard())
        .text(mark.id().gate())
        .text(mark.ruleHash())
        .instant(mark.ruleSince())
        .number(mark.revision())
        .number(mark.print())
        .optional(mark.turns(), ByteSink::instant);
    standing(out, mark.mark());
    out.text(mark.effective().name());
    out.list(mark.entries(), StateCodec::standing);
  }

  private static GateMark mark(ByteSource in) {
    GateId id = new GateId(in.text(), in.text());
    String ruleHash = in.text();
    var ruleSince = in.instant();
    long revision = in.number();
    long print = in.number();
    var turns = in.optional(ByteSource::instant);
    return new GateMark(
        id,
        ruleHash,
        ruleSince,
        standing(in),
        Status.valueOf(in.text()),
        revision,
        print,
        turns,
        in.list(StateCodec::standing));
  }

  private static void standing(ByteSink out, GateMark.Mark mark) {
    out.text(mark.status().name()).instant(mark.since());
  }

  private static GateMark.Mark standing(ByteSource in) {
    return new GateMark.Mark(Status.valueOf(in.text()), in.instant());
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
