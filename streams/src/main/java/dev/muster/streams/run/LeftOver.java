package dev.muster.streams.run;

import dev.muster.runtime.part.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes generations that were replaced: their groups, internal topics and state folders. What
 * cannot be removed now (another program still runs it) is tried again at the next start.
 */
final class LeftOver {
  private static final Logger LOG = LoggerFactory.getLogger(LeftOver.class);

  private final Admin admin;
  private final Path state;

  LeftOver(Admin admin, Path state) {
    this.admin = admin;
    this.state = state;
  }

  void remove(Set<Generation> replaced) {
    replaced.forEach(this::remove);
  }

  private void remove(Generation old) {
    try {
      admin.deleteConsumerGroups(List.of(old.applicationId())).all().get();
      admin.deleteTopics(topics(old)).all().get();
      delete(old.folder(state));
      LOG.atInfo().addKeyValue("application", old.applicationId()).log("removed the old state");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | IOException e) {
      LOG.atInfo()
          .addKeyValue("application", old.applicationId())
          .addKeyValue("fault", Fault.of(e))
          .log("the old state is still in use, or gone already");
    }
  }

  private Collection<String> topics(Generation old)
      throws ExecutionException, InterruptedException {
    return admin.listTopics().names().get().stream()
        .filter(topic -> Generation.ofInternalTopic(topic).filter(old::equals).isPresent())
        .toList();
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
