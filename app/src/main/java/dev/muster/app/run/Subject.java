package dev.muster.app.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command was about.
 *
 * @param target repository, image, endpoint, or where a copy is kept
 * @param pipeline whether a build server runs us, rather than a person
 */
record Subject(
    String service,
    Optional<String> target,
    Optional<String> environment,
    Optional<Ref> ref,
    boolean pipeline) {

  /** {@code --ref}: a branch, tag, version, commit or image digest; of a backup, its id. */
  record Ref(String text) {
    /** The field that holds it, where {@code plain} holds what is neither commit nor digest. */
    String field(String plain) {
      return text.matches("[0-9a-f]{40}")
          ? "commit"
          : text.matches("sha256:[0-9a-f]{64}") ? "imageDigest" : plain;
    }
  }

  private static final List<String> BUILD_SERVERS =
      List.of("CI", "JENKINS_URL", "TF_BUILD", "TEAMCITY_VERSION");

  /** Whether the environment is that of a build server. */
  static boolean inPipeline(Map<String, String> environment) {
    return BUILD_SERVERS.stream()
        .map(name -> environment.getOrDefault(name, ""))
        .anyMatch(value -> !value.isEmpty() && !value.equals("false"));
  }

  /** Without the host: a scan without target stands for its source, and build hosts come and go. */
  String source() {
    return "muster-run/" + service;
  }
}
