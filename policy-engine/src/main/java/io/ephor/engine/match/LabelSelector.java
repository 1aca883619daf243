package io.ephor.engine.match;

import java.util.List;
import java.util.Map;

/**
 * A label selector as written. All its requirements have to hold; one without requirements selects everything.
 *
 * @param matchLabels wildcards on keys and values of labels
 * @param matchExpressions requirements without wildcards
 */
public record LabelSelector(Map<String, String> matchLabels, List<LabelExpression> matchExpressions) {}
