package dev.muster.runtime.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an operator has set. Reading a setting consumes it; {@link #refuseUnknown} then names what
 * nobody knows. Not for use by several threads.
 */
public final class Settings {
  private static final String KAFKA = Setting.PREFIX + "KAFKA_";

  private static final String FILE = "_FILE";

  private final Map<String, String> given = new TreeMap<>();
  private final Map<String, String> left;

  /**
   * @param environment all variables; only those that begin with {@code MUSTER_} are looked at
   */
  public Settings(Map<String, String> environment) {
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(Setting.PREFIX)) {
            given.put(name, value);
          }
        });
    left = new TreeMap<>(given);
  }

  /** The value set, or the default; a bad value is refused with its name and what was needed. */
  public <T> T read(Setting<T> setting) {
    left.remove(setting.name());
    String text = given.getOrDefault(setting.name(), "").strip();
    try {
      return setting.parse().apply(text.isEmpty() ? setting.defaultText() : text);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new SettingsRefused(
          List.of(setting.name() + ": need " + setting.type() + ", got \"" + text + '"'));
    }
  }

  /**
   * {@code MUSTER_KAFKA_BOOTSTRAP_SERVERS=a:9092} as {@code bootstrap.servers=a:9092}: any property
   * of a Kafka client. A name that ends in {@code _FILE} gives the file that holds the value, for
   * secrets.
   */
  public Map<String, String> kafka() {
    Map<String, String> properties = new TreeMap<>();
    given.forEach(
        (name, value) -> {
          if (name.startsWith(KAFKA)) {
            left.remove(name);
            boolean inFile = name.endsWith(FILE);
            int end = name.length() - (inFile ? FILE.length() : 0);
            properties.put(
                name.substring(KAFKA.length(), end).toLowerCase(Locale.ROOT).replace('_', '.'),
                inFile ? content(name, value) : value);
          }
        });
    return properties;
  }

  /**
   * Refuses every {@code MUSTER_…} variable that was not read and is not among {@code known}, the
   * settings of programs that may share this environment but do not run here.
   */
  public void refuseUnknown(Collection<Setting<?>> known) {
    List<String> names =
        Stream.concat(given.keySet().stream(), known.stream().map(Setting::name))
            .filter(name -> !left.containsKey(name) || isKnown(known, name))
            .distinct()
            .toList();
    List<String> problems = new ArrayList<>();
    left.keySet().stream()
        .filter(name -> !name.startsWith(KAFKA) && !isKnown(known, name))
        .forEach(
            name ->
                problems.add(
                    name
                        + ": no such setting"
                        + Closest.to(name, names)
                            .map(near -> "; did you mean " + near + '?')
                            .orElse("")));
    if (!problems.isEmpty()) {
      throw new SettingsRefused(problems);
    }
  }

  private static String content(String name, String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new SettingsRefused(List.of(name + ": cannot read " + file));
    }
  }

  private static boolean isKnown(Collection<Setting<?>> known, String name) {
    return known.stream().anyMatch(setting -> setting.name().equals(name));
  }
}
