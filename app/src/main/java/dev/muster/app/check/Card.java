package dev.muster.app.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.core.gate.Status;
import dev.muster.core.scorecard.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A service's scorecard, as the API gives it.
 *
 * @param traits what it is, by which entries are asked of it
 * @param production an environment that counts as production; empty where none was told
 */
record Card(
    String service,
    Set<String> traits,
    Optional<String> production,
    List<ByStandard> standards,
    List<BySlo> slos) {

  /**
   * Where one of its SLOs stands.
   *
   * @param alert what it asks of people; empty: none is open
   */
  record BySlo(
      String slo,
      String health,
      Instant since,
      Optional<String> alert,
      Optional<Instant> alertSince,
      String sentence) {}

  /**
   * Where it stands by one standard.
   *
   * @param level the one it is held to
   * @param levels the verdict for each level, lowest first; empty where there is but one
   * @param from the day from which it bites; empty: it does
   * @param counts passed, apply, waived, on a person's word
   */
  record ByStandard(
      String standard,
      String level,
      String definition,
      Verdict verdict,
      Map<String, Verdict> levels,
      Optional<LocalDate> from,
      Counts counts,
      List<ByGate> gates) {}

  /** How many gates. */
  record Counts(int apply, int passed, int waived, int onPersonsWord) {}

  /**
   * Where it stands by one gate.
   *
   * @param status with waivers
   * @param raw without: what the evidence says
   * @param overdue ran out, and nobody judged since
   * @param expires when it stops to hold by itself
   * @param waivedUntil when its waiver ends
   * @param open its entries that do not pass
   */
  record ByGate(
      String gate,
      Status status,
      Status raw,
      boolean overdue,
      String sentence,
      Instant since,
      Optional<Instant> expires,
      Optional<Instant> waivedUntil,
      Optional<String> evidence,
      List<Open> open) {}

  /**
   * An entry that does not pass.
   *
   * @param level from which it is asked; empty: the lowest
   */
  record Open(
      String name,
      Optional<String> target,
      Optional<String> level,
      Status status,
      String sentence) {}

  /** Throws IllegalArgumentException where a word is not known. */
  static Card read(JsonNode node) {
    return read(node, Optional.empty());
  }

  /** The answer about one service. */
  static Card ofOne(JsonNode answer) {
    return read(answer.path("scorecard"), text(answer, "production"));
  }

  private static Card read(JsonNode node, Optional<String> production) {
    return new Card(
        node.path("service").asText(),
        Set.copyOf(each(node.path("traits"), JsonNode::asText)),
        production,
        each(node.path("standards"), Card::standard),
        each(node.path("slos"), Card::slo));
  }

  private static BySlo slo(JsonNode node) {
    return new BySlo(
        node.path("slo").asText(),
        node.path("health").asText(),
        Instant.parse(node.path("since").asText()),
        text(node, "alert"),
        text(node, "alertSince").map(Instant::parse),
        node.path("sentence").asText(""));
  }

  private static ByStandard standard(JsonNode node) {
    Map<String, Verdict> levels = new LinkedHashMap<>();
    node.path("levels")
        .forEach(
            one ->
                levels.put(
                    one.path("level").asText(), Verdict.valueOf(one.path("verdict").asText())));
    return new ByStandard(
        node.path("standard").asText(),
        node.path("level").asText(),
        node.path("definition").asText(),
        Verdict.valueOf(node.path("verdict").asText()),
        levels,
        text(node, "upcomingFrom").map(LocalDate::parse),
        new Counts(
            node.path("apply").asInt(),
            node.path("passed").asInt(),
            node.path("waived").asInt(),
            node.path("onPersonsWord").asInt()),
        each(node.path("gates"), Card::gate));
  }

  private static ByGate gate(JsonNode node) {
    return new ByGate(
        node.path("gate").asText(),
        Status.valueOf(node.path("status").asText()),
        Status.valueOf(node.path("raw").asText(node.path("status").asText())),
        node.path("overdue").asBoolean(),
        node.path("sentence").asText(""),
        Instant.parse(node.path("since").asText()),
        text(node, "expires").map(Instant::parse),
        text(node, "waiverExpires").map(Instant::parse),
        text(node, "evidence"),
        each(node.path("entries"), Card::open));
  }

  private static Open open(JsonNode node) {
    return new Open(
        node.path("name").asText(),
        text(node, "target"),
        text(node, "level"),
        Status.valueOf(node.path("status").asText()),
        node.path("sentence").asText(""));
  }

  private static Optional<String> text(JsonNode node, String field) {
    return node.hasNonNull(field) ? Optional.of(node.path(field).asText()) : Optional.empty();
  }

  private static <T> List<T> each(JsonNode nodes, Function<JsonNode, T> read) {
    Stream<JsonNode> all = StreamSupport.stream(nodes.spliterator(), false);
    return all.map(read).toList();
  }
}
