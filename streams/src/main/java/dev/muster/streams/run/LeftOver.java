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
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes generations that were replaced: their groups, internal topics and state folders. What
 * cannot be removed yet (another program still runs it, or the broker is not sure that none does)
 * is tried again.
 */
final class LeftOver {
  private static final Logger LOG = LoggerFactory.getLogger(LeftOver.class);

  private final Admin admin;
  private final Path state;

  LeftOver(Admin admin, Path state) {
    this.admin = admin;
    this.state = state;
  }

  /** Whether nothing is left; where something is, it is worth trying again. */
  boolean remove(Set<Generation> replaced) {
    boolean all = true;
    for (Generation old : replaced) {
      all &= remove(old);
    }
    return all;
  }

  private boolean remove(Generation old) {
    try {
      gone(admin.deleteConsumerGroups(List.of(old.applicationId())).all());
      gone(admin.deleteTopics(topics(old)).all());
      delete(old.folder(state));
      LOG.atInfo().addKeyValue("application", old.applicationId()).log("removed the old state");
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    } catch (ExecutionException | IOException e) {
      LOG.atDebug()
          .addKeyValue("application", old.applicationId())
          .addKeyValue("fault", Fault.of(e))
          .log("the old state is still in use");
      return false;
    }
  }

  private static void gone(KafkaFuture<Void> removal)
      throws ExecutionException, InterruptedException {
    try {
      removal.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)
          && !(e.getCause() instanceof UnknownTopicOrPartitionException)) {
        throw e;
      }
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
