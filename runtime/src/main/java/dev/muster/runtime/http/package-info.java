/**
 * How does a program answer over HTTP? Loopback by default, limits, problem documents, and its own
 * health.
 */
@NullMarked
package dev.muster.runtime.http;

import org.jspecify.annotations.NullMarked;
