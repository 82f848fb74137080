/** What was said of a service at an instant, and what proved it? Read from the log when asked. */
@NullMarked
package dev.muster.sink.past;

import org.jspecify.annotations.NullMarked;
