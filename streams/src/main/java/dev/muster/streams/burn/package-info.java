/**
 * Does a service spend its error budget too fast? Its place: SLI samples are read and clocked,
 * nothing is judged from them yet.
 */
@NullMarked
package dev.muster.streams.burn;

import org.jspecify.annotations.NullMarked;
