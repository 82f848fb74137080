package dev.muster.runtime.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One thing an operator may set through the environment.
 *
 * @param name {@code MUSTER_<MODULE>_<THING>}
 * @param type what a value looks like, in words for a person
 * @param defaultText the value when none is set, written as an operator would; empty means absent
 * @param doc one sentence: what it does
 * @param parse reads a value; refuses a bad one with an {@link IllegalArgumentException} that says
 *     what was needed
 */
public record Setting<T>(
    String name, String type, String defaultText, String doc, Function<String, T> parse) {

  /** What the name of every setting begins with. */
  public static final String PREFIX = "MUSTER_";

  public Setting {
    if (!name.matches("MUSTER(_[A-Z0-9]+)+")) {
      throw new IllegalArgumentException("need a name like MUSTER_MODULE_THING, got " + name);
    }
    Objects.requireNonNull(parse.apply(defaultText), name);
  }

  public static Setting<String> text(String name, String defaultText, String doc) {
    return new Setting<>(name, "text", defaultText, doc, text -> text);
  }

  public static Setting<Optional<String>> optionalText(String name, String doc) {
    return new Setting<>(
        name, "text", "", doc, text -> Optional.of(text).filter(t -> !t.isEmpty()));
  }

  /** A whole number, {@code min} and {@code max} allowed. */
  public static Setting<Integer> number(String name, int value, int min, int max, String doc) {
    String type = "number " + min + " to " + max;
    return new Setting<>(
        name,
        type,
        Integer.toString(value),
        doc,
        text -> {
          int number = Integer.parseInt(text);
          if (number < min || number > max) {
            throw new IllegalArgumentException("out of range");
          }
          return number;
        });
  }

  public static Setting<Boolean> flag(String name, boolean value, String doc) {
    return choice(name, List.of("true", "false"), Boolean.toString(value), doc, Boolean::valueOf);
  }

  /** An ISO-8601 duration above zero, {@code PT5S}. */
  public static Setting<Duration> duration(String name, Duration value, String doc) {
    return new Setting<>(
        name,
        "ISO-8601 duration",
        value.toString(),
        doc,
        text -> {
          Duration duration = Duration.parse(text);
          if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("not above zero");
          }
          return duration;
        });
  }

  public static Setting<Path> path(String name, String defaultText, String doc) {
    return new Setting<>(name, "path", defaultText, doc, Path::of);
  }

  public static Setting<URI> uri(String name, String defaultText, String doc) {
    return new Setting<>(name, "URL", defaultText, doc, URI::create);
  }

  /** A file that holds a secret or certificate; its name ends in {@code _FILE}. */
  public static Setting<Optional<Path>> file(String name, String doc) {
    if (!name.endsWith("_FILE")) {
      throw new IllegalArgumentException("need a name that ends in _FILE, got " + name);
    }
    return new Setting<>(
        name,
        "path of a file",
        "",
        doc,
        text -> Optional.of(text).filter(t -> !t.isEmpty()).map(Path::of));
  }

  /** One of an enum's constants, written in lower case with hyphens. */
  public static <E extends Enum<E>> Setting<E> choice(String name, E value, String doc) {
    E[] all = value.getDeclaringClass().getEnumConstants();
    List<String> words = Arrays.stream(all).map(Setting::word).toList();
    return choice(name, words, word(value), doc, text -> all[words.indexOf(text)]);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <T> Setting<T> choice(
      String name, List<String> words, String value, String doc, Function<String, T> parse) {
    String type = words.stream().collect(Collectors.joining("` or `", "`", "`"));
    return new Setting<>(
        name,
        type,
        value,
        doc,
        text -> {
          if (!words.contains(text)) {
            throw new IllegalArgumentException("not one of them");
          }
          return parse.apply(text);
        });
  }
}
