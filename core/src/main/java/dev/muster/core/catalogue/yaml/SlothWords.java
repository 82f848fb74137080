package dev.muster.core.catalogue.yaml;

/** How the same fields are spelt in Sloth's own form and in its Kubernetes resource. */
enum SlothWords {
  OWN(
      "error_query",
      "total_query",
      "error_ratio_query",
      "page_alert",
      "ticket_alert",
      "slo_plugins"),
  RESOURCE("errorQuery", "totalQuery", "errorRatioQuery", "pageAlert", "ticketAlert", "sloPlugins");

  final String errorQuery;
  final String totalQuery;
  final String errorRatioQuery;
  final String pageAlert;
  final String ticketAlert;
  final String plugins;

  SlothWords(
      String errorQuery,
      String totalQuery,
      String errorRatioQuery,
      String pageAlert,
      String ticketAlert,
      String plugins) {
    this.errorQuery = errorQuery;
    this.totalQuery = totalQuery;
    this.errorRatioQuery = errorRatioQuery;
    this.pageAlert = pageAlert;
    this.ticketAlert = ticketAlert;
    this.plugins = plugins;
  }
}
