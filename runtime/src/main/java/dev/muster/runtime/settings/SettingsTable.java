package dev.muster.runtime.settings;

import java.util.Collection;
import java.util.stream.Collectors;

/** The settings of a module as its README shows them; a test compares the two. */
public final class SettingsTable {
  private SettingsTable() {}

  public static String markdown(Collection<Setting<?>> settings) {
    return settings.stream()
        .map(SettingsTable::row)
        .collect(
            Collectors.joining("\n", "| setting | value | default | |\n|---|---|---|---|\n", "\n"));
  }

  private static String row(Setting<?> setting) {
    String shown = setting.defaultText().isEmpty() ? "" : '`' + setting.defaultText() + '`';
    return "| `%s` | %s | %s | %s |"
        .formatted(setting.name(), setting.type(), shown, setting.doc());
  }
}
