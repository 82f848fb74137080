/**
 * How does a record get into its topic, acknowledged, with a received time that never goes
 * backwards?
 */
@NullMarked
package dev.muster.runtime.publish;

import org.jspecify.annotations.NullMarked;
