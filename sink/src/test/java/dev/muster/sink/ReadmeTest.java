package dev.muster.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runtime.metrics.MetersTable;
import dev.muster.runtime.settings.SettingsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Pattern ROUTE =
      Pattern.compile(
          "\\.(get|post)\\((?:\"(/[^\"]*)\"|LINK \\+ \"([^\"]+)\")\\)|(add|post|answer)\\(\\s*server,\\s*\"([^\"]+)\"");

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  @Test
  void showsEverySetting() throws IOException {
    assertThat(readme()).contains(SettingsTable.markdown(SinkSettings.ALL));
  }

  @Test
  void showsEveryMeter() throws IOException {
    assertThat(readme()).contains(MetersTable.markdown(SinkMeters.ALL));
  }

  @Test
  void showsEveryRoute() throws IOException {
    // given
    List<String> routes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith("Routes.java")).toList()) {
        Matcher found = ROUTE.matcher(Files.readString(file));
        while (found.find()) {
          boolean posts =
              "post".equals(found.group(1))
                  || (found.group(4) != null && !"add".equals(found.group(4)));
          String method = posts ? "POST" : "GET";
          String path =
              found.group(2) != null
                  ? found.group(2)
                  : found.group(3) != null ? "/login/once/" + found.group(3) : found.group(5);
          routes.add("| `" + method + ' ' + path + "` |");
        }
      }
    }
    // then
    assertThat(routes).hasSizeGreaterThan(9);
    assertThat(readme()).contains(routes);
  }
}
