import { namedGuid } from "../identifiers";

/** Ids of the rows that the engine makes itself. */
export interface PlatformIds {
  /** The first business unit, below which all others lie. */
  readonly businessUnit: string;
  readonly organization: string;
  /** The user SYSTEM, as whom the platform itself acts. */
  readonly systemUser: string;
}

/** The ids are the same on every machine. */
export const PLATFORM_IDS: PlatformIds = {
  businessUnit: namedGuid("business unit"),
  organization: namedGuid("organization"),
  systemUser: namedGuid("user SYSTEM"),
};
