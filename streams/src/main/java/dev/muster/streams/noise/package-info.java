/**
 * Which alert rules wake people for nothing? Its place: alerts are read, de-duplicated and clocked,
 * nothing is judged from them yet.
 */
@NullMarked
package dev.muster.streams.noise;

import org.jspecify.annotations.NullMarked;
