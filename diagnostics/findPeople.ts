import type { ApiClient } from "../shared/dataverse/client";
import { MOST_PEOPLE, peopleQuery, PERSON_COLUMNS, personQuery } from "../shared/dataverse/diagnosticQueries";
import { rowOf, rowsOf, textOf } from "../shared/dataverse/rows";
import type { Row } from "../shared/dataverse/rows";
import { guid } from "../shared/dataverse/values";
import type { Person } from "./personFacts";

/** What a search has found. */
export interface FoundPeople {
  readonly people: readonly Person[];
  /** There are more than are listed. */
  readonly hasMore: boolean;
}

/** People by a part of their name or login. @throws RequestFailed */
export async function findPeople(client: ApiClient, text: string): Promise<FoundPeople> {
  const rows = rowsOf((await client({ method: "GET", path: peopleQuery(text) })).body);
  return { people: rows.slice(0, MOST_PEOPLE).map(personOf), hasMore: rows.length > MOST_PEOPLE };
}

/** Who asks. @throws RequestFailed */
export async function findMyself(client: ApiClient): Promise<Person> {
  const { body } = await client({ method: "GET", path: "WhoAmI" });
  const id = guid(textOf(body as Row, "UserId"));
  return personOf(rowOf((await client({ method: "GET", path: personQuery(id) })).body, PERSON_COLUMNS.id, id));
}

function personOf(row: Row): Person {
  return {
    id: guid(textOf(row, PERSON_COLUMNS.id)),
    name: textOf(row, PERSON_COLUMNS.name),
    login: textOf(row, PERSON_COLUMNS.login),
    isDisabled: row[PERSON_COLUMNS.isDisabled] === true,
  };
}
