/** What a text holds as JSON; null for anything that is not JSON, such as a proxy's error page. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
