/**
 * How does a fact get into its topic, acknowledged, with a received time that never goes backwards?
 */
@NullMarked
package dev.muster.ingest.publish;

import org.jspecify.annotations.NullMarked;
