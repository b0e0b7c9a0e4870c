/** Where Twilio keeps the files of texts. */
import type { MediaHosts } from "../../media/mediaHosts";

/** The account that may fetch them. */
export interface TwilioMediaAccount {
  readonly accountSid: string;
  readonly authToken: string;
  /** For a test double: instead of `https://api.twilio.com`. */
  readonly apiUrl?: string | undefined;
}

/**
 * Twilio's media resources of this account, and nothing else: `/2010-04-01/Accounts/…/Messages/…/Media/…`. They redirect to Twilio's store, whose hosts are
 * `mms.twiliocdn.com` and, for accounts that do not ask for credentials, `s3-external-1.amazonaws.com` (Twilio's article "Protect Media Access with HTTP Basic
 * Authentication").
 */
export function createTwilioMediaHosts({ accountSid, authToken, apiUrl }: TwilioMediaAccount): MediaHosts {
  const { origin } = new URL(apiUrl ?? "https://api.twilio.com");
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;
  return {
    headersFor(url, messageSid) {
      const [, account, message] =
        /^\/2010-04-01\/Accounts\/(AC[0-9a-f]{32})\/Messages\/([A-Z]{2}[0-9a-f]{32})\/Media\/ME[0-9a-f]{32}$/i.exec(url.pathname) ?? [];
      const isOurs = url.origin === origin && account?.toLowerCase() === accountSid.toLowerCase();
      return isOurs && message?.toLowerCase() === messageSid.toLowerCase() ? { Authorization: authorization } : undefined;
    },
    mayRedirectTo(url) {
      if (apiUrl !== undefined) return url.origin === origin;
      if (url.protocol !== "https:" || url.port !== "") return false;
      if (url.hostname === "twiliocdn.com" || url.hostname.endsWith(".twiliocdn.com")) return true;
      return url.hostname === "s3-external-1.amazonaws.com" && url.pathname.startsWith("/media.twiliocdn.com/");
    },
  };
}
