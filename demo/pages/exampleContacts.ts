/** Somebody whose phone one can pick up. */
export interface ExampleContact {
  readonly number: string;
  /** Empty: a number that nobody knows. */
  readonly name: string;
}

/** Phones to send from at once; the first ones also wrote the demonstration data. */
export const exampleContacts: readonly ExampleContact[] = [
  { number: "+15550101", name: "Jane Doe" },
  { number: "+15550104", name: "Tomás Herrera" },
  { number: "+966555010107", name: "ليلى حداد" },
  { number: "+15550190", name: "" },
  { number: "+4915550191", name: "Grete Lindqvist" },
];
