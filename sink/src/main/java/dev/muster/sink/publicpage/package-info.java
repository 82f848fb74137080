/** What may strangers see? A server of its own, on which nothing else can be reached. */
@NullMarked
package dev.muster.sink.publicpage;

import org.jspecify.annotations.NullMarked;
