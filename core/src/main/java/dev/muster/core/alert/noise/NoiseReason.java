package dev.muster.core.alert.noise;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why a verdict is what it is; {@link NoiseSentences} makes the sentence.
 *
 * @param values what belongs into the sentence, in the order of their names
 */
public record NoiseReason(Code code, Map<String, String> values) {
  public NoiseReason {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  static NoiseReason of(Code code, Object... namesAndValues) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
    }
    return new NoiseReason(code, values);
  }

  NoiseReason with(String name, Object value) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(name, value.toString());
    return new NoiseReason(code, more);
  }

  /** The closed list. */
  public enum Code {
    /** It did not fire within the verdict's window. */
    DID_NOT_FIRE,
    /** Its source is not known for long enough. */
    SOURCE_IS_NEW,
    /** Too seldom is it known whether anybody acted. */
    FEW_ANSWERS,
    /** It asks for a page, and a budget confirmed it. */
    CONFIRMED_PAGE,
    /** It was acted on often. */
    ACTED_ON,
    /** Budgets confirmed it often. */
    CONFIRMED,
    /** Of a ticket or less: nobody acted, again and again, within a week. */
    NOBODY_ACTED,
    /** Of a page: nobody had to act, often. */
    PAGED_FOR_NOTHING,
    /** Nobody ever had to act, and no budget was touched. */
    NEVER_NEEDED,
    /** Most of it was over before anybody could look. */
    TOO_SHORT,
    /** None of the proposals applies. */
    NOTHING_APPLIES,
    /** A proposal applies, and its rule is protected. */
    PROTECTED,
    /** A proposal applies that was declined not long ago. */
    DECLINED,
    /** A proposal applies that was accepted not long ago. */
    ACCEPTED
  }
}
