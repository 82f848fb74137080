package dev.muster.streams;

import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.internals.InternalTopicProperties;

/**
 * A topology with topics between its own stages. Kafka Streams makes, names, purges and removes
 * them with the application, as it does for its DSL; by stages alone only a subclass can ask for
 * one.
 */
final class Repartitioning extends Topology {
  /** A topic that a sink writes and a source reads, with as many partitions as the inputs. */
  Repartitioning through(String topic) {
    internalTopologyBuilder.addInternalTopic(topic, InternalTopicProperties.empty());
    return this;
  }
}
