package dev.muster.core.alert;

/** Classes of rules that are never proposed for removal. */
public enum ProtectedClass {
  UNKNOWN,
  SECURITY,
  DATA_LOSS,
  BACKUP,
  CERTIFICATE,
  HEARTBEAT
}
