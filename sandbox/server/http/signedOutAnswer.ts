import type { Temper } from "../../model";
import type { DataverseResponse } from "../dataverse";
import type { Exchange } from "./exchange";

/** A sign-in page, as an identity provider or a proxy in front of the app would send it. */
const signInPage = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Sign in to your account</title></head>
<body><h1>Sign in</h1><form><label>User name <input name="user"></label> <button>Next</button></form></body>
</html>
`;

/**
 * What a request gets whose session has ended, by the shell's temper; undefined where that is the ordinary 401.
 *
 * A redirect leads to another origin, whose name cannot be resolved (`.invalid`, RFC 2606) and which the app's content security policy does
 * not let a script reach: `fetch` rejects with a TypeError there, as it does where a sign-in service does not take part in CORS.
 */
export function signedOutAnswer(reading: Temper["signedOut"], exchange: Exchange): DataverseResponse | undefined {
  switch (reading) {
    case "401":
      return undefined;
    case "redirect": {
      const { port } = new URL(exchange.origin);
      return { status: 302, headers: { Location: `http://login.localhost.invalid:${port || "80"}/common/oauth2/authorize` }, body: "" };
    }
    case "html":
      return { status: 200, headers: { "Content-Type": "text/html; charset=utf-8" }, body: signInPage };
  }
}
