package dev.muster.sink.page;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.server.ServerBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The stylesheet, the sign and the script; the same for everybody. */
public final class Assets {
  private static final String FOLDER = "/dev/muster/sink/assets/";
  private static final Map<String, MediaType> FILES =
      Map.of(
          "muster.css", MediaType.CSS_UTF_8,
          "muster.svg", MediaType.SVG_UTF_8,
          "live.js", MediaType.JAVASCRIPT_UTF_8);

  private Assets() {}

  /** Adds those named, under {@code /assets/}. */
  public static void addTo(ServerBuilder server, String... names) {
    for (String name : names) {
      byte[] content = read(name);
      String tag = ETag.of(content);
      MediaType type = FILES.getOrDefault(name, MediaType.OCTET_STREAM);
      server
          .route()
          .get("/assets/" + name)
          .build((ctx, request) -> answer(request, content, tag, type));
    }
  }

  private static HttpResponse answer(
      HttpRequest request, byte[] content, String tag, MediaType type) {
    ResponseHeaders headers =
        ResponseHeaders.builder(HttpStatus.OK)
            .contentType(type)
            .set(HttpHeaderNames.CACHE_CONTROL, "public, max-age=60")
            .set(HttpHeaderNames.ETAG, tag)
            .build();
    return ETag.matches(request, tag)
        ? HttpResponse.of(headers.toBuilder().status(HttpStatus.NOT_MODIFIED).build())
        : HttpResponse.of(headers, HttpData.wrap(content));
  }

  private static byte[] read(String name) {
    try (InputStream file = Assets.class.getResourceAsStream(FOLDER + name)) {
      if (file == null) {
        throw new IllegalStateException("this program was packed without " + FOLDER + name);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
