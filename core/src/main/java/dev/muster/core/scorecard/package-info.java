/** Is a service fit by a standard, and how is that told to people? */
@NullMarked
package dev.muster.core.scorecard;

import org.jspecify.annotations.NullMarked;
