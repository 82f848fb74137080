package dev.muster.sink.page;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import dev.muster.runtime.http.ErrorPage;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** Turns view models into HTML; every value is escaped for the place it stands in. */
public final class Templates {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          Path.of("."), ContentType.Html, null, "dev.muster.sink.page.compiled");

  public String html(String template, Object page) {
    StringOutput output = new StringOutput(32 * 1024);
    engine.render(template, page, output);
    return output.toString();
  }

  HttpResponse answer(HttpStatus status, String template, Object page) {
    return HttpResponse.of(headers(status), HttpData.ofUtf8(html(template, page)));
  }

  /** What went wrong, for a browser; whoever asks, it says nothing about what is inside. */
  public ErrorPage errors(Clock clock, ZoneId zone, boolean demo) {
    return problem -> {
      Times times = new Times(clock.instant(), zone);
      String title = problem.status().reasonPhrase();
      Frame frame = new Frame(title, times.moment(times.now()), null, demo, null, null);
      MessagePage page = new MessagePage(frame, title, problem.detail(), List.of(), null);
      return AggregatedHttpResponse.of(
          headers(problem.status()), HttpData.ofUtf8(html("message.jte", page)));
    };
  }

  /** With a policy under which nothing runs or loads that is not a file of ours. */
  public static ResponseHeaders headers(HttpStatus status) {
    return ResponseHeaders.builder(status)
        .contentType(MediaType.HTML_UTF_8)
        .set(HttpHeaderNames.CONTENT_SECURITY_POLICY, POLICY)
        .set(HttpHeaderNames.REFERRER_POLICY, "same-origin")
        .build();
  }
}
