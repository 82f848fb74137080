package dev.muster.ingest.collector;

import java.util.List;

/** All tools that are understood; to add one, write its file and a line here. */
public final class Collectors {
  public static final List<Collector> ALL =
      List.of(
          new Alertmanager(),
          new AwsBackup(),
          new Barman(),
          new Borg(),
          new CycloneDx(),
          new Gitleaks(),
          new Grype(),
          new Junit(),
          new K6(),
          new Lighthouse(),
          new NpmAudit(),
          new PgBackRest(),
          new Restic(),
          new Sarif(),
          new Semgrep(),
          new Trivy(),
          new Velero(),
          new Zap());

  private Collectors() {}
}
