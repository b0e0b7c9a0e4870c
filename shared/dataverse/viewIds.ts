/** Views that the product opens, by their ids in the solution. */

export const UNANSWERED_VIEW = "48cab70b-283e-4f78-941e-ebeff09e6ccf";
export const UNREAD_MESSAGES_VIEW = "0e83ef60-2d3a-4fd6-b988-091fbac6980f";
export const ACCEPTED_TODAY_VIEW = "06c21360-7867-4577-bc15-b0350b42df7a";
export const TAKEN_OVER_TODAY_VIEW = "6ab6452b-a669-4b3a-8bbd-0bc72aa94e2d";
export const FAILED_TODAY_VIEW = "e4400282-1d08-4c2b-bc45-5d1c9ab23464";
export const BLOCKED_NUMBERS_VIEW = "feeb1d2b-05ce-436a-b145-4e71377894f4";
export const OPTED_OUT_NUMBERS_VIEW = "4664cb70-ca1b-4c22-baf3-c25ae8f8eb68";
