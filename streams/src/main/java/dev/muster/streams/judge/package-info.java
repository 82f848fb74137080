/**
 * What does a record, or an instant, change for a service? Joins what is remembered with what core
 * says, and speaks.
 */
@NullMarked
package dev.muster.streams.judge;

import org.jspecify.annotations.NullMarked;
