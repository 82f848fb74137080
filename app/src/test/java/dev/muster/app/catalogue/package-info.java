/** Does a catalogue reach the topic as it is written? */
@NullMarked
package dev.muster.app.catalogue;

import org.jspecify.annotations.NullMarked;
