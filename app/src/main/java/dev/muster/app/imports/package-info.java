/** What does another tool's file say, and what of it can stand in a catalogue? */
@NullMarked
package dev.muster.app.imports;

import org.jspecify.annotations.NullMarked;
