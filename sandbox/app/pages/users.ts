/** The people of the sandbox who use the app (`docs/sandbox.md`). */
const people = [
  { name: "ana", fullName: "Ana Ruiz" },
  { name: "ben", fullName: "Ben Okafor" },
  { name: "chloe", fullName: "Chloe Martin" },
  { name: "mia", fullName: "Mia Tanaka" },
  { name: "zoe", fullName: "Zoe Schmidt" },
  { name: "root", fullName: "Root Admin" },
] as const;

/** The other users, each with the address that opens the app as them: a host name of their own, or on plain localhost `?user=`. */
export function otherUsers(
  location: Pick<Location, "protocol" | "hostname" | "port">,
  current: string,
): { readonly name: string; readonly fullName: string; readonly address: string }[] {
  const port = location.port === "" ? "" : `:${location.port}`;
  const byHost = location.hostname.endsWith(".localhost");
  return people
    .filter(({ name }) => name !== current)
    .map(({ name, fullName }) => ({
      name,
      fullName,
      address: byHost ? `${location.protocol}//${name}.localhost${port}/` : `/?user=${name}`,
    }));
}
