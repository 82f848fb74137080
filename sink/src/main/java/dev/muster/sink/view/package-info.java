/** What does the log say now? Topics held in memory, and how old that is. */
@NullMarked
package dev.muster.sink.view;

import org.jspecify.annotations.NullMarked;
