/** What do users feel now? Its place: the proposed public status; nothing is judged yet. */
@NullMarked
package dev.muster.streams.status;

import org.jspecify.annotations.NullMarked;
