import type { Table } from "../../../model";
import { column } from "./columns";
import { flag, lookup, table, text } from "./tableSketch";

const english = (text: string): Readonly<Record<string, string>> => ({ "1033": text });

/**
 * Who may do what, and with what: teams, roles, apps, solutions, and who has which. The platform keeps what many have of many in tables of pairs, which
 * FetchXML joins by their names (learn.microsoft.com/power-apps/developer/data-platform/reference/entities/systemuserroles, …/teamroles,
 * …/teammembership, …/appmoduleroles).
 */
export const SECURITY_TABLES: readonly Table[] = [
  table(
    {
      name: "team",
      privilege: "Team",
      set: "teams",
      primaryName: "name",
      ownership: "organization",
      label: "Team",
      plural: "Teams",
      columns: [
        text("name", "Team Name", 160),
        text("description", "Description", 2000),
        lookup("businessunitid", "Business Unit", "businessunit"),
        lookup("administratorid", "Administrator", "systemuser"),
        column("teamtype", "picklist", "Team Type", {
          options: [
            { value: 0, labels: english("Owner") },
            { value: 1, labels: english("Access") },
          ],
        }),
        flag("isdefault", "Is Default"),
      ],
    },
    false,
  ),
  table(
    {
      name: "teammembership",
      privilege: "Team",
      set: "teammemberships",
      primaryName: "teammembershipid",
      ownership: "organization",
      label: "Team Membership",
      plural: "Team Memberships",
      columns: [lookup("teamid", "Team", "team"), lookup("systemuserid", "User", "systemuser")],
    },
    false,
  ),
  table(
    {
      name: "role",
      privilege: "Role",
      set: "roles",
      primaryName: "name",
      ownership: "organization",
      label: "Security Role",
      plural: "Security Roles",
      columns: [
        text("name", "Name"),
        lookup("businessunitid", "Business Unit", "businessunit"),
        // Business units below the first one have copies of each role: what these are copies of. In the first one a role is its own root.
        lookup("parentrootroleid", "Parent Root Role", "role"),
        // The same in every environment, where the role itself is not; set for the platform's own roles alone.
        lookup("roletemplateid", "Role Template", "roletemplate"),
      ],
    },
    false,
  ),
  table(
    {
      name: "systemuserroles",
      privilege: "Role",
      set: "systemuserrolescollection",
      primaryName: "systemuserrolesid",
      ownership: "organization",
      label: "System User Roles",
      plural: "System User Roles",
      columns: [lookup("systemuserid", "User", "systemuser"), lookup("roleid", "Role", "role")],
    },
    false,
  ),
  table(
    {
      name: "teamroles",
      privilege: "Role",
      set: "teamrolescollection",
      primaryName: "teamrolesid",
      ownership: "organization",
      label: "Team Roles",
      plural: "Team Roles",
      columns: [lookup("teamid", "Team", "team"), lookup("roleid", "Role", "role")],
    },
    false,
  ),
  table(
    {
      name: "appmodule",
      privilege: "AppModule",
      set: "appmodules",
      primaryName: "name",
      ownership: "organization",
      label: "Model-driven App",
      plural: "Model-driven Apps",
      columns: [
        text("name", "Name"),
        text("uniquename", "Unique Name"),
        column("statecode", "state", "Status", {
          options: [
            { value: 0, labels: english("Active") },
            { value: 1, labels: english("Inactive") },
          ],
        }),
      ],
    },
    false,
  ),
  table(
    {
      name: "appmoduleroles",
      privilege: "AppModule",
      set: "appmodulerolescollection",
      primaryName: "appmodulerolesid",
      ownership: "organization",
      label: "App Module Roles",
      plural: "App Module Roles",
      columns: [lookup("appmoduleid", "App", "appmodule"), lookup("roleid", "Role", "role")],
    },
    false,
  ),
  table(
    {
      name: "solution",
      privilege: "Solution",
      set: "solutions",
      primaryName: "friendlyname",
      ownership: "organization",
      label: "Solution",
      plural: "Solutions",
      columns: [
        text("uniquename", "Name", 65),
        text("friendlyname", "Display Name", 256),
        text("version", "Version", 256),
        flag("ismanaged", "Package Type"),
      ],
    },
    false,
  ),
];
