import * as React from "react";
import { useTheme } from "@fluentui/react";
import { isSameNumber } from "../shared/domain/numberDigits";
import { plainName } from "../shared/domain/plainName";
import type { NamedCustomer } from "../shared/thread/customerLinks";
import { isSameCustomer } from "../shared/thread/linkCustomer";
import type { FoundCustomer } from "../shared/thread/linkPorts";
import type { CustomerRecord } from "../shared/thread/threadPorts";
import { Isolated } from "../shared/ui/Isolated";
import { customerStyles } from "./customerStyles";
import type { LinkStrings } from "./linkStrings";

/** What a {@link CustomerList} offers. */
export interface CustomerListProps {
  readonly customers: readonly FoundCustomer[];
  /** Whose customer is chosen: it stands out among a customer's numbers. E.164 */
  readonly phoneNumber: string;
  /** Whose it is now. */
  readonly linked: CustomerRecord | null;
  readonly isBusy: boolean;
  readonly strings: LinkStrings;
  readonly onChoose: (customer: NamedCustomer) => void;
}

/** Contacts and accounts to choose from, each with what tells it from another of the same name. */
export function CustomerList({ customers, phoneNumber, linked, isBusy, strings, onChoose }: CustomerListProps): React.ReactElement {
  const styles = customerStyles(useTheme());
  return (
    <ul className={styles.list}>
      {customers.map((found) => {
        const { table, id, name, company, email, numbers } = found;
        const isLinked = isSameCustomer(linked, found);
        const facts = [strings[`CustomerTable_${table}` as const], plainName(company), plainName(email)].filter(Boolean);
        return (
          <li key={`${table} ${id}`}>
            <button
              type="button"
              className={styles.customer}
              // What is chosen already can still be read, and come to.
              aria-disabled={isBusy || isLinked}
              onClick={() => !isBusy && !isLinked && onChoose({ table, id, name })}
            >
              <span className={styles.name}>
                <Isolated text={plainName(name) || id} />
                {isLinked && <span className={styles.mark}>{strings.CustomerLinkedNow}</span>}
              </span>
              <span className={styles.facts}>
                {facts.map((fact, at) => (
                  <span key={at}>
                    <Isolated text={fact} />
                  </span>
                ))}
                {numbers.map((number) => (
                  <span key={number} className={isSameNumber(number, phoneNumber) ? styles.same : undefined}>
                    <Isolated text={plainName(number)} />
                  </span>
                ))}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
