/** How do programs read scorecards? JSON, and a live stream of it. */
@NullMarked
package dev.muster.sink.api;

import org.jspecify.annotations.NullMarked;
