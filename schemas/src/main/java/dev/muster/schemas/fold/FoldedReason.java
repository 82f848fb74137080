package dev.muster.schemas.fold;

import dev.muster.schemas.judgement.EvidenceType;
import dev.muster.schemas.judgement.FoldedFinding;
import dev.muster.schemas.judgement.ReasonCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values of a reason without those that its finding says anyway. */
record FoldedReason(Words words) {
  private static final Set<EvidenceType> OF_JUDGEMENTS =
      Set.of(EvidenceType.ALERT, EvidenceType.SLO, EvidenceType.REVIEW);

  /** What a reason may be about; a finding's name says it where the values say neither. */
  private static final List<String> SUBJECTS = List.of("what", "question");

  /** Of one that the finding says and the reason does not have. */
  private static final String NONE = "";

  /** The finding with its reason. */
  FoldedFinding put(FoldedFinding.Builder finding, String reason, Map<String, String> values) {
    FoldedFinding folded =
        finding
            .setReason(ReasonCode.valueOf(reason))
            .setBy(words.place(values.get("by")))
            .setTime(instant(values.get("time")))
            .build();
    Map<String, String> others = new HashMap<>(values);
    Map<String, String> said = said(folded);
    if (SUBJECTS.stream().noneMatch(values::containsKey)
        || said.entrySet().containsAll(subjects(values).entrySet())) {
      others.keySet().removeAll(SUBJECTS);
    } else {
      said.keySet().removeAll(SUBJECTS);
    }
    said.forEach(
        (name, value) -> {
          if (value.equals(values.get(name))) {
            others.remove(name);
          } else {
            others.putIfAbsent(name, NONE);
          }
        });
    return Copy.of(folded, new FoldedFinding()).with("reasonValues", others).done();
  }

  private static Map<String, String> subjects(Map<String, String> values) {
    Map<String, String> subjects = new HashMap<>(values);
    subjects.keySet().retainAll(SUBJECTS);
    return subjects;
  }

  /** All values of its reason. */
  Map<String, String> values(FoldedFinding finding) {
    Map<String, String> all = said(finding);
    Map<String, String> others = finding.getReasonValues();
    if (SUBJECTS.stream().anyMatch(others::containsKey)) {
      all.keySet().removeAll(SUBJECTS);
    }
    all.putAll(others);
    all.values().removeIf(NONE::equals);
    return Collections.unmodifiableMap(all);
  }

  private Map<String, String> said(FoldedFinding finding) {
    Map<String, String> said = new TreeMap<>();
    String name = finding.getName();
    if (OF_JUDGEMENTS.contains(finding.getType())) {
      said.put("question", name);
    } else if (!name.isEmpty()) {
      said.put("what", name.toLowerCase(Locale.ROOT));
    }
    put(said, "part", words.at(finding.getTarget()));
    put(said, "by", words.at(finding.getBy()));
    put(said, "time", finding.getTime());
    put(said, "expires", finding.getExpires());
    return said;
  }

  private static void put(Map<String, String> said, String name, @Nullable Object value) {
    if (value != null) {
      said.put(name, value.toString());
    }
  }

  /** Absent where the text says no instant that the field could hold. */
  private static @Nullable Instant instant(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
