package io.ephor.engine.context;

import io.ephor.EvaluationContext;
import io.ephor.jmespath.SearchContext;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.lookup.HostLookup;
import io.ephor.lookup.LookupException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the searches of one evaluation may use from outside. All see the same time; each draws other random numbers, the
 * same ones whenever the evaluation is repeated. Confined to one thread.
 */
final class Searches {
    private final EvaluationContext context;
    private @Nullable SearchContext last;
    private @Nullable Instant now;
    private long drawn;

    Searches(EvaluationContext context) {
        this.context = context;
    }

    SearchContext next() {
        SearchContext known = last;
        if (known == null || context.randomSeed().isPresent()) {
            known = make();
            last = known;
        }
        return known;
    }

    private SearchContext make() {
        if (context.clock() == null
                && context.randomSeed().isEmpty()
                && context.lookups().hosts() == null) {
            return SearchContext.empty();
        }
        SearchContext.Builder builder = SearchContext.builder();
        InstantSource clock = context.clock();
        if (clock != null) {
            Instant known = now == null ? clock.instant() : now;
            now = known;
            builder.now(known);
        }
        if (context.randomSeed().isPresent()) {
            builder.randomSeed(context.randomSeed().getAsLong() + drawn++);
        }
        HostLookup hosts = context.lookups().hosts();
        if (hosts != null) {
            builder.hosts(host -> {
                try {
                    return hosts.addresses(host);
                } catch (LookupException exception) {
                    throw new FunctionException(Objects.requireNonNullElse(exception.getMessage(), "no answer"));
                }
            });
        }
        return builder.build();
    }
}
