/** Does ingest keep its word on a real broker, also on one that goes away? */
@NullMarked
package dev.muster.app.ingest;

import org.jspecify.annotations.NullMarked;
