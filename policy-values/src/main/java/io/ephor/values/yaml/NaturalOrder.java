package io.ephor.values.yaml;

import java.util.Comparator;

/**
 * The order of the keys of a mapping: letters by their codes and before nothing else, runs of digits by their numbers.
 *
 * <p>Kyverno: go.yaml.in/yaml/v3/sorter.go
 */
final class NaturalOrder implements Comparator<String> {
    static final NaturalOrder INSTANCE = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String left, String right) {
        int[] one = left.codePoints().toArray();
        int[] other = right.codePoints().toArray();
        boolean afterDigits = false;
        for (int i = 0; i < one.length && i < other.length; i++) {
            if (one[i] != other[i]) {
                return compareFrom(one, other, i, afterDigits);
            }
            afterDigits = Character.isDigit(one[i]);
        }
        return Integer.compare(one.length, other.length);
    }

    private static int compareFrom(int[] one, int[] other, int index, boolean afterDigits) {
        boolean letter = Character.isLetter(one[index]);
        boolean otherLetter = Character.isLetter(other[index]);
        if (letter && otherLetter) {
            return Integer.compare(one[index], other[index]);
        }
        if (letter || otherLetter) {
            return letter == afterDigits ? -1 : 1;
        }
        boolean zero = one[index] == '0' || other[index] == '0';
        long start = zero && isWithinNumber(one, index) ? 1 : 0;
        int end = endOfDigits(one, index);
        int otherEnd = endOfDigits(other, index);
        int byNumber = Long.compare(number(one, index, end, start), number(other, index, otherEnd, start));
        if (byNumber != 0) {
            return byNumber;
        }
        return end == otherEnd ? Integer.compare(one[index], other[index]) : Integer.compare(end, otherEnd);
    }

    private static boolean isWithinNumber(int[] text, int index) {
        for (int i = index - 1; i >= 0 && Character.isDigit(text[i]); i--) {
            if (text[i] != '0') {
                return true;
            }
        }
        return false;
    }

    private static int endOfDigits(int[] text, int start) {
        int end = start;
        while (end < text.length && Character.isDigit(text[end])) {
            end++;
        }
        return end;
    }

    private static long number(int[] text, int start, int end, long seed) {
        long number = seed;
        for (int i = start; i < end; i++) {
            number = number * 10 + (text[i] - '0');
        }
        return number;
    }
}
