/** The number that is written to where a text names none. */
export const businessNumber = "+15550999";
