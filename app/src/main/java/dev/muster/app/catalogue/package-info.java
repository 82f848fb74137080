/** What does the catalogue in a folder say, and how does Muster come to know it? */
@NullMarked
package dev.muster.app.catalogue;

import org.jspecify.annotations.NullMarked;
