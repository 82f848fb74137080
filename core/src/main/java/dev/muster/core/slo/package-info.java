/** How fast does a service spend its error budget? Its rules come with burn rates. */
@NullMarked
package dev.muster.core.slo;

import org.jspecify.annotations.NullMarked;
