package dev.muster.streams.state;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;

/**
 * Puts every store under the one {@link RocksMemory} that the program passes in its configuration
 * (Kafka Streams makes this object itself, one per store, so it comes in by name). Bloom filters
 * are on: Kafka Streams sets them on the table this keeps.
 */
public final class BoundedRocks implements RocksDBConfigSetter {
  /** Where the {@link RocksMemory} stands among the configuration's values. */
  public static final String MEMORY = "muster.rocks.memory";

  /** Small, since there are many stores with few rows each; the manager bounds their sum. */
  private static final long WRITE_BUFFER = 2L << 20;

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    if (configs.get(MEMORY) instanceof RocksMemory memory) {
      BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
      memory.share(table);
      options.setTableFormatConfig(table);
      options.setWriteBufferManager(memory.writeBuffers());
      options.setWriteBufferSize(WRITE_BUFFER);
    }
  }

  @Override
  public void close(String storeName, Options options) {
    // The cache and the manager belong to RocksMemory and outlive the store.
  }
}
