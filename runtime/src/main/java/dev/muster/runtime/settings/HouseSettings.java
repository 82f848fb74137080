package dev.muster.runtime.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * The settings that all programs share.
 *
 * @param data folder of everything kept on this machine
 * @param registry base address of the schema registry
 * @param registerSchemas whether a writer registers the schemas that the registry lacks
 */
public record HouseSettings(Path data, URI registry, boolean registerSchemas, Ports ports) {

  /** What to do when a port is taken. */
  public enum Ports {
    /** Refuse to start and name it. */
    FIXED,
    /** Take the next free one. */
    AUTO
  }

  public static final Setting<Path> DATA =
      Setting.path("MUSTER_DATA", ".muster", "Folder of everything kept on this machine.");
  public static final Setting<URI> REGISTRY_URL =
      Setting.uri("MUSTER_REGISTRY_URL", "http://127.0.0.1:8081", "The schema registry.");
  public static final Setting<Boolean> REGISTER_SCHEMAS =
      Setting.flag(
          "MUSTER_REGISTRY_REGISTER",
          false,
          "Whether a writer registers schemas that the registry lacks; 'up' and 'demo' do unless"
              + " told not to, else 'muster schemas register' does.");
  public static final Setting<Ports> PORTS =
      Setting.choice(
          "MUSTER_PORTS",
          Ports.FIXED,
          "When a port is taken: refuse to start, or the next free one.");

  public static final List<Setting<?>> ALL = List.of(DATA, REGISTRY_URL, REGISTER_SCHEMAS, PORTS);

  public static HouseSettings read(Settings settings) {
    return new HouseSettings(
        settings.read(DATA),
        settings.read(REGISTRY_URL),
        settings.read(REGISTER_SCHEMAS),
        settings.read(PORTS));
  }
}
