package dev.muster.schemas;

/**
 * How topics are spread over brokers.
 *
 * @param partitions of every topic alike; fixed for the life of a topic
 * @param replicas copies of each partition
 * @param minInsyncReplicas copies that must have a record before it is acknowledged
 */
public record TopicLayout(int partitions, int replicas, int minInsyncReplicas) {
  public TopicLayout {
    if (partitions < 1) {
      throw new IllegalArgumentException("need 1 <= partitions, got " + partitions);
    }
    if (minInsyncReplicas < 1 || minInsyncReplicas > replicas || replicas > Short.MAX_VALUE) {
      throw new IllegalArgumentException(
          "need 1 <= minInsyncReplicas <= replicas, got " + minInsyncReplicas + '/' + replicas);
    }
  }
}
