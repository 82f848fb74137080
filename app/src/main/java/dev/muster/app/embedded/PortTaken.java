package dev.muster.app.embedded;

/** Another program listens where we were told to. */
public final class PortTaken extends CannotStart {

  private final Port port;

  PortTaken(Port port) {
    super(
        "port %d is in use by another program; set %s to a free one, or start with --ports auto"
            .formatted(port.number(), port.setting()));
    this.port = port;
  }

  public Port port() {
    return port;
  }
}
