package dev.muster.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.embedded.FolderInUse;
import dev.muster.app.embedded.FolderLock;
import dev.muster.core.catalogue.yaml.CatalogueReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {
  @TempDir Path folder;

  @Test
  void somebodysOwnDataIsLeftAlone() throws Exception {
    Path own = Files.writeString(folder.resolve("tokens.json"), "{}");

    assertThatThrownBy(() -> new DemoFolder(folder).renew())
        .isInstanceOf(DemoFolder.NotADemo.class)
        .hasMessageContaining("muster up");
    assertThat(own).exists();
    assertThat(folder.resolve("catalogue")).doesNotExist();
  }

  @Test
  void anOldDemoIsMadeAnew() throws Exception {
    new DemoFolder(folder).renew();
    Path old = Files.createDirectories(folder.resolve("kafka/old"));
    Path locked = Files.createDirectories(folder.resolve("streams-state")).resolve("lock");
    Files.createFile(locked);

    new DemoFolder(folder).renew();

    assertThat(old).doesNotExist();
    assertThat(locked).doesNotExist();
  }

  @Test
  void aDemoThatRunsIsLeftAlone() throws Exception {
    new DemoFolder(folder).renew();
    Path log = Files.createDirectories(folder.resolve("kafka/log"));

    try (FolderLock running = FolderLock.take(folder)) {
      assertThat(running).isNotNull();
      assertThatThrownBy(() -> new DemoFolder(folder).renew()).isInstanceOf(FolderInUse.class);
    }

    assertThat(log).exists();
  }

  @Test
  void itsCatalogueIsWithoutMistake() throws Exception {
    Path catalogue = new DemoFolder(folder.resolve("new")).renew();

    assertThat(CatalogueReader.read(catalogue)).isInstanceOf(CatalogueReader.Reading.Valid.class);
  }
}
