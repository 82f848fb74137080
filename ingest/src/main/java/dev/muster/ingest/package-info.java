/** What do the tools say? Listens, checks, and publishes facts. */
@NullMarked
package dev.muster.ingest;

import org.jspecify.annotations.NullMarked;
