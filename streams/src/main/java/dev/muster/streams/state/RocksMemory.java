package dev.muster.streams.state;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The native memory that all stores of one program share. Without it each store takes up to 50 MB
 * of cache and 48 MB of write buffers for itself, which multiplies by stores, segments and tasks.
 */
public final class RocksMemory implements AutoCloseable {
  /** Blocks of indexes and filters stay in while blocks of rows come and go. */
  private static final double SHARE_OF_INDEXES = 0.1;

  private static final int ANY_SHARD_BITS = -1;

  private final Cache cache;
  private final WriteBufferManager writeBuffers;

  /**
   * Takes nothing yet; the memory is filled as it is used.
   *
   * @param bytes of cache and write buffers together; half of it at most is write buffers
   */
  public RocksMemory(long bytes) {
    RocksDB.loadLibrary();
    this.cache = new LRUCache(bytes, ANY_SHARD_BITS, false, SHARE_OF_INDEXES);
    this.writeBuffers = new WriteBufferManager(bytes / 2, cache);
  }

  void share(BlockBasedTableConfig table) {
    table.setBlockCache(cache);
    table.setCacheIndexAndFilterBlocks(true);
    table.setCacheIndexAndFilterBlocksWithHighPriority(true);
    table.setPinTopLevelIndexAndFilter(true);
  }

  WriteBufferManager writeBuffers() {
    return writeBuffers;
  }

  @Override
  public void close() {
    writeBuffers.close();
    cache.close();
  }
}
