/** What does a tool's own payload say? One file for each tool. */
@NullMarked
package dev.muster.ingest.collector;

import org.jspecify.annotations.NullMarked;
