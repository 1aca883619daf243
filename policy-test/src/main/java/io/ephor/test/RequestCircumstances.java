package io.ephor.test;

import io.ephor.PolicyException;
import io.ephor.UserInfo;
import io.ephor.lookup.Lookups;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/**
 * Under which circumstances policies are asked: the same for all policies and resources of a run. Immutable.
 *
 * @param values variables, and labels of namespaces
 * @param user who makes the requests
 * @param lookups what answers for the world outside
 * @param clock what time it is
 * @param randomSeed from what randomness is drawn; with the same seed every evaluation draws the same
 * @param exceptions exceptions from the policies
 */
public record RequestCircumstances(
        TestValues values,
        UserInfo user,
        Lookups lookups,
        InstantSource clock,
        long randomSeed,
        List<PolicyException> exceptions) {
    /**
     * Checks that nothing is missing, and copies the list.
     *
     * @param values variables, and labels of namespaces
     * @param user who makes the requests
     * @param lookups what answers for the world outside
     * @param clock what time it is
     * @param randomSeed from what randomness is drawn
     * @param exceptions exceptions from the policies
     */
    public RequestCircumstances {
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(lookups, "lookups");
        Objects.requireNonNull(clock, "clock");
        exceptions = List.copyOf(exceptions);
    }
}
