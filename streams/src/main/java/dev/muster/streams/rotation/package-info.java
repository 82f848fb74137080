/**
 * How loud is a rotation's week? Its place: closed weeks come back by rotation; nothing is judged
 * yet.
 */
@NullMarked
package dev.muster.streams.rotation;

import org.jspecify.annotations.NullMarked;
