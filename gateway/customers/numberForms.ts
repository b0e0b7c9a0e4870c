import { parsePhoneNumberFromString } from "libphonenumber-js";

/**
 * The usual ways to write a phone number: as people enter it in a customer's record. National ways are among them only where the business number has the same
 * country code: elsewhere the same digits are somebody else's number. For the same reason the bare digits (`4930123456`) are left out where they are another number in the
 * business number's country.
 *
 * @param number E.164
 * @param businessNumber E.164: what was written to
 * @returns each once, E.164 first
 */
export function numberForms(number: string, businessNumber: string): readonly string[] {
  const digits = number.slice(1);
  const home = parsePhoneNumberFromString(businessNumber)?.countryCallingCode;
  const forms = [number, ...(isAnotherAtHome(digits, number, home) ? [] : [digits]), `00${digits}`];
  const parsed = parsePhoneNumberFromString(number);
  if (parsed) {
    const code = parsed.countryCallingCode;
    const international = parsed.formatInternational();
    const [, ...groups] = international.split(" ");
    const national = parsed.formatNational();
    const rest = groups.join(" ");
    forms.push(international, international.replace("+", "00"), `00 ${international.slice(1)}`, parsed.getURI());
    for (const separator of ["-", "."]) forms.push(`+${code}${separator}${groups.join(separator)}`, `+${code} ${groups.join(separator)}`);
    // "+49 (0)30 …": the digit that is dialled at home alone stands in brackets.
    const trunk = trunkOf(national, rest);
    if (trunk) forms.push(`+${code} (${trunk})${rest}`, `+${code} (${trunk}) ${rest}`, `+${code}(${trunk})${rest.replaceAll(" ", "")}`);
    // "+1 (202) 555-0123": the national way behind the country code, without the digit that is dialled at home alone.
    if (!trunk) forms.push(`+${code} ${national}`, `${code} ${national}`, `${code}-${groups.join("-")}`);
    if (home === code) forms.push(...nationalForms(national));
  }
  return [...new Set(forms)];
}

/**
 * Whether the bare digits, as somebody at home enters them, are somebody else's number: `6592345678` is one in Singapore without its plus, and one of the United States
 * as it is dialled there.
 *
 * @param home the business number's country code; undefined: it has none
 */
function isAnotherAtHome(digits: string, number: string, home: string | undefined): boolean {
  const meant = home === undefined ? undefined : parsePhoneNumberFromString(digits, { defaultCallingCode: home });
  return meant !== undefined && meant.isValid() && meant.number !== number;
}

/** What stands before the number when it is dialled at home: mostly `0`; empty where nothing does. */
function trunkOf(national: string, rest: string): string {
  const dialled = onlyDigits(national);
  const own = onlyDigits(rest);
  return dialled !== own && dialled.endsWith(own) ? dialled.slice(0, dialled.length - own.length) : "";
}

/** `(202) 555-0123`, `030 123456`: with the separators that people put in their place. */
function nationalForms(national: string): readonly string[] {
  const groups = national.replace(/[()]/g, "").split(/[\s-]+/);
  const [area = "", ...rest] = groups;
  if (rest.length === 0) return [national, onlyDigits(national)];
  return [
    national,
    onlyDigits(national),
    ...[" ", "-", "."].map((separator) => groups.join(separator)),
    ...["/", " / ", "-", " "].map((separator) => `${area}${separator}${rest.join("")}`),
    `(${area}) ${rest.join(" ")}`,
    `(${area}) ${rest.join("")}`,
  ];
}

const onlyDigits = (text: string): string => text.replace(/\D/g, "");
