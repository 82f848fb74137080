package dev.muster.sink;

import dev.muster.runtime.http.Listen;
import dev.muster.runtime.http.ListenSettings;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Setting;
import dev.muster.runtime.settings.Settings;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an operator can set.
 *
 * @param pages where pages and API listen
 * @param publicPage where the public page listens
 * @param zone whose clock pages show
 * @param demo whether all data is invented, which every page then says
 */
public record SinkSettings(Listen pages, Listen publicPage, ZoneId zone, boolean demo) {
  public static final ListenSettings PAGES = ListenSettings.of("SINK", 8080);
  public static final ListenSettings PUBLIC = ListenSettings.of("SINK_PUBLIC", 8088);
  public static final Setting<ZoneId> ZONE =
      new Setting<>(
          "MUSTER_SINK_ZONE",
          "time zone, `Europe/Berlin`",
          "UTC",
          "Whose clock pages show; its name always stands beside.",
          SinkSettings::zone);
  public static final Setting<Boolean> DEMO =
      Setting.flag("MUSTER_SINK_DEMO", false, "Says on every page that the data is invented.");

  public static final List<Setting<?>> ALL =
      Stream.of(PAGES.all().stream(), PUBLIC.all().stream(), Stream.of(ZONE, DEMO))
          .<Setting<?>>flatMap(all -> all)
          .toList();

  public static SinkSettings read(Settings settings, HouseSettings house) {
    return new SinkSettings(
        PAGES.read(settings, house.ports()),
        PUBLIC.read(settings, house.ports()),
        settings.read(ZONE),
        settings.read(DEMO));
  }

  /** As it is, but saying that the data is invented. */
  public SinkSettings withDemo() {
    return new SinkSettings(pages, publicPage, zone, true);
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no such zone", e);
    }
  }
}
