package dev.muster.core.alert.noise;

/** What can change a week that was closed; the reason of a revision, the first of several. */
public enum Late {
  /** A person said what an alert was. */
  CLASSIFIED,
  /** An alert of the week was told of, resolved or acted on later. */
  ALERT_TOLD,
  /** An alert was not heard of for so long that it is taken to be over. */
  ALERT_UNHEARD,
  /** A deployment was told of. */
  DEPLOYED,
  /** An SLO was measured, or measured anew. */
  MEASURED,
  /** A proposal was answered. */
  ANSWERED,
  /** The catalogue or the sources of alerts became known. */
  CATALOGUE
}
