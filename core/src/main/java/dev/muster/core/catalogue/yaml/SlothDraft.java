package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.Names;
import dev.muster.core.slo.Indicator;
import dev.muster.core.slo.Slo;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One SLO of Sloth's while it is read, with what is to be said of it. */
final class SlothDraft {
  final List<String> taken = new ArrayList<>();
  final List<String> guessed = new ArrayList<>();
  final List<String> leftOut = new ArrayList<>();
  final SortedMap<String, String> labels = new TreeMap<>();
  final SortedMap<String, String> annotations = new TreeMap<>();
  final SortedMap<String, String> muster = new TreeMap<>();

  private final Fields fields;

  /**
   * @param fields the SLO's own
   */
  SlothDraft(Fields fields) {
    this.fields = fields;
  }

  /** An id of a name; said where it is another one. */
  String id(String word, String what) {
    String id = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
    if (!id.equals(word)) {
      guessed.add("%s %s for %s".formatted(what, id, word));
    }
    return id;
  }

  /** Sloth's name is one of its service, a catalogue's one of all. */
  String nameOf(String service, String name) {
    return name.startsWith(service + "-") ? name : service + "-" + name;
  }

  /** Of all events the share that is to be good, from what may be written as a percentage. */
  Optional<BigDecimal> target(String field, boolean percent) {
    String expected =
        percent ? "a percentage above 0 and below 100" : "a share above 0 and below 1";
    BigDecimal all = percent ? new BigDecimal(100) : BigDecimal.ONE;
    Optional<BigDecimal> given = fields.require(field).value(field, expected, BigDecimal::new);
    Optional<BigDecimal> target =
        given
            .filter(one -> one.signum() > 0 && one.compareTo(all) < 0)
            .map(one -> (percent ? one.movePointLeft(2) : one).stripTrailingZeros())
            .filter(one -> one.scale() <= Slo.MOST_DECIMALS);
    if (given.isPresent() && target.isEmpty()) {
      boolean whole = given.get().compareTo(all) == 0;
      fields
          .node(field)
          .ifPresent(
              node ->
                  fields
                      .findings()
                      .mistake(
                          node,
                          expected,
                          whole ? "a target of all leaves no budget that could burn" : ""));
    }
    target.ifPresent(
        one ->
            taken.add(
                percent
                    ? "target %s, from objective %s"
                        .formatted(one.toPlainString(), given.get().toPlainString())
                    : "target " + one.toPlainString()));
    return target;
  }

  /** A label that says what is promised. */
  void kindFrom(Map<String, String> words) {
    words.entrySet().stream()
        .filter(one -> SloKinds.MENU.contains(one.getValue()))
        .findFirst()
        .ifPresent(
            one -> {
              muster.put(SloAnnotations.KIND, one.getValue());
              guessed.add("kind %s, from %s".formatted(one.getValue(), one.getKey()));
            });
  }

  /** What Sloth does not know either. */
  void leaveUnknown(Fields of) {
    of.unknown().forEach(name -> leftOut.add("%s, which Sloth does not know".formatted(name)));
  }

  SlothSlo slo(
      String service,
      String slothName,
      @Nullable String description,
      BigDecimal target,
      Duration period,
      Indicator indicator) {
    Place place = fields.mapping().place();
    String name = id(nameOf(service, slothName), "name");
    if (!Names.isId(name) || !Names.isId(service)) {
      fields
          .findings()
          .mistake(
              place,
              fields.mapping().path(),
              "names of letters, digits, '.', '_' and '-', 100 at most",
              name,
              "rename it");
    }
    return new SlothSlo(
        place.file(),
        place.line(),
        place.column(),
        service,
        slothName,
        name,
        description,
        target,
        period,
        indicator,
        labels,
        annotations,
        muster,
        new SlothSlo.Remarks(taken, guessed, leftOut));
  }
}
