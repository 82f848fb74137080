/**
 * What was promised of a service, how fast is the budget for breaking it being spent, and whom does
 * that call? Windows are exact to the minute, up to 40 days.
 */
@NullMarked
package dev.muster.core.slo;

import org.jspecify.annotations.NullMarked;
