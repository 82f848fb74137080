/** Does the image build, and does the compose file bring up a whole Muster? */
@NullMarked
package dev.muster.app.docker;

import org.jspecify.annotations.NullMarked;
