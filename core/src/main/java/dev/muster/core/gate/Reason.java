package dev.muster.core.gate;

import java.util.Map;

/**
 * Why something stands where it stands; {@code core.scorecard.Sentences} makes the sentence.
 *
 * @param values what belongs into the sentence, in the order of their names
 */
public record Reason(Code code, Map<String, String> values) {
  public Reason {
    values = ReasonValues.of(values);
  }

  /** With the names and values in turn. */
  public static Reason of(Code code, String... namesAndValues) {
    ReasonValues values = ReasonValues.NONE;
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values = values.with(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Reason(code, values);
  }

  /** With one more value. */
  public Reason with(String name, String value) {
    return new Reason(code, ReasonValues.of(values).with(name, value));
  }

  /** The closed list. */
  public enum Code {
    /** The newest deciding event proves it. */
    PROVEN,
    /** Nothing was seen that would contradict. */
    NONE_SEEN,
    /** No event of the kind was ever seen. */
    NEVER_SEEN,
    /** Seen, but only of something that is not asked about. */
    SEEN_ELSEWHERE,
    /** Seen, but no event proved or contradicted anything. */
    PROVED_NOTHING,
    /** A person said so where only a machine may. */
    PERSONS_WORD_ONLY,
    /** The service keeps data and declares none. */
    NO_DATASET,
    /** Nothing brings these judgements to the gates yet. */
    NOT_CONNECTED,
    /** No alert source of the rotation is heard, or not for long enough. */
    NOT_HEARD,
    /** Other judgements are there, and too little of what is asked. */
    FIGURES_LACK,
    /** Other judgements say that it is so. */
    FIGURES_SAY_SO,
    /** Other judgements say that it is not so. */
    FIGURES_SAY_NOT,
    /** Other judgements said so, too long ago. */
    FIGURES_TOO_OLD,
    /** The newest deciding event did not succeed. */
    DID_NOT_SUCCEED,
    /** The newest deciding event breaks the rule. */
    RULE_BROKEN,
    /** An event lies inside the span that must have none. */
    SEEN_INSIDE,
    /** The rule failed at run time. */
    RULE_FAILED,
    /** The proof ran out. */
    TOO_OLD,
    /** The service has none of what would have to be proven. */
    NOTHING_TO_PROVE,
    /** The service has not the trait. */
    OTHER_TRAITS,
    /** Asked only at a higher level. */
    HIGHER_LEVEL
  }
}
