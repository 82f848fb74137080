/** How does a fact become a record, with its headers and its trace? */
@NullMarked
package dev.muster.ingest.publish;

import org.jspecify.annotations.NullMarked;
