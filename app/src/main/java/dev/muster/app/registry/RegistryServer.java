package dev.muster.app.registry;

import dev.muster.runtime.http.HttpServer;
import dev.muster.runtime.http.Listen;
import dev.muster.runtime.http.Operations;
import dev.muster.runtime.part.Health;
import dev.muster.runtime.part.Part;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A schema registry for one machine; what it knows is one file. */
public final class RegistryServer implements Part {

  private final Path file;
  private final Listen listen;
  private @Nullable ChangeLog log;
  private volatile @Nullable HttpServer server;

  public RegistryServer(Path folder, Listen listen) {
    this.file = folder.resolve("schemas.jsonl");
    this.listen = listen;
  }

  @Override
  public String name() {
    return "registry";
  }

  @Override
  public void start() {
    ChangeLog opened = ChangeLog.open(file);
    log = opened;
    RegistryRoutes routes = new RegistryRoutes(new Registry(opened));
    HttpServer http =
        new HttpServer(
            name(), listen, Operations.bare(() -> Map.of(name(), check())), routes::addTo);
    server = http;
    http.start();
  }

  /** Where clients find it; only while it listens. */
  public URI uri() {
    HttpServer http = server;
    if (http == null) {
      throw new IllegalStateException("the registry is not started");
    }
    return http.uri();
  }

  @Override
  public Health check() {
    HttpServer http = server;
    return http == null ? new Health.Starting("the registry is not started") : http.check();
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
      server = null;
    }
    if (log != null) {
      log.close();
      log = null;
    }
  }
}
