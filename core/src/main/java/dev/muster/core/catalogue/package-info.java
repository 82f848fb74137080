/** What is a service, what does it declare, and which standards is it held to? */
@NullMarked
package dev.muster.core.catalogue;

import org.jspecify.annotations.NullMarked;
