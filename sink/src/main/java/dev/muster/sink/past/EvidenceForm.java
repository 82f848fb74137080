package dev.muster.sink.past;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.linecorp.armeria.common.MediaType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How evidence is written down, a few rows at a time. */
enum EvidenceForm {
  /** RFC 4180 with a header; what a spreadsheet would take for a formula begins with a quote. */
  CSV(MediaType.create("text", "csv").withCharset(UTF_8)) {
    @Override
    String begin(Collection<String> columns) {
      return line(columns.stream());
    }

    @Override
    String row(Map<String, String> columns, boolean first) {
      return line(columns.values().stream());
    }

    @Override
    String end() {
      return "";
    }
  },
  /** An array of objects; cut off, it is none. */
  JSON(MediaType.JSON) {
    @Override
    String begin(Collection<String> columns) {
      return "[";
    }

    @Override
    String row(Map<String, String> columns, boolean first) {
      ObjectNode node = MAPPER.createObjectNode();
      columns.forEach(
          (name, value) -> {
            if (value.isEmpty()) {
              node.putNull(name);
            } else if (NUMBERS.contains(name)) {
              node.put(name, Long.parseLong(value));
            } else {
              node.put(name, value);
            }
          });
      return (first ? "\n" : ",\n") + node;
    }

    @Override
    String end() {
      return "\n]\n";
    }
  };

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Set<String> NUMBERS = Set.of("evidence_partition", "evidence_offset");

  /** The last four: as wide as an ideograph, and read all the same. */
  private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  @SuppressWarnings("ImmutableEnumChecker") // It is immutable, and does not say so.
  private final MediaType type;

  EvidenceForm(MediaType type) {
    this.type = type;
  }

  static Optional<EvidenceForm> of(String word) {
    return Stream.of(values())
        .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  MediaType type() {
    return type;
  }

  abstract String begin(Collection<String> columns);

  abstract String row(Map<String, String> columns, boolean first);

  abstract String end();

  private static String line(Stream<String> cells) {
    return cells.map(EvidenceForm::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String value) {
    boolean formula = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
    String safe = formula ? '\'' + value : value;
    boolean quoted = List.of(",", "\"", "\r", "\n").stream().anyMatch(safe::contains);
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
