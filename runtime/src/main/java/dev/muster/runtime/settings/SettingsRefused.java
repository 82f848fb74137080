package dev.muster.runtime.settings;

import java.util.List;

/** The start is refused because of what was set; one sentence for each mistake. */
public final class SettingsRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SettingsRefused(List<String> problems) {
    super(String.join("\n", problems));
  }
}
