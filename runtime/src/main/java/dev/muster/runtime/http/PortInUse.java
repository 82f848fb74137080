package dev.muster.runtime.http;

/** A server cannot start since another program listens there. */
public final class PortInUse extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int port;
  private final String setting;

  public PortInUse(String server, int port, String setting) {
    super(
        "port %d, which %s wants, is in use: stop what listens there, set %s, or take the next free one with --ports auto"
            .formatted(port, server, setting));
    this.port = port;
    this.setting = setting;
  }

  public int port() {
    return port;
  }

  /** The name of the setting that changes the port. */
  public String setting() {
    return setting;
  }
}
