package dev.muster.core.catalogue.yaml;

import dev.muster.core.slo.Indicator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An SLO of Sloth's, in the words of OpenSLO v1.
 *
 * @param file where it stands
 * @param line from 1
 * @param column from 1
 * @param slothName what Sloth calls it within its service
 * @param name what it is called in a catalogue, where each name stands once
 * @param labels and annotations, kept for people and other tools
 * @param muster what OpenSLO has no field for, by Muster's annotations
 * @param remarks what became of what it said
 */
public record SlothSlo(
    String file,
    int line,
    int column,
    String service,
    String slothName,
    String name,
    @Nullable String description,
    BigDecimal target,
    Duration period,
    Indicator indicator,
    SortedMap<String, String> labels,
    SortedMap<String, String> annotations,
    SortedMap<String, String> muster,
    Remarks remarks) {
  public SlothSlo {
    labels = new TreeMap<>(labels);
    annotations = new TreeMap<>(annotations);
    muster = new TreeMap<>(muster);
  }

  /** All its annotations. */
  Map<String, String> allAnnotations() {
    Map<String, String> all = new TreeMap<>(annotations);
    all.putAll(muster);
    return all;
  }

  /** As a document of a catalogue. */
  public String document() {
    return OpenSloText.of(this);
  }

  /** Sentences for whoever imports. */
  public record Remarks(List<String> taken, List<String> guessed, List<String> leftOut) {
    public Remarks {
      taken = List.copyOf(taken);
      guessed = List.copyOf(guessed);
      leftOut = List.copyOf(leftOut);
    }
  }
}
