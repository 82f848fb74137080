package dev.muster.runtime.auth;

/** What a person may do; each is named, none contains another, except that an admin has all. */
public enum Role {
  VIEWER,
  RESPONDER,
  ATTESTER,
  APPROVER,
  ADMIN
}
