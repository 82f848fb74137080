package dev.muster.app.embedded;

import dev.muster.app.kafka.Records;
import dev.muster.app.kafka.TestKafka;
import java.net.URI;
import java.nio.file.Path;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends numbers one after the other and says each that was acknowledged, until it is killed. */
final class BrokerThatIsKilled {

  static final String TOPIC = "numbers";

  private BrokerThatIsKilled() {}

  public static void main(String[] args) throws Exception {
    EmbeddedKafka kafka = new EmbeddedKafka(Path.of(args[0]), Port.any("kafka"));
    kafka.start();
    TestKafka there = new TestKafka(kafka.bootstrapServers(), URI.create("http://127.0.0.1:1"));
    new Records(there).create(TOPIC);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(there.properties(), new StringSerializer(), new StringSerializer())) {
      for (int number = 1; ; number++) {
        producer.send(new ProducerRecord<>(TOPIC, Integer.toString(number))).get();
        System.out.println(number);
      }
    }
  }
}
