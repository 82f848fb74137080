package dev.muster.app.embedded;

import dev.muster.runtime.http.PortInUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/**
 * Where a server listens on this machine's loopback.
 *
 * @param server for messages
 * @param number 0 for any free one
 * @param setting the name of the setting that changes it
 * @param elsewhere whether the next free one does when this one is taken
 */
public record Port(String server, int number, String setting, boolean elsewhere) {

  private static final int TRIES = 200;

  public Port {
    if (number < 0 || number > 65_535) {
      throw new IllegalArgumentException(
          "need 0 <= port <= 65535, got " + number + " for " + setting);
    }
  }

  /** Any free port. */
  public static Port any(String server) {
    return new Port(server, 0, "", true);
  }

  /**
   * Listens.
   *
   * @throws PortInUse when another program does
   */
  public ServerSocketChannel open() {
    int last = elsewhere && number > 0 ? Math.min(65_535, number + TRIES) : number;
    for (int candidate = number; candidate <= last; candidate++) {
      try {
        return listen(candidate);
      } catch (BindException taken) {
        // The next one may be free.
      } catch (IOException e) {
        throw new UncheckedIOException("cannot listen on port " + candidate, e);
      }
    }
    throw new PortInUse(server, number, setting);
  }

  /** The port that an open channel listens on. */
  static int numberOf(ServerSocketChannel channel) throws IOException {
    return ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  private static ServerSocketChannel listen(int port) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      return channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
