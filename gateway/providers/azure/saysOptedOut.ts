/**
 * Whether Azure's words say that the customer has opted out. It blocks further texts after a STOP, and its delivery report says so in words alone: "Sender blocked for given
 * recipient." (Microsoft's page "SMS FAQ", opt-out handling).
 */
export function saysOptedOut(words: string): boolean {
  return /sender blocked for given recipient|opted?[ -]?out/i.test(words);
}
