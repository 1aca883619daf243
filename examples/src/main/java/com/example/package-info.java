/** A service that judges pods by a policy. */
@NullMarked
package com.example;

import org.jspecify.annotations.NullMarked;
