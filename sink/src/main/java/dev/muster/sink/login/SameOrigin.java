package dev.muster.sink.login;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.RequestHeaders;
import java.net.URI;
import java.net.URISyntaxException;

/** Whether a form came from our own pages; every browser says so when it posts. */
public final class SameOrigin {
  private SameOrigin() {}

  /** What says neither is refused: programs have tokens and need no form. */
  public static boolean holds(RequestHeaders headers) {
    String site = headers.get("sec-fetch-site");
    if (site != null && !site.equals("same-origin")) {
      return false;
    }
    String origin = headers.get(HttpHeaderNames.ORIGIN);
    return origin == null ? site != null : authority(origin).equals(headers.authority());
  }

  private static String authority(String origin) {
    try {
      return String.valueOf(new URI(origin).getAuthority());
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
