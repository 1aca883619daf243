/**
 * Certificates and requests for certificates as Kyverno shows them: the fields of Go's {@code crypto/x509} as JSON. A
 * reader of DER of our own reads them, since what Go accepts decides.
 */
@NullMarked
package io.ephor.jmespath.function.certificate;

import org.jspecify.annotations.NullMarked;
