package io.ephor.engine.match;

import java.util.List;

/**
 * A requirement on one label, as written.
 *
 * @param key the key of the label
 * @param operator {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}
 * @param values the values that {@code In} and {@code NotIn} compare with
 */
public record LabelExpression(String key, String operator, List<String> values) {}
