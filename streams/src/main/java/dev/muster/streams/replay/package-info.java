/**
 * What was judged then, and what would have been? Reads the log's past and feeds it through the
 * stages of the topology themselves, on the heap: nothing is written, to no topic and no disk.
 */
@NullMarked
package dev.muster.streams.replay;

import org.jspecify.annotations.NullMarked;
