package dev.muster.app.registry;

/**
 * A request that is answered with an error; code and sentence are those of Confluent's registry.
 */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int code;

  private Refusal(int code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  static Refusal noSubject(String subject) {
    return new Refusal(40401, "Subject '" + subject + "' not found.");
  }

  static Refusal noVersion(String version) {
    return new Refusal(40402, "Version " + version + " not found.");
  }

  static Refusal noSchema(String what) {
    return new Refusal(40403, "Schema " + what + "not found");
  }

  static Refusal subjectHidden(String subject) {
    return new Refusal(
        40404,
        "Subject '" + subject + "' was soft deleted. Set permanent=true to delete permanently");
  }

  static Refusal subjectNotHidden(String subject) {
    return new Refusal(
        40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
  }

  static Refusal versionHidden(String subject, int version) {
    return new Refusal(
        40406,
        "Subject '%s' Version %d was soft deleted. Set permanent=true to delete permanently"
            .formatted(subject, version));
  }

  static Refusal versionNotHidden(String subject, int version) {
    return new Refusal(
        40407,
        "Subject '%s' Version %d was not deleted first before being permanently deleted"
            .formatted(subject, version));
  }

  static Refusal noLevel(String subject) {
    return new Refusal(
        40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
  }

  static Refusal incompatible(String why) {
    return new Refusal(
        409, "Schema being registered is incompatible with an earlier schema; " + why);
  }

  static Refusal badSchema(String why) {
    return new Refusal(42201, "Invalid schema: " + why);
  }

  static Refusal badVersion(String version) {
    return new Refusal(
        42202,
        "The specified version '"
            + version
            + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string"
            + " \"latest\"");
  }

  static Refusal badLevel() {
    return new Refusal(
        42203,
        "Invalid compatibility level. Valid values are none, backward, forward, full,"
            + " backward_transitive, forward_transitive, and full_transitive");
  }

  static Refusal badMode() {
    return new Refusal(42204, "Invalid mode. The only valid value here is READWRITE");
  }

  static Refusal referenced(String subject, int version) {
    return new Refusal(
        42206,
        "One or more references exist to the schema {subject=%s,version=%d}."
            .formatted(subject, version));
  }

  static Refusal storeFailed() {
    return new Refusal(50001, "Error in the backend data store");
  }

  /** Five digits begin with the HTTP status; three are one. */
  int status() {
    return code > 999 ? code / 100 : code;
  }

  int code() {
    return code;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
