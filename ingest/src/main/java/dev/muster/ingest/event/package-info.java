/** How is a fact carried in a CloudEvent? */
@NullMarked
package dev.muster.ingest.event;

import org.jspecify.annotations.NullMarked;
