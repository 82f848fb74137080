package dev.muster.app;

import dev.muster.runtime.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** A command that asks its environment; its help then says what for. */
public interface ReadsSettings {

  /** Those that its user may want to set. */
  List<Setting<?>> settings();

  /** Adds a section to the help, below the examples. */
  default void describeIn(CommandSpec spec) {
    List<String> footer = new ArrayList<>(List.of(spec.usageMessage().footer()));
    footer.add("");
    footer.add("Environment:");
    settings()
        .forEach(
            one -> {
              footer.add("  " + one.name());
              footer.add("      " + one.doc().replace("`", ""));
              preset(one).ifPresent(preset -> footer.add("      Default: " + preset));
            });
    // picocli formats footers: a percent sign of ours is no pattern.
    spec.usageMessage()
        .footer(footer.stream().map(l -> l.replace("%", "%%")).toArray(String[]::new));
  }

  private static Optional<String> preset(Setting<?> one) {
    String told =
        Addresses.PARTS.containsValue(one) ? "where the data folder's Muster is, else " : "";
    return Optional.of(one.defaultText()).filter(text -> !text.isEmpty()).map(told::concat);
  }
}
