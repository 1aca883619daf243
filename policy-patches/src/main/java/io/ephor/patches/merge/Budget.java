package io.ephor.patches.merge;

/** How much may still be done for one patch on one resource. Not thread-safe. */
final class Budget {
    private final int limit;
    private final String what;
    private int left;

    /**
     * @param limit how many steps there are
     * @param what what a step is, in plural, for people
     */
    Budget(int limit, String what) {
        this.limit = limit;
        this.left = limit;
        this.what = what;
    }

    /** Takes one step. */
    void spend() {
        if (--left < 0) {
            throw new MergeFault("the patch takes more than " + limit + " " + what);
        }
    }
}
