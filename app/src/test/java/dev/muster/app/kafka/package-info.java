/** Which brokers do integration tests run on? All that this machine has; the tests do not know. */
@NullMarked
package dev.muster.app.kafka;

import org.jspecify.annotations.NullMarked;
