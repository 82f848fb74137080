/**
 * What would be true with pen and paper: what readiness means. No Kafka, HTTP, Avro, clock or log
 * here.
 */
@NullMarked
package dev.muster.core;

import org.jspecify.annotations.NullMarked;
