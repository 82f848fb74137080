package dev.muster.sink.word;

import com.linecorp.armeria.common.HttpStatus;
import dev.muster.core.word.Mistake;
import dev.muster.runtime.http.Problem;
import dev.muster.runtime.http.Problem.FieldError;
import java.util.List;
import java.util.Optional;

/** What was said does not count; says why. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  private Refused(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** The person lacks the right. */
  static Refused forbidden(String why) {
    return new Refused(Problem.of(HttpStatus.FORBIDDEN, why));
  }

  /** The person lacks a role, which an administrator can give. */
  static Refused lacksRole(String doing, String roles) {
    return forbidden(
        "%s needs the role %s; an administrator makes a token that has it with: muster token create"
            .formatted(doing, roles));
  }

  static Refused unknown(String what) {
    return new Refused(Problem.of(HttpStatus.NOT_FOUND, what));
  }

  /** What it was said of is another by now. */
  static Refused conflict(String why) {
    return new Refused(Problem.of(HttpStatus.CONFLICT, why));
  }

  static Refused because(Problem problem) {
    return new Refused(problem);
  }

  static Refused malformed(List<FieldError> errors) {
    return new Refused(Problem.malformed("The request cannot be taken.", errors));
  }

  /** Well said, and against the rules. */
  static Refused against(String rule, List<Mistake> mistakes) {
    return new Refused(
        new Problem(
            HttpStatus.UNPROCESSABLE_ENTITY,
            rule,
            mistakes.stream()
                .map(each -> new FieldError(each.field(), each.expected(), each.got()))
                .toList(),
            Optional.empty()));
  }

  Problem problem() {
    return problem;
  }
}
