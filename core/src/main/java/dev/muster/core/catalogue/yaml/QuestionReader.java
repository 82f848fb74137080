package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.Question;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a requirement asks of alerts, SLOs and reviews. */
final class QuestionReader {
  /** By type, the words of {@code ask}. */
  static final Map<String, List<String>> ASK =
      Map.of(
          "alert", List.of("pages-answered", "proposals-answered", "pages-per-week"),
          "slo", List.of("measured", "every-one-pages"),
          "review", List.of("week-closed"));

  private final Fields fields;

  QuestionReader(Fields fields) {
    this.fields = fields;
  }

  Optional<Question> read(String type) {
    fields.require("ask");
    return fields
        .node("ask")
        .flatMap(node -> fields.word(node, ASK.getOrDefault(type, List.of()), text -> text))
        .or(this::readNoFurther)
        .flatMap(this::question);
  }

  /** What belongs to a question nobody knows is not wrong by itself. */
  private Optional<String> readNoFurther() {
    fields.any();
    return Optional.empty();
  }

  private Optional<Question> question(String ask) {
    int before = fields.findings().count();
    Question question =
        switch (ask) {
          case "pages-answered" ->
              new Question.PagesAnswered(span("over"), span("openLongerThan"), share());
          case "proposals-answered" -> new Question.ProposalsAnswered(span("within"));
          case "pages-per-week" ->
              new Question.PagesPerWeek(number("atMost"), (int) number("weeks"));
          case "measured" ->
              new Question.SloMeasured(
                  fields.text("kind").orElse(null),
                  fields.value("minTarget", SHARE, QuestionReader::share).orElse(null),
                  span("within"));
          case "every-one-pages" -> new Question.EverySloPages(span("within"));
          default -> new Question.WeekClosed(span("within"));
        };
    return fields.findings().count() == before ? Optional.of(question) : Optional.empty();
  }

  private Duration span(String name) {
    return fields.require(name).span(name).orElse(Duration.ofDays(1));
  }

  private double number(String name) {
    return fields.require(name).number(name).orElse(1.0);
  }

  private double share() {
    return fields.require("share").value("share", SHARE, QuestionReader::share).orElse(1.0);
  }

  private static final String SHARE = "a number above 0 and up to 1";

  private static double share(String text) {
    double share = Double.parseDouble(text);
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(text);
    }
    return share;
  }
}
