import type { Surroundings } from "../session/session";

/** A user of the sandbox with the address that opens the app as them. */
export interface OtherUser {
  readonly name: string;
  readonly fullName: string;
  readonly address: string;
}

/** Everybody but the current user, each with the app's address: a host name of their own, or on plain localhost `?user=`. */
export function otherUsers(
  users: Surroundings["users"],
  location: Pick<Location, "protocol" | "hostname" | "port">,
  current: string,
): readonly OtherUser[] {
  const port = location.port === "" ? "" : `:${location.port}`;
  const byHost = location.hostname.endsWith(".localhost");
  return users
    .filter(({ name }) => name !== current)
    .map(({ name, fullName }) => ({
      name,
      fullName,
      address: byHost ? `${location.protocol}//${name}.localhost${port}/` : `/?user=${name}`,
    }));
}
