package dev.muster.streams.run;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What earlier runs have left on the broker.
 *
 * @param groups generations with committed offsets
 * @param internalTopics changelogs and repartition topics of all generations
 * @param changelogsHoldState whether the newest generation's changelogs hold anything committed
 */
record Past(SortedSet<Generation> groups, Set<String> internalTopics, boolean changelogsHoldState) {

  /** What to do about it. */
  sealed interface Plan {
    /**
     * Run this generation.
     *
     * @param leftOver what it replaces, to be removed once it has caught up
     */
    record Run(Generation generation, SortedSet<Generation> leftOver) implements Plan {}

    /** Do not start. */
    record Refuse(String why) implements Plan {}
  }

  Plan plan(boolean rebuild) {
    Generation newest = newest();
    SortedSet<Generation> known = known();
    if (rebuild) {
      Generation fresh = known.isEmpty() ? Generation.FIRST : newest.next();
      return new Plan.Run(fresh, known);
    }
    if (!groups.contains(newest) && changelogsHoldState) {
      return new Plan.Refuse(
          "the state of \""
              + newest.applicationId()
              + "\" is there, but its group has no committed offsets (the broker forgets those of a"
              + " group that was away for offsets.retention.minutes, 7 days by default): every fact"
              + " would be counted twice. Read the log again with: muster streams --rebuild");
    }
    return new Plan.Run(newest, new TreeSet<>(known.headSet(newest)));
  }

  Generation newest() {
    SortedSet<Generation> known = known();
    return known.isEmpty() ? Generation.FIRST : known.last();
  }

  private SortedSet<Generation> known() {
    return Stream.concat(
            groups.stream(),
            internalTopics.stream().flatMap(topic -> Generation.ofInternalTopic(topic).stream()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
