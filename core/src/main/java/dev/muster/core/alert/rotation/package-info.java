/** How loud was a rotation's week, all its services together? */
@NullMarked
package dev.muster.core.alert.rotation;

import org.jspecify.annotations.NullMarked;
