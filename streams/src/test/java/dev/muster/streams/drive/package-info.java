/** What tests drive the topology with: facts, a small catalogue, clocks. */
@NullMarked
package dev.muster.streams.drive;

import org.jspecify.annotations.NullMarked;
