package io.ephor.engine.context;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;

/** Certificates in PEM. */
final class PemBundle {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    private PemBundle() {}

    /** Says whether a text holds a certificate that can be read. */
    static boolean hasCertificate(String text) {
        int start = text.indexOf(BEGIN);
        while (start >= 0) {
            int end = text.indexOf(END, start);
            if (end < 0) {
                return false;
            }
            if (isCertificate(text.substring(start + BEGIN.length(), end))) {
                return true;
            }
            start = text.indexOf(BEGIN, end);
        }
        return false;
    }

    private static boolean isCertificate(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
            return true;
        } catch (CertificateException | IllegalArgumentException exception) {
            return false;
        }
    }
}
