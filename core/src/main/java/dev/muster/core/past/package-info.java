/**
 * What was in force at an instant or in a span, as the log knows it now and as it was said then?
 */
@NullMarked
package dev.muster.core.past;

import org.jspecify.annotations.NullMarked;
