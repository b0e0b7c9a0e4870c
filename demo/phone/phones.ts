import type { KeptLines } from "../../sandbox";

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

/** The customers' phones: what each of them has sent and got, by the number. */
export interface Phones {
  /**
   * Adds a text at the end of a number's conversations. A text that comes twice is there twice, as on a phone.
   * @param number E.164 @throws StorageError where it cannot be kept
   */
  add(number: string, text: PhoneText): void;
  /** All texts of a number, oldest first. @param number E.164 @throws StorageError where what was kept cannot be read */
  textsOf(number: string): readonly PhoneText[];
}

const NOTHING: KeptLines = { read: () => [], append: () => undefined };

/** Phones with the texts that were kept. @param kept where they are kept between starts; left out: nowhere, and there are none yet */
export function createPhones(kept: KeptLines = NOTHING): Phones {
  let texts: Map<string, PhoneText[]> | undefined;
  const all = (): Map<string, PhoneText[]> => (texts ??= byNumber(kept.read()));
  return {
    add(number, text) {
      listIn(all(), number).push(text);
      kept.append(JSON.stringify({ number, text }));
    },
    textsOf: (number) => [...(all().get(number) ?? [])],
  };
}

function byNumber(lines: readonly string[]): Map<string, PhoneText[]> {
  const texts = new Map<string, PhoneText[]>();
  for (const line of lines) {
    const { number, text } = JSON.parse(line) as { readonly number: string; readonly text: PhoneText };
    // The files went with the last start.
    listIn(texts, number).push(text.media ? { ...text, media: text.media.map(() => "") } : text);
  }
  return texts;
}

function listIn(texts: Map<string, PhoneText[]>, number: string): PhoneText[] {
  const known = texts.get(number) ?? [];
  texts.set(number, known);
  return known;
}
