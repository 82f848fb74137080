package dev.muster.streams.state;

import dev.muster.core.alert.AlertEvent.Asks;
import dev.muster.core.alert.AlertEvent.Ties;
import dev.muster.core.alert.Classification;
import dev.muster.core.alert.Episode;
import dev.muster.core.alert.ProtectedClass;
import dev.muster.core.alert.Reaction;
import dev.muster.core.alert.Reaction.Said;
import dev.muster.core.alert.Severity;
import dev.muster.core.alert.Urgency;
import dev.muster.core.gate.Origin;
import dev.muster.core.gate.Position;
import org.jspecify.annotations.Nullable;

/** Episodes of alerts in bytes; the first says by which format. */
final class EpisodeCodec {
  private static final int EPISODE_1 = 1;

  private EpisodeCodec() {}

  static byte[] write(Episode episode) {
    Ties ties = episode.ties();
    ByteSink out =
        new ByteSink(256)
            .number(EPISODE_1)
            .text(episode.id().source())
            .text(episode.id().fingerprint())
            .instant(episode.startedAt())
            .text(episode.rule())
            .optionalText(episode.environment())
            .text(episode.asks().severity().name())
            .text(episode.asks().urgency().name())
            .optionalText(name(episode.asks().protectedClass()))
            .optionalText(ties.groupKey())
            .optionalText(ties.incidentId())
            .optionalText(ties.musterId())
            .optionalText(ties.deploymentId())
            .optionalText(ties.runbook());
    times(out, episode.times());
    reaction(out, episode.reaction());
    origin(out, episode.newest());
    return out.bytes();
  }

  static Episode read(byte[] bytes) {
    ByteSource in = StateCodec.of(bytes, EPISODE_1, "episodes");
    Episode.Id id = new Episode.Id(in.text(), in.text(), in.instant());
    return new Episode(
        id,
        in.text(),
        in.optionalText(),
        new Asks(
            Severity.valueOf(in.text()),
            Urgency.valueOf(in.text()),
            in.optional(each -> ProtectedClass.valueOf(each.text()))),
        new Ties(
            in.optionalText(),
            in.optionalText(),
            in.optionalText(),
            in.optionalText(),
            in.optionalText()),
        times(in),
        reaction(in),
        origin(in));
  }

  private static @Nullable String name(@Nullable Enum<?> one) {
    return one == null ? null : one.name();
  }

  private static void times(ByteSink out, Episode.Times times) {
    out.optional(times.firstReceived(), ByteSink::instant)
        .optional(times.lastTold(), ByteSink::instant)
        .optional(times.lastHeard(), ByteSink::instant)
        .optional(times.fired(), ByteSink::instant)
        .optional(times.resolved(), ByteSink::instant)
        .optional(times.silenced(), ByteSink::instant)
        .optional(times.inhibited(), ByteSink::instant);
  }

  private static Episode.Times times(ByteSource in) {
    return new Episode.Times(
        in.optional(ByteSource::instant),
        in.optional(ByteSource::instant),
        in.optional(ByteSource::instant),
        in.optional(ByteSource::instant),
        in.optional(ByteSource::instant),
        in.optional(ByteSource::instant),
        in.optional(ByteSource::instant));
  }

  private static void reaction(ByteSink out, Reaction reaction) {
    out.optional(reaction.acknowledged(), ByteSink::instant)
        .flag(reaction.acknowledgedAtAll())
        .optional(reaction.actioned(), ByteSink::instant)
        .flag(reaction.seen())
        .optional(reaction.resolved(), ByteSink::instant)
        .optional(
            reaction.said(),
            (to, said) ->
                to.instant(said.time())
                    .instant(said.received())
                    .text(said.id())
                    .text(said.by())
                    .text(said.what().name()));
  }

  private static Reaction reaction(ByteSource in) {
    return new Reaction(
        in.optional(ByteSource::instant),
        in.flag(),
        in.optional(ByteSource::instant),
        in.flag(),
        in.optional(ByteSource::instant),
        in.optional(
            said ->
                new Said(
                    said.instant(),
                    said.instant(),
                    said.text(),
                    said.text(),
                    Classification.valueOf(said.text()))));
  }

  static void origin(ByteSink out, Origin origin) {
    out.text(origin.id())
        .text(origin.source())
        .text(origin.subject())
        .instant(origin.time())
        .instant(origin.received())
        .text(origin.position().topic())
        .number(origin.position().partition())
        .number(origin.position().offset());
  }

  static Origin origin(ByteSource in) {
    return new Origin(
        in.text(),
        in.text(),
        in.text(),
        in.instant(),
        in.instant(),
        new Position(in.text(), in.size(), in.number()));
  }
}
