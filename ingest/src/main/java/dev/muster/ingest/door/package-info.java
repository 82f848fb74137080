/** Who may say what, and what are they answered? */
@NullMarked
package dev.muster.ingest.door;

import org.jspecify.annotations.NullMarked;
