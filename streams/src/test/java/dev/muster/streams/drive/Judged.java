package dev.muster.streams.drive;

import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import dev.muster.schemas.judgement.BurnJudgement;
import dev.muster.schemas.judgement.Evidence;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.judgement.NoiseJudgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * What was said of one thing, in order.
 *
 * @param of what was judged
 * @param words the whole judgement, but for the partition and offset of its evidence: those are the
 *     log's, and depend on how many partitions it has
 */
public record Judged(String of, String words) {
  /**
   * Where judgements of one service are told, but for what shows them. How often a rotation's week
   * is said depends on which of its services were heard first.
   */
  public static final List<TopicSpec<? extends SpecificRecord>> TOPICS =
      List.of(Topics.GATE, Topics.BURN, Topics.NOISE);

  private static final String EVIDENCE = "evidence";

  public static Judged of(SpecificRecord judgement) {
    return new Judged(thing(judgement), placeless(judgement).toString());
  }

  private static String thing(SpecificRecord judgement) {
    if (judgement instanceof GateJudgement gate) {
      return "gate " + gate.getService() + ' ' + gate.getStandard() + '/' + gate.getGate();
    } else if (judgement instanceof BurnJudgement burn) {
      return "burn " + burn.getService() + ' ' + burn.getSlo();
    } else if (judgement instanceof NoiseJudgement noise) {
      return "noise " + noise.getService() + ' ' + noise.getRule() + ' ' + noise.getWeek();
    }
    throw new IllegalArgumentException("need a judgement, got " + judgement.getSchema());
  }

  private static SpecificRecord placeless(SpecificRecord judgement) {
    SpecificRecord copy = SpecificData.get().deepCopy(judgement.getSchema(), judgement);
    Schema.Field place = copy.getSchema().getField(EVIDENCE);
    if (place != null && copy.get(place.pos()) instanceof Evidence evidence) {
      copy.put(place.pos(), Evidence.newBuilder(evidence).setPartition(0).setOffset(0).build());
    }
    return copy;
  }

  /** All that was said of each thing. */
  public static Map<String, List<String>> history(List<? extends SpecificRecord> said) {
    return said.stream()
        .map(Judged::of)
        .collect(
            Collectors.groupingBy(
                Judged::of, TreeMap::new, Collectors.mapping(Judged::words, Collectors.toList())));
  }

  /** Of each thing of which other words were said, the first that differ. */
  public static List<String> differences(
      Map<String, List<String>> wanted, Map<String, List<String>> said) {
    Set<String> all = new TreeSet<>(wanted.keySet());
    all.addAll(said.keySet());
    List<String> differences = new ArrayList<>();
    for (String of : all) {
      List<String> want = wanted.getOrDefault(of, List.of());
      List<String> got = said.getOrDefault(of, List.of());
      if (!want.equals(got)) {
        int at = 0;
        while (at < want.size() && at < got.size() && want.get(at).equals(got.get(at))) {
          at++;
        }
        differences.add(
            "%s, the %d. of %d, %d:%n  %s%n  %s%n"
                .formatted(of, at + 1, want.size(), got.size(), word(want, at), word(got, at)));
      }
    }
    return differences;
  }

  private static String word(List<String> words, int at) {
    return at < words.size() ? words.get(at) : "nothing";
  }
}
