package dev.muster.app.kafka;

import dev.muster.app.registry.RegistryServer;
import dev.muster.runtime.http.ListenSettings;
import dev.muster.runtime.settings.HouseSettings.Ports;
import dev.muster.runtime.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs each test on each kind of broker that this machine has. */
public final class KafkaExtension implements TestTemplateInvocationContextProvider {

  private static final Namespace BROKERS = Namespace.create(KafkaExtension.class);

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    return TestBroker.here().stream().map(On::new);
  }

  /** One test on one broker. */
  private record On(TestBroker broker) implements TestTemplateInvocationContext, ParameterResolver {

    @Override
    public String getDisplayName(int invocation) {
      return "broker " + broker.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == TestKafka.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      ExtensionContext testClass =
          context.getParent().flatMap(ExtensionContext::getParent).orElseThrow();
      return testClass
          .getStore(BROKERS)
          .getOrComputeIfAbsent(broker, Running::start, Running.class)
          .kafka;
    }
  }

  /** Lives as long as the test class. */
  private record Running(TestKafka kafka, Runnable stop, RegistryServer registry, Path folder)
      implements AutoCloseable {

    static Running start(TestBroker kind) {
      try {
        Path folder = Files.createTempDirectory("muster-test-");
        TestBroker.Started broker = kind.start(folder.resolve("kafka"));
        RegistryServer registry =
            new RegistryServer(
                folder.resolve("registry"),
                ListenSettings.of("REGISTRY", 0).read(new Settings(Map.of()), Ports.FIXED));
        registry.start();
        return new Running(
            new TestKafka(broker.bootstrapServers(), registry.uri()),
            broker.stop(),
            registry,
            folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      registry.close();
      stop.run();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
