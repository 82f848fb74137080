package dev.muster.runtime.http;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.RequestHeaders;
import org.jspecify.annotations.Nullable;

/** Shows a browser what went wrong; programs get the {@link Problem} as it is. */
public interface ErrorPage {
  /** For servers that no person looks at. */
  ErrorPage NONE = Problem::aggregated;

  AggregatedHttpResponse of(Problem problem);

  /** In the form that was asked for. */
  static AggregatedHttpResponse answer(
      ErrorPage page, Problem problem, @Nullable RequestHeaders asked) {
    boolean browser = asked != null && asked.get(HttpHeaderNames.ACCEPT, "").contains("text/html");
    return browser ? page.of(problem) : problem.aggregated();
  }
}
