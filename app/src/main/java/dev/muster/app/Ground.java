package dev.muster.app;

import dev.muster.runtime.kafka.KafkaProperties;
import dev.muster.runtime.metrics.Registries;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Settings;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Map;

/** What every program in this process stands on. */
record Ground(
    Settings settings,
    HouseSettings house,
    KafkaProperties kafka,
    SchemaRegistryClient registry,
    PrometheusMeterRegistry meters,
    Clock clock) {

  private static final int SCHEMAS = 200;

  static Ground of(Map<String, String> environment, Clock clock) {
    Settings settings = new Settings(environment);
    HouseSettings house = HouseSettings.read(settings);
    return new Ground(
        settings,
        house,
        new KafkaProperties(settings.kafka()),
        new CachedSchemaRegistryClient(house.registry().toString(), SCHEMAS),
        Registries.prometheus(),
        clock);
  }
}
