/**
 * What is said between programs: which topics there are, who says what there, and in which bytes?
 */
@NullMarked
package dev.muster.schemas;

import org.jspecify.annotations.NullMarked;
