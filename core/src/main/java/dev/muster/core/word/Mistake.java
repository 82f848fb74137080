package dev.muster.core.word;

/**
 * One thing wrong with what was said.
 *
 * @param field as the person who said it knows it
 * @param expected what was needed
 * @param got what came
 */
public record Mistake(String field, String expected, String got) {}
