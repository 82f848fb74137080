/** Does an import say what it took, and leave what people wrote? */
@NullMarked
package dev.muster.app.imports;

import org.jspecify.annotations.NullMarked;
