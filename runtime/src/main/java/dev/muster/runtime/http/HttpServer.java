package dev.muster.runtime.http;

import com.linecorp.armeria.common.TlsKeyPair;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServerBuilder;
import dev.muster.runtime.part.Health;
import dev.muster.runtime.part.Part;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One HTTP server. Handlers run on Armeria's event loops and must not wait; what waits goes to
 * {@code ctx.blockingTaskExecutor()}.
 */
public final class HttpServer implements Part {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
  private static final int NEXT_PORTS = 100;
  private static final Duration QUIET = Duration.ofMillis(100);
  private static final Duration GLANCE = Duration.ofMillis(10);
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);

  private final String name;
  private final Listen listen;
  private final Operations operations;
  private final Consumer<ServerBuilder> routes;
  private final ErrorPage errors;
  private volatile @Nullable Server server;

  /**
   * @param routes adds handlers; called once for each port that is tried
   */
  public HttpServer(
      String name, Listen listen, Operations operations, Consumer<ServerBuilder> routes) {
    this(name, listen, operations, routes, ErrorPage.NONE);
  }

  /**
   * @param routes adds handlers; called once for each port that is tried
   * @param errors for the browsers of people
   */
  public HttpServer(
      String name,
      Listen listen,
      Operations operations,
      Consumer<ServerBuilder> routes,
      ErrorPage errors) {
    this.name = name;
    this.listen = listen;
    this.operations = operations;
    this.routes = routes;
    this.errors = errors;
  }

  @Override
  public String name() {
    return name;
  }

  /** Throws {@link PortInUse}. */
  @Override
  public void start() {
    int last = listen.port() + (listen.nextFree() && listen.port() != 0 ? NEXT_PORTS : 0);
    for (int port = listen.port(); ; port++) {
      if (port < last && isTaken(port)) {
        continue;
      }
      Server attempt = build(listen.withPort(port));
      try {
        attempt.start().join();
        server = attempt;
        LOG.atInfo().addKeyValue("server", name).addKeyValue("at", uri()).log("listens");
        return;
      } catch (CompletionException e) {
        attempt.close();
        if (!isPortInUse(e)) {
          throw e;
        } else if (port == last) {
          throw new PortInUse(name, listen.port(), listen.names().port().name());
        }
      }
    }
  }

  /** Asked first, since a server that could not bind takes Netty two seconds of quiet to end. */
  private boolean isTaken(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(listen.host(), port));
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private Server build(Listen at) {
    InetSocketAddress address = new InetSocketAddress(at.host(), at.port());
    ServerBuilder builder = Server.builder();
    at.tls()
        .ifPresentOrElse(
            tls ->
                builder
                    .https(address)
                    .tls(TlsKeyPair.of(tls.key().toFile(), tls.certificate().toFile())),
            () -> builder.http(address));
    builder
        .maxRequestLength(at.maxRequestBytes())
        .disableServerHeader()
        .verboseResponses(false)
        .gracefulShutdownTimeout(QUIET, LAST_ANSWERS)
        .errorHandler(new Answers(errors));
    operations.addTo(builder);
    routes.accept(builder);
    builder.decorator(
        (delegate, ctx, req) -> delegate.serve(ctx, req).mapHeaders(SecurityHeaders::added));
    return builder.build();
  }

  /** Netty's native transports say it only in the message. */
  private static boolean isPortInUse(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException
          || (cause instanceof IOException
              && String.valueOf(cause.getMessage()).contains("Address already in use"))) {
        return true;
      }
    }
    return false;
  }

  /** Where it listens; only while it does. */
  public URI uri() {
    Server running = server;
    if (running == null) {
      throw new IllegalStateException(name + " does not listen");
    }
    return URI.create(
        (listen.tls().isPresent() ? "https://" : "http://")
            + (listen.host().contains(":") ? '[' + listen.host() + ']' : listen.host())
            + ':'
            + running.activeLocalPort());
  }

  @Override
  public Health check() {
    return server == null ? new Health.Starting("does not listen yet") : Health.up();
  }

  /** Answers what it has begun, for at most five seconds. */
  @Override
  public void close() {
    Server running = server;
    server = null;
    if (running != null) {
      CompletableFuture<Void> ended = running.stop();
      // Ports are let go after the last answer; what follows is two seconds of quiet in Netty.
      while (!ended.isDone() && !running.activePorts().isEmpty()) {
        LockSupport.parkNanos(GLANCE.toNanos());
      }
    }
  }
}
