package dev.muster.runtime.http;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import io.netty.util.AsciiString;
import java.util.Map;

/** Headers of every answer, unless the answer says otherwise itself. */
final class SecurityHeaders {
  private static final Map<AsciiString, String> HEADERS =
      Map.of(
          HttpHeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff",
          HttpHeaderNames.X_FRAME_OPTIONS, "DENY",
          HttpHeaderNames.REFERRER_POLICY, "no-referrer",
          HttpHeaderNames.CACHE_CONTROL, "no-store",
          HttpHeaderNames.CONTENT_SECURITY_POLICY,
              "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");

  private SecurityHeaders() {}

  static ResponseHeaders added(ResponseHeaders headers) {
    ResponseHeadersBuilder builder = headers.toBuilder();
    HEADERS.forEach(
        (name, value) -> {
          if (!headers.contains(name)) {
            builder.set(name, value);
          }
        });
    return builder.build();
  }
}
