package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.Rotation;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the {@code spec} of a Rotation. */
final class RotationReader {
  static final String ZONE = "a time zone such as Europe/Berlin or UTC";
  static final String SPAN = "hours of a day such as 22:00-08:00";
  private static final Rotation.Span NONE =
      new Rotation.Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  private RotationReader() {}

  /** Empty where a mistake was found. */
  static Optional<Rotation> read(String name, Fields spec) {
    int before = spec.findings().count();
    spec.require("team", "zone");
    String team = spec.reference("team", Kind.TEAM).orElse("");
    ZoneId zone = spec.value("zone", ZONE, ZoneId::of).orElse(ZoneOffset.UTC);
    String pagesFrom = spec.text("pagesFrom").orElse(null);
    Rotation.Hours hours = spec.mapping("hours").map(RotationReader::hours).orElse(null);
    List<Rotation.Layer> layers = new ArrayList<>();
    for (Fields layer : spec.mappings("layers", "name")) {
      layer.require("name", "zone");
      layers.add(
          new Rotation.Layer(
              layer.text("name").orElse(""),
              layer.value("zone", ZONE, ZoneId::of).orElse(ZoneOffset.UTC)));
      layer.done();
    }
    spec.done();
    return spec.findings().count() == before
        ? Optional.of(new Rotation(name, team, zone, pagesFrom, hours, layers))
        : Optional.empty();
  }

  private static Rotation.Hours hours(Fields fields) {
    fields.require("sleep", "business");
    Rotation.Hours hours =
        new Rotation.Hours(
            fields.value("sleep", SPAN, RotationReader::span).orElse(NONE),
            fields.value("business", SPAN, RotationReader::span).orElse(NONE));
    fields.done();
    return hours;
  }

  private static Rotation.Span span(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      throw new IllegalArgumentException(text);
    }
    return new Rotation.Span(
        LocalTime.parse(text.substring(0, dash).strip()),
        LocalTime.parse(text.substring(dash + 1).strip()));
  }
}
