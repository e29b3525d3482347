// What every host page records: each message it gets, as it came.
globalThis.heard = [];
addEventListener("message", ({ data, origin, source }) => globalThis.heard.push({ data, origin, isOurs: source === self }));
globalThis.violations = [];
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => globalThis.violations.push(`${violatedDirective} ${blockedURI}`));
