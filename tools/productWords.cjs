// What the sandbox must not say: it knows nothing of this product. Lint looks for it in code, a test in everything else.

/** Names of the product, of its roles, users, team and phone numbers, as a regular expression without regard to case. */
exports.PRODUCT_WORDS = String.raw`msgn|message ?notification|\bsms\b|front desk|\+?1?5550\d{2,}|\b(ana|ben|chloe|mia|zoe)\b`;
