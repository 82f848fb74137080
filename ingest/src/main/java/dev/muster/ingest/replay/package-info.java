/** What was parked, and what of it can be placed now? */
@NullMarked
package dev.muster.ingest.replay;

import org.jspecify.annotations.NullMarked;
