/**
 * When does something have to be said although nothing arrives? Deadlines, in the order of time,
 * and the wall clock that wakes them. Nothing here uses Kafka Streams' stream time: it is one clock
 * per task, and one skewed service would move all others.
 */
@NullMarked
package dev.muster.streams.time;

import org.jspecify.annotations.NullMarked;
