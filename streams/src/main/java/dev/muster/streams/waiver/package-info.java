/** How are the steps of a waiver read? */
@NullMarked
package dev.muster.streams.waiver;

import org.jspecify.annotations.NullMarked;
