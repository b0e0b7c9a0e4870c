/** Least privilege, derived: whatever a role grants, somebody uses; without it, or with less of it, something that the role is for fails. */
import { PRIVILEGES } from "../../shared/dataverse/names";
import { firstFailure, USES } from "./roleUses";
import { startRoleVariants } from "./roleVariants";
import type { RoleHolder, RoleVariants } from "./roleVariants";

let world: RoleVariants;
beforeAll(async () => {
  world = await startRoleVariants();
}, 180_000);
afterAll(() => world.close());

/** What Dataverse asks for besides: https://learn.microsoft.com/power-apps/developer/data-platform/security-access-rights */
const BESIDES: Readonly<Record<string, readonly string[]>> = {
  Create: ["Read"],
  Assign: ["Write", "Read"],
  AppendTo: ["Read"],
  Append: ["Write", "Read"],
};
/** Longer names first: Append is the beginning of AppendTo. */
const PRIVILEGE = /^prv(Create|Read|Write|Delete|AppendTo|Append|Assign|Share)(.+)$/;
const ORDER = ["Basic", "Local", "Deep", "Global"];

const partsOf = (name: string): readonly [right: string, table: string] => {
  const [, right = "", table = ""] = PRIVILEGE.exec(name) ?? [];
  return [right, table];
};

/** Privilege → level, of the role as it is in the zip. */
const grantsOf = (role: string): ReadonlyMap<string, string> =>
  new Map(
    world.holders
      .filter(({ change, ...each }) => each.role === role && change?.kind === "without")
      .map(({ change }) => [change?.privilege.name ?? "", change?.privilege.level ?? ""]),
  );

/** The levels at which rights that are granted ask for a privilege besides. */
function askedFor(grants: ReadonlyMap<string, string>, name: string): readonly string[] {
  const [right, table] = partsOf(name);
  const asking = Object.entries(BESIDES).flatMap(([other, besides]) => (besides.includes(right) ? [`prv${other}${table}`] : []));
  return asking.flatMap((other) => grants.get(other) ?? []);
}

/** A failure is one of rights: the server refused, or the product asked which privileges there are, and offered nothing. */
function isRefusal({ userId, change }: RoleHolder): boolean {
  return world.refusals(userId) > 0 || (Object.values(PRIVILEGES) as string[]).includes(change?.privilege.name ?? "");
}

it.each(Object.keys(USES))("%s allows all that the role is for, without any other role", async (role) => {
  const holder = world.holders.find((each) => each.role === role && each.change === null);
  expect(holder).toBeDefined();
  expect(await firstFailure(world, holder as RoleHolder)).toBeNull();
});

it.each(Object.keys(USES))("%s grants nothing that nobody uses: without any one privilege something fails", async (role) => {
  const grants = grantsOf(role);
  expect(grants.size).toBeGreaterThan(role === "SMS Pictures" ? 0 : 10);
  const unused: string[] = [];
  for (const holder of world.holders.filter((each) => each.role === role && each.change?.kind === "without")) {
    const name = holder.change?.privilege.name ?? "";
    if (askedFor(grants, name).length > 0) continue;
    if (!(await firstFailure(world, holder)) || !isRefusal(holder)) unused.push(name);
  }
  expect(unused).toEqual([]);
});

it.each(Object.keys(USES))("%s reaches no further than it must: confined to own rows, something fails", async (role) => {
  const grants = grantsOf(role);
  const tooWide: string[] = [];
  for (const holder of world.holders.filter((each) => each.role === role && each.change?.kind === "own rows only")) {
    const { name = "", level = "" } = holder.change?.privilege ?? {};
    if (askedFor(grants, name).includes(level)) continue;
    if (!(await firstFailure(world, holder))) tooWide.push(name);
  }
  expect(tooWide).toEqual([]);
});

it.each(Object.keys(USES))("%s grants with each right what Dataverse asks for besides, as far as that reaches", (role) => {
  const grants = grantsOf(role);
  const missing = [...grants].flatMap(([name, level]) => {
    const [right, table] = partsOf(name);
    // What people may do with the platform's own tables comes from Basic User.
    if (!table.includes("_")) return [];
    return (BESIDES[right] ?? [])
      .map((besides) => `prv${besides}${table}`)
      .filter((besides) => ORDER.indexOf(grants.get(besides) ?? "") < ORDER.indexOf(level))
      .map((besides) => `${besides} ${level}, for ${name}`);
  });
  expect(missing).toEqual([]);
});
