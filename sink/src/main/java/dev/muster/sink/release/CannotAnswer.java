package dev.muster.sink.release;

import com.linecorp.armeria.common.HttpStatus;
import dev.muster.runtime.http.Problem;
import dev.muster.runtime.http.Problem.FieldError;
import java.util.List;

/** What was asked cannot be answered; the problem says why. */
public final class CannotAnswer extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  private CannotAnswer(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  static CannotAnswer because(Problem problem) {
    return new CannotAnswer(problem);
  }

  static CannotAnswer unknown(String detail) {
    return new CannotAnswer(Problem.of(HttpStatus.NOT_FOUND, detail));
  }

  static CannotAnswer wrong(String detail, String field, String expected, String got) {
    return new CannotAnswer(
        Problem.malformed(detail, List.of(new FieldError(field, expected, got))));
  }

  public Problem problem() {
    return problem;
  }
}
