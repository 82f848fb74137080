package dev.muster.schemas.fold;

import dev.muster.schemas.judgement.EvidenceType;
import dev.muster.schemas.judgement.FoldedFinding;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values of a reason without those that its finding says anyway. */
record FoldedReason(Words words) {
  private static final String WHAT = "what";
  private static final String QUESTION = "question";

  /** What a reason may be about; a finding's name says it where the values say neither. */
  private static final List<String> SUBJECTS = List.of(WHAT, QUESTION);

  /** Of one that the finding says and the reason does not have. */
  private static final String NONE = "";

  /** When the event that decides happened, where the finding's field can hold it. */
  static @Nullable Instant time(Map<String, String> values) {
    return MilliText.instant(values.get("time"));
  }

  /** The values that the finding does not say. */
  static Map<String, String> others(Findings.Shown shown) {
    Map<String, String> values = shown.found().values();
    Map<String, String> others = new HashMap<>(values);
    String subject = subject(shown.type());
    String about = about(shown.type(), shown.name());
    boolean named = values.containsKey(WHAT) || values.containsKey(QUESTION);
    if (about != null && (!named || isOnly(subject, about, values))) {
      leave(subject, named, others);
    }
    String target = shown.target();
    if (target != null) {
      leave("part", target.equals(values.get("part")), others);
    }
    others.remove("by");
    if (time(values) != null) {
      others.remove("time");
    }
    Instant expires = shown.found().expires();
    if (expires != null) {
      leave("expires", expires.equals(MilliText.instant(values.get("expires"))), others);
    }
    return others;
  }

  private static boolean isOnly(String subject, String about, Map<String, String> values) {
    return about.equals(values.get(subject))
        && values.containsKey(WHAT) != values.containsKey(QUESTION);
  }

  private static void leave(String name, boolean said, Map<String, String> others) {
    if (said) {
      others.remove(name);
    } else {
      others.putIfAbsent(name, NONE);
    }
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
    put(
        said,
        subject(finding.getType()),
        about(finding.getType(), words.at(finding.getWord(), finding.getName())));
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

  private static String subject(EvidenceType type) {
    return isOfJudgements(type) ? QUESTION : WHAT;
  }

  /** Absent where it is about nothing. */
  private static @Nullable String about(EvidenceType type, String name) {
    if (isOfJudgements(type)) {
      return name;
    }
    return name.isEmpty() ? null : name.toLowerCase(Locale.ROOT);
  }

  private static boolean isOfJudgements(EvidenceType type) {
    return type == EvidenceType.ALERT || type == EvidenceType.SLO || type == EvidenceType.REVIEW;
  }
}
