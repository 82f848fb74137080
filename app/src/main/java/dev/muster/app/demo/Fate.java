package dev.muster.app.demo;

/** How what a service promises fares at the end of the history; every way is in the demo. */
enum Fate {
  /** Met; now and then something fails for a while. */
  WELL,
  /** A few hours ago much failed: a page, since then a ticket. It comes back while one watches. */
  BURNT,
  /** Nothing is left of the budget since a day that went wrong. */
  SPENT,
  /** For some hours a little more fails than may. */
  AT_RISK,
  /** Nobody uses it since yesterday. */
  IDLE,
  /** In the midst of a trouble its samples ended. */
  LOST,
  /** Nobody measures it. */
  UNMEASURED
}
