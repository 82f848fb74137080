/** Is this a fact? JSON against the Avro schema, then the rules that a schema cannot say. */
@NullMarked
package dev.muster.ingest.fact;

import org.jspecify.annotations.NullMarked;
