/** What does a catalogue written down say, and where is it mistaken? */
@NullMarked
package dev.muster.core.catalogue.yaml;

import org.jspecify.annotations.NullMarked;
