package dev.muster.sink.past;

import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.QueryParams;
import dev.muster.runtime.http.Problem;
import dev.muster.runtime.http.Problem.FieldError;
import dev.muster.runtime.settings.Closest;
import dev.muster.sink.login.Reader;
import dev.muster.sink.view.Catalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parameters of a request for evidence.
 *
 * @param now where the span ends unless it is said
 */
record EvidenceQuestion(QueryParams params, Catalogue catalogue, Instant now) {

  /** Why it cannot be answered; empty when it can. */
  Optional<Problem> refusal(Reader reader) {
    List<FieldError> errors = new ArrayList<>();
    if (text("standard").isEmpty()) {
      errors.add(new FieldError("standard", "a standard's id", ""));
    }
    if (instant("from").isEmpty()) {
      errors.add(new FieldError("from", Instants.EXPECTED, text("from").orElse("")));
    }
    if (text("to").isPresent() && instant("to").isEmpty()) {
      errors.add(new FieldError("to", Instants.EXPECTED, text("to").orElse("")));
    }
    if (errors.isEmpty() && !from().isBefore(to())) {
      errors.add(new FieldError("to", "an instant after " + from(), to().toString()));
    }
    if (text("service").isPresent() && text("system").isPresent()) {
      errors.add(new FieldError("system", "no system beside a service", text("system").orElse("")));
    }
    if (EvidenceForm.of(format()).isEmpty()) {
      errors.add(new FieldError("format", "csv or json", format()));
    }
    if (!errors.isEmpty()) {
      FieldError one = errors.get(0);
      return Optional.of(
          Problem.malformed(
              "\"%s\" needs %s, got \"%s\".".formatted(one.field(), one.expected(), one.got()),
              errors));
    }
    if (text("service").isPresent() && !reader.mayRead(text("service").get())) {
      return Optional.of(Problem.of(HttpStatus.FORBIDDEN, "This token may not read that service."));
    }
    return unknownStandard();
  }

  private Optional<Problem> unknownStandard() {
    String standard = text("standard").orElse("");
    return catalogue.newest().containsKey(standard)
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                HttpStatus.NOT_FOUND,
                "No standard \""
                    + standard
                    + "\" was ever applied."
                    + Closest.to(standard, catalogue.newest().keySet())
                        .map(near -> " Did you mean " + near + '?')
                        .orElse("")));
  }

  EvidenceForm form() {
    return EvidenceForm.of(format()).orElseThrow();
  }

  EvidenceQuery query(Reader reader) {
    return new EvidenceQuery(
        text("standard").orElseThrow(),
        from(),
        to(),
        text("service"),
        text("system"),
        reader::mayRead);
  }

  private Instant from() {
    return instant("from").orElseThrow();
  }

  private Instant to() {
    return instant("to").orElse(now);
  }

  private String format() {
    return text("format").orElse("json");
  }

  private Optional<Instant> instant(String name) {
    return text(name).flatMap(Instants::parse);
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(params.get(name)).filter(value -> !value.isBlank());
  }
}
