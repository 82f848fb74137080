/** What does ingest count? */
@NullMarked
package dev.muster.ingest.meters;

import org.jspecify.annotations.NullMarked;
