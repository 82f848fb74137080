/** What stands in for a Kafka cluster when there is none: a real broker inside this process. */
@NullMarked
package dev.muster.app.embedded;

import org.jspecify.annotations.NullMarked;
