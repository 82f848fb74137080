package dev.muster.app;

import dev.muster.runtime.auth.OwnerOnlyFile;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Setting;
import dev.muster.runtime.settings.Settings;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Where a command asks the parts of a Muster: where its settings say, else where the Muster of the
 * data folder says it is, else at the fixed ports.
 */
public final class Addresses {
  /** Any property of a Kafka client may be set; commands name this one. */
  public static final Setting<String> KAFKA =
      Setting.text("MUSTER_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092", "Where Kafka is asked.");

  public static final Setting<URI> INGEST =
      Setting.uri("MUSTER_INGEST_URL", "http://127.0.0.1:8090", "Where facts are posted to.");
  public static final Setting<URI> SINK =
      Setting.uri("MUSTER_SINK_URL", "http://127.0.0.1:8080", "Where pages and API are asked.");

  public static final List<Setting<?>> ALL = List.of(INGEST, SINK);

  /** By their names in the file. */
  static final Map<String, Setting<?>> PARTS =
      Map.of(
          "kafka", KAFKA, "registry", HouseSettings.REGISTRY_URL, "ingest", INGEST, "sink", SINK);

  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Map<String, String> told;
  private final Map<String, String> origins = new HashMap<>();

  private Addresses(Map<String, String> environment) {
    told = new HashMap<>(environment);
  }

  public static Addresses of(Map<String, String> environment) {
    Addresses addresses = new Addresses(environment);
    Path file = file(new Settings(environment).read(HouseSettings.DATA));
    Properties said = read(file);
    PARTS.forEach(
        (part, setting) -> {
          String address = said.getProperty(part, "");
          if (!address.isEmpty() && environment.getOrDefault(setting.name(), "").isBlank()) {
            addresses.told.put(setting.name(), address);
            addresses.origins.put(setting.name(), "as " + file + " says; does that Muster run?");
          }
        });
    return addresses;
  }

  /** What the environment says, with the addresses it leaves open. */
  public Settings settings() {
    return new Settings(told);
  }

  /** The address of a part, and in brackets who says so. */
  public String named(Setting<?> part) {
    return settings().read(part) + " (" + origins.getOrDefault(part.name(), part.name()) + ')';
  }

  /** For the commands of others, until {@link #forget}; for their owner's eyes only. */
  static void tell(Path data, Places places) {
    String lines =
        "kafka=%s%nregistry=%s%ningest=%s%nsink=%s%n"
            .formatted(places.kafka(), places.registry(), places.ingest(), places.pages());
    OwnerOnlyFile.write(file(data), lines.getBytes(StandardCharsets.UTF_8));
  }

  static void forget(Path data) {
    try {
      Files.deleteIfExists(file(data));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + file(data), e);
    }
  }

  private static Path file(Path data) {
    return data.resolve("addresses");
  }

  /** Nothing where there is no such file, or where somebody else may have written it. */
  private static Properties read(Path file) {
    Properties said = new Properties();
    if (isOwnersOnly(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        said.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        // Another user's, or removed meanwhile: that Muster is not ours to ask.
        said.clear();
      }
    }
    return said;
  }

  private static boolean isOwnersOnly(Path file) {
    try {
      return OWNER_ONLY.equals(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      return false;
    } catch (UnsupportedOperationException e) {
      return Files.exists(file);
    }
  }
}
