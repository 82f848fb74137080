package dev.muster.schemas;

/** What a record's key says; always UTF-8. */
public enum RecordKey {
  SERVICE("the service's id"),
  /** A record whose key is no service is written into every partition. */
  SUBJECT("the service's id, or `rotation/…`, `system/…`, `org` (then in every partition)"),
  /** A standard and the checks are written into every partition. */
  CATALOG(
      "the service's id, or `standard:<id>@<hash>`, `checks:<hash>` (these in every partition)"),
  DELIVERY("target and judgement, as `<target>:<identity>`"),
  AUDITED("what it concerned: the service's id, `rotation/…`, `system/…` or `org`"),
  /** None where the record had none. */
  ORIGINAL("that of the record that could not be read or placed");

  private final String meaning;

  RecordKey(String meaning) {
    this.meaning = meaning;
  }

  /** In words, for people; Markdown. */
  public String meaning() {
    return meaning;
  }
}
