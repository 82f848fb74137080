package dev.muster.app.imports;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file that an import makes; what people wrote into it since wins. */
record ImportedFile(Path path, String text) {

  /** Whether it says something else, shown line by line, and was kept. */
  boolean write(boolean dryRun, PrintWriter out) throws IOException {
    if (Files.exists(path)) {
      String there = Files.readString(path);
      if (there.equals(text)) {
        out.println("= " + path);
        return false;
      }
      out.println("! " + path + " says something else and is kept; take over what you want:");
      Lines.difference(lines(there), lines(text)).forEach(line -> out.println("    " + line));
      return true;
    }
    out.println("+ " + path);
    if (dryRun) {
      lines(text).forEach(line -> out.println("    " + line));
      return false;
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(path, text, StandardOpenOption.CREATE_NEW);
    return false;
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }
}
