package dev.muster.app.end;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Somebody at a command line, who has a token of their own. */
record Person(Path folder, Map<String, String> settings) {

  /** {@code name@example.org}, with a token that is theirs. */
  static Person of(RunningMuster muster, Path below, String name, String... roles) {
    List<String> create = new ArrayList<>(List.of("token", "create", "--name", name));
    create.addAll(List.of("--email", name + "@example.org", "--team", "team-a"));
    for (String role : roles) {
      create.addAll(List.of("--role", role.toLowerCase(Locale.ROOT)));
    }
    String token =
        Program.run(below, Map.of("MUSTER_DATA", muster.data().toString()), words(create))
            .mustBe(0)
            .out();
    try {
      Path folder = Files.createDirectory(below.resolve(name));
      Path file = Files.writeString(folder.resolve("token"), token);
      Map<String, String> settings = new HashMap<>();
      settings.put("MUSTER_DATA", muster.data().toString());
      settings.put("MUSTER_TOKEN_FILE", file.toString());
      return new Person(folder, settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With nobody at the keyboard. */
  Program.Ended runs(String... arguments) {
    return Program.run(folder, settings, arguments);
  }

  /** Types these lines when asked. */
  Program.Ended answers(List<String> lines, String... arguments) {
    return Program.runAnswered(folder, settings, String.join("\n", lines) + "\n", arguments);
  }

  private static String[] words(List<String> all) {
    return all.toArray(new String[0]);
  }
}
