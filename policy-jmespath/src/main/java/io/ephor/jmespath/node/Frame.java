package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.JmesPathException;
import io.ephor.jmespath.SearchContext;
import io.ephor.jmespath.function.FunctionContext;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.HostResolver;
import io.ephor.jmespath.function.ImageDefaults;
import java.time.Instant;
import java.time.ZoneId;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The state of one search: what came from outside, and how much work is left. Belongs to one thread. */
public final class Frame implements FunctionContext {
    private static final int MOST_ELEMENTS = 5_000_000;

    private final SearchContext context;
    private final int textLength;
    private int elementsLeft = MOST_ELEMENTS;
    private Attempt attempt = Attempt.NONE;
    private @Nullable RandomGenerator random;

    public Frame(SearchContext context, int textLength) {
        this.context = context;
        this.textLength = textLength;
    }

    /** Whether the error of a call matters, or only that there is one. */
    enum Attempt {
        /** Errors are thrown. */
        NONE,
        /** Nobody asks for the error: the part that is evaluated will be null. */
        UNDECIDED,
        /** There was an error, and the value of the part is thrown away. */
        FAILED
    }

    /** Returns the frame of a search whose errors nobody asks for. */
    public static Frame attempting(SearchContext context, int textLength) {
        Frame frame = new Frame(context, textLength);
        frame.attempt = Attempt.UNDECIDED;
        return frame;
    }

    /** Begins a part whose errors nobody asks for; returns what is to be {@linkplain #resume resumed} at its end. */
    Attempt attempt() {
        Attempt around = attempt;
        attempt = Attempt.UNDECIDED;
        return around;
    }

    void resume(Attempt around) {
        attempt = around;
    }

    /** Says whether nobody asks for an error. */
    boolean isAttempt() {
        return attempt != Attempt.NONE;
    }

    /** Notes an error in place of throwing it. */
    void fail() {
        attempt = Attempt.FAILED;
    }

    /** {@return whether there was an error that nobody asks for} */
    public boolean hasFailed() {
        return attempt == Attempt.FAILED;
    }

    /** Counts an element of a list that the search makes or goes through. */
    void spend() {
        if (--elementsLeft < 0) {
            throw new JmesPathException(
                    JmesPathException.Code.LIMIT, "search goes through more than " + MOST_ELEMENTS + " elements", -1);
        }
    }

    @Override
    public JsonNode evaluate(JsonNode reference, JsonNode current) {
        spend();
        return ((ExpressionReference) reference).node().orNull(current, this);
    }

    @Override
    public int textLength() {
        return textLength;
    }

    @Override
    public Instant now() {
        Instant now = context.now();
        if (now == null) {
            throw new FunctionException("the context gives no time");
        }
        return now;
    }

    @Override
    public ZoneId zone() {
        return context.zone();
    }

    @Override
    public RandomGenerator random() {
        if (random == null) {
            random = context.random();
        }
        if (random == null) {
            throw new FunctionException("the context gives no seed for random numbers");
        }
        return random;
    }

    @Override
    public HostResolver hosts() {
        HostResolver hosts = context.hosts();
        if (hosts == null) {
            throw new FunctionException("the context gives no addresses of hosts");
        }
        return hosts;
    }

    @Override
    public ImageDefaults images() {
        return context.images();
    }
}
