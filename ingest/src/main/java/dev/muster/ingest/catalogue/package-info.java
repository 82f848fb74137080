/** Which services are known, and where does a fact belong? */
@NullMarked
package dev.muster.ingest.catalogue;

import org.jspecify.annotations.NullMarked;
