/** A text in a phone's conversation with a business number, as the phone shows it. */
export interface PhoneText {
  /** The provider's id of the text. */
  readonly id: string;
  /** True: the phone's owner wrote it; false: it came from the business number. */
  readonly isMine: boolean;
  /** E.164. */
  readonly businessNumber: string;
  readonly body: string;
  /** Paths of the pictures and other files that were sent with it; empty texts where they are not kept any more. */
  readonly media?: readonly string[];
  /** When it was sent or came, ISO 8601, by the server's clock. */
  readonly at: string;
}

/** The customers' phones: what each of them has sent and got since the start, by the number. Nothing is kept between starts. */
export interface Phones {
  /** Adds a text at the end of a number's conversations. A text that comes twice is there twice, as on a phone. @param number E.164 */
  add(number: string, text: PhoneText): void;
  /** All texts of a number, oldest first. @param number E.164 */
  textsOf(number: string): readonly PhoneText[];
}

/** Phones without any text. */
export function createPhones(): Phones {
  const texts = new Map<string, PhoneText[]>();
  return {
    add(number, text) {
      const known = texts.get(number);
      if (known) known.push(text);
      else texts.set(number, [text]);
    },
    textsOf: (number) => [...(texts.get(number) ?? [])],
  };
}
