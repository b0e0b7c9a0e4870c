/** Names of the product, of its roles, users, team and phone numbers, as a regular expression without regard to case. */
export const PRODUCT_WORDS: string;
