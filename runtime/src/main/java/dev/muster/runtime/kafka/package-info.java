/** Which properties does every Kafka client here have? */
@NullMarked
package dev.muster.runtime.kafka;

import org.jspecify.annotations.NullMarked;
