package dev.muster.app;

import dev.muster.app.run.RunSettings;
import dev.muster.ingest.IngestPart;
import dev.muster.ingest.IngestSettings;
import dev.muster.runtime.auth.LoginLinks;
import dev.muster.runtime.auth.Tokens;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Setting;
import dev.muster.runtime.settings.Settings;
import dev.muster.runtime.settings.SettingsRefused;
import dev.muster.schemas.TopicLayout;
import dev.muster.sink.Neighbours;
import dev.muster.sink.SinkPart;
import dev.muster.sink.SinkSettings;
import dev.muster.sink.login.Entrance;
import dev.muster.streams.StreamsSettings;
import dev.muster.streams.run.StreamsPart;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Joins each program with what it needs. */
final class Programs {

  /** Of all programs; those that do not run here may still be set for others. */
  static final List<Setting<?>> SETTINGS =
      Stream.of(
              HouseSettings.ALL,
              AppSettings.ALL,
              IngestSettings.ALL,
              StreamsSettings.ALL,
              SinkSettings.ALL,
              RunSettings.ALL,
              Addresses.ALL)
          .<Setting<?>>flatMap(List::stream)
          .toList();

  private Programs() {}

  /**
   * Looks at all that is set, also for other programs, before anything starts.
   *
   * @throws SettingsRefused for a value that cannot be, and for a name that nobody knows
   */
  static void refuseMistakes(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    SETTINGS.forEach(settings::read);
    settings.refuseUnknown(SETTINGS);
  }

  static Tokens tokens(Ground ground) {
    return new Tokens(ground.house().data(), ground.clock(), new SecureRandom());
  }

  /**
   * @param received says when facts are received
   */
  static IngestPart ingest(Ground ground, Tokens tokens, Clock received) {
    return new IngestPart(
        IngestSettings.read(ground.settings(), ground.house().ports()),
        new dev.muster.ingest.Neighbours(
            ground.kafka(), ground.registry(), ground.house().registerSchemas()),
        tokens,
        ground.meters(),
        received);
  }

  /**
   * @param rebuild whether the whole log is read again
   * @param distributed whether broker and registry are not in this process
   */
  static StreamsPart streams(
      Ground ground, TopicLayout layout, boolean rebuild, boolean distributed) {
    return new StreamsPart(
        StreamsSettings.read(ground.settings(), ground.house()),
        new dev.muster.streams.run.Neighbours(
            ground.kafka(),
            ground.registry(),
            ground.house().registerSchemas(),
            layout,
            distributed),
        rebuild,
        ground.meters(),
        ground.clock());
  }

  static SinkPart sink(Ground ground, Tokens tokens, LoginLinks links) {
    SinkSettings settings = SinkSettings.read(ground.settings(), ground.house());
    return new SinkPart(
        settings,
        new Neighbours(ground.kafka(), ground.registry(), ground.house().registerSchemas()),
        new Entrance(tokens, links, settings.pages(), ground.clock(), new SecureRandom()),
        ground.meters(),
        ground.clock());
  }
}
