package dev.muster.app;

import java.nio.file.Path;

/**
 * Where logs go. Commands that a person waits for say what they have to say themselves and log
 * nothing; programs that run for long write lines of JSON into the data folder.
 */
final class Logs {

  private Logs() {}

  /** To be called before anything logs. */
  static void toFolder(Path data) {
    System.setProperty("muster.log.folder", data.resolve("log").toString());
    System.setProperty("logback.configurationFile", "logback-program.xml");
  }
}
