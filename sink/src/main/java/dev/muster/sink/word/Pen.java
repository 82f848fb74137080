package dev.muster.sink.word;

import dev.muster.runtime.auth.Identity;
import dev.muster.runtime.auth.Role;
import dev.muster.runtime.publish.Outgoing;
import dev.muster.runtime.publish.Publisher;
import dev.muster.schemas.EventHeaders;
import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import dev.muster.schemas.record.AuditEntry;
import dev.muster.schemas.record.KnownBy;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Writes down what people say, each with an entry in the audit; the caller waits for both. */
public final class Pen {
  /** The source of all that people say. */
  public static final String SOURCE = "muster/people";

  private final Publisher publisher;
  private final SchemaRegistryClient registry;
  private final boolean registerSchemas;
  private final Clock clock;

  public Pen(
      Publisher publisher, SchemaRegistryClient registry, boolean registerSchemas, Clock clock) {
    this.publisher = publisher;
    this.registry = registry;
    this.registerSchemas = registerSchemas;
    this.clock = clock;
  }

  /**
   * An attempt, let or not.
   *
   * @param action as {@code waiver.approve}
   * @param subject a service, {@code rotation/…}, {@code system/…} or {@code org}
   */
  record Attempt(Identity who, String action, String subject) {}

  /** Writes what was said, into every partition where its subject is more than a service. */
  CompletableFuture<Void> write(Attempt attempt, Said<?> said) {
    List<Outgoing> records = new ArrayList<>();
    records.add(outgoing(said));
    records.add(outgoing(audit(attempt, null)));
    return publisher.publish(records);
  }

  /** Writes that somebody was not let. */
  CompletableFuture<Void> refused(Attempt attempt, String why) {
    return publisher.publish(List.of(outgoing(audit(attempt, why))));
  }

  private Said<AuditEntry> audit(Attempt attempt, @Nullable String why) {
    Instant now = clock.instant();
    String id = UUID.randomUUID().toString();
    Identity who = attempt.who();
    boolean isPerson = who instanceof Identity.Person;
    AuditEntry entry =
        AuditEntry.newBuilder()
            .setId(id)
            .setSource("muster/sink")
            .setTime(now)
            .setWho(who instanceof Identity.Person person ? person.email() : who.name())
            .setKnownBy(isPerson ? KnownBy.PERSONAL_TOKEN : KnownBy.MACHINE_TOKEN)
            .setRoles(
                who instanceof Identity.Person person
                    ? person.roles().stream().map(Role::name).sorted().toList()
                    : List.of())
            .setAction(attempt.action())
            .setSubject(attempt.subject())
            .setAllowed(why == null)
            .setDetail(why)
            .build();
    return new Said<>(Topics.AUDIT, attempt.subject(), entry, id, now);
  }

  private <T extends SpecificRecord> Outgoing outgoing(Said<T> said) {
    TopicSpec<T> topic = said.topic();
    byte[] value =
        new RecordSerde<>(topic, registry, registerSchemas)
            .serializer()
            .serialize(topic.name(), said.record());
    return new Outgoing(
        topic.name(),
        said.subject(),
        value,
        new EventHeaders(topic).of(said.id(), SOURCE, said.time()),
        isShared(said.subject()) && !topic.equals(Topics.AUDIT));
  }

  private static boolean isShared(String subject) {
    return subject.equals("org") || subject.indexOf('/') >= 0;
  }
}
