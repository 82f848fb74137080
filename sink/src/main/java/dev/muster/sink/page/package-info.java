/** How is it said to people? View models: everything a template prints, already in words. */
@NullMarked
package dev.muster.sink.page;

import org.jspecify.annotations.NullMarked;
