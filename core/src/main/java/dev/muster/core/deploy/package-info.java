/** What was deployed where, and how did it end? */
@NullMarked
package dev.muster.core.deploy;

import org.jspecify.annotations.NullMarked;
