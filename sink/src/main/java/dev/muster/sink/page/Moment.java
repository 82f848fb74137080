package dev.muster.sink.page;

/**
 * An instant as a page shows it.
 *
 * @param iso for machines, UTC
 * @param absolute for people, with its zone
 * @param relative from the moment the page was made: {@code in 6 days}, {@code 3 min ago}
 */
public record Moment(String iso, String absolute, String relative) {}
