/** One text of a demonstration conversation. */
export interface DemoText {
  /** How long before the start it was received, in minutes. */
  readonly minutesAgo: number;
  readonly body: string;
  /** The owner's answer, and what became of it. */
  readonly outbound?: DemoDelivery;
  /** True: the owner has read it. */
  readonly read?: true;
}

/** What became of an answer: states in which it stays. `error`: the provider's words. */
export type DemoDelivery =
  { readonly state: "sent" | "delivered" | "unconfirmed"; readonly error?: never } | { readonly state: "failed"; readonly error: string };

const delivered: DemoDelivery = { state: "delivered" };

/** What has happened to a conversation before the demonstration starts. */
export type DemoState =
  | { readonly kind: "new" }
  /** Hidden for that agent. */
  | { readonly kind: "dismissed"; readonly by: string }
  | { readonly kind: "accepted"; readonly by: string; readonly minutesAgo: number }
  /** Accepted, then handed to the team Front Desk. */
  | { readonly kind: "team"; readonly by: string; readonly minutesAgo: number }
  | { readonly kind: "blocked"; readonly by: string };

/** One conversation with a customer. */
export interface DemoConversation {
  readonly from: string;
  /** The customer that the number is bound to; undefined: an unknown number. */
  readonly customer?: { readonly table: "contact" | "account"; readonly name: string };
  readonly state: DemoState;
  readonly texts: readonly DemoText[];
}

/** Unread messages that the bubble shows to each user right after the start, for some ten minutes: then Ana's customer has waited too long. */
export const expectedUnread: Readonly<Record<string, number>> = { ana: 9, ben: 10, chloe: 10, mia: 10, root: 10 };

/** Every row of the product's table of rules, as a home-appliance service would see it. */
export const conversations: readonly DemoConversation[] = [
  {
    from: "+15550101",
    customer: { table: "contact", name: "Jane Doe" },
    state: { kind: "new" },
    texts: [
      { minutesAgo: 3, body: "Hi, the technician was due at nine this morning and nobody has come. Order 48213." },
      { minutesAgo: 2, body: "I can stay at home until five." },
    ],
  },
  { from: "+15550102", state: { kind: "new" }, texts: [{ minutesAgo: 6, body: "Are you open on Saturday?" }] },
  {
    from: "+4915550103",
    customer: { table: "contact", name: "Maximiliane-Charlotte Freifrau von Hohenberg-Wittelsbach-Neuschwanstein" },
    state: { kind: "new" },
    texts: [
      {
        minutesAgo: 11,
        body:
          "Good morning. As agreed on the phone last week, here is everything about the dishwasher in the second kitchen: model DW-640, bought in March 2021, " +
          "serial number 7741-2093-55. It stops halfway through the long programme, the display shows E24, and some water stays at the bottom. " +
          "We have cleaned the filter, checked that the hose is not bent, and left it without power overnight; the error came back with the next wash. " +
          "Please bring a drain pump if you can. Parking is behind the house, the gate code is with the caretaker (+49 155 50199). " +
          "Any morning this week suits us except Thursday. Many thanks in advance!",
      },
    ],
  },
  {
    from: "+966555010107",
    customer: { table: "contact", name: "ليلى حداد" },
    state: { kind: "new" },
    texts: [{ minutesAgo: 8, body: "مرحبا، هل يمكن تأجيل موعد صيانة الغسالة إلى يوم الأحد الساعة 10:30؟ رقم الطلب 48177." }],
  },
  {
    from: "+15550104",
    customer: { table: "contact", name: "Tomás Herrera" },
    state: { kind: "accepted", by: "ana", minutesAgo: 47 },
    texts: [
      { minutesAgo: 49, body: "Hello, my fridge is warm since last night.", read: true },
      { minutesAgo: 46, body: "Hello Mr Herrera, this is Ana. I am sorry to hear that. Is the light inside on?", outbound: delivered },
      { minutesAgo: 45, body: "The model number would help as well, it is on the door.", outbound: { state: "sent" } },
      { minutesAgo: 1, body: "Yes, the light works but the motor is silent. 🧊 What now?" },
    ],
  },
  {
    from: "+15550105",
    customer: { table: "contact", name: "Priya Nair" },
    state: { kind: "accepted", by: "ben", minutesAgo: 58 },
    texts: [
      { minutesAgo: 61, body: "Can I get a copy of the invoice for last week's repair?", read: true },
      { minutesAgo: 57, body: "Of course. Which address should I send it to?", outbound: delivered },
      { minutesAgo: 32, body: "priya.nair@example.com, please." },
      { minutesAgo: 24, body: "Did it go out? I need it today." },
    ],
  },
  {
    from: "+15550106",
    customer: { table: "contact", name: "Oliver Brandt" },
    state: { kind: "accepted", by: "ben", minutesAgo: 180 },
    texts: [
      { minutesAgo: 182, body: "Is the spare door seal in stock?", read: true },
      { minutesAgo: 178, body: "It is. You can pick it up from noon.", outbound: delivered },
      { minutesAgo: 175, body: "Perfect, thanks!", read: true },
    ],
  },
  {
    from: "+15550108",
    state: { kind: "blocked", by: "chloe" },
    texts: [{ minutesAgo: 95, body: "CONGRATULATIONS! You have won a gift card. Reply YES now to claim your prize." }],
  },
  {
    from: "+15550109",
    customer: { table: "account", name: "Harbour View Hotel" },
    state: { kind: "team", by: "mia", minutesAgo: 35 },
    texts: [
      { minutesAgo: 38, body: "We have three dryers out of order. Who can come?", read: true },
      { minutesAgo: 5, body: "Front desk here: guests are asking, when can we expect you?" },
    ],
  },
  {
    from: "+15550110",
    customer: { table: "contact", name: "Sofia Lindgren" },
    state: { kind: "dismissed", by: "ana" },
    texts: [
      { minutesAgo: 16, body: "Thanks for the quick repair yesterday." },
      { minutesAgo: 15, body: "One more question: how often should I change the water filter?" },
    ],
  },
  {
    from: "+15550111",
    customer: { table: "contact", name: "Nora Voss" },
    state: { kind: "accepted", by: "ana", minutesAgo: 125 },
    texts: [
      { minutesAgo: 126, body: "When are you open, and where?", read: true },
      { minutesAgo: 121, body: "Hello, this is Ana. Monday to Friday from eight to six.", outbound: delivered },
      {
        minutesAgo: 120,
        body: "Canal Street 12, behind the station.",
        outbound: { state: "failed", error: "30003: Unreachable destination handset" },
      },
      { minutesAgo: 112, body: "Canal Street 12, behind the station.", outbound: { state: "unconfirmed" } },
    ],
  },
  {
    from: "+15550112",
    customer: { table: "contact", name: "Samir Haddad" },
    state: { kind: "accepted", by: "ana", minutesAgo: 1_500 },
    texts: [
      { minutesAgo: 1_505, body: "Is my dryer repaired?", read: true },
      { minutesAgo: 1_499, body: "It is. Shall we send you a text when there are offers?", outbound: delivered },
      { minutesAgo: 1_490, body: "STOP", read: true },
    ],
  },
];
