import * as React from "react";
import { DefaultButton, TextField, useTheme } from "@fluentui/react";
import { plainName } from "../shared/domain/plainName";
import type { CustomerLinks, NamedCustomer } from "../shared/thread/customerLinks";
import type { ThreadHead } from "../shared/thread/threadPorts";
import { DialogFrame } from "../shared/ui/DialogFrame";
import { fill } from "../shared/ui/fill";
import { CustomerList } from "./CustomerList";
import { customerStyles } from "./customerStyles";
import type { LinkStrings } from "./linkStrings";
import { moveInList } from "./moveInList";
import { SearchState } from "./SearchState";
import { useFound } from "./useFound";

/** What a {@link CustomerSearch} looks for. */
export interface CustomerSearchProps {
  readonly head: Pick<ThreadHead, "session" | "customer">;
  readonly links: CustomerLinks;
  /** Something is being written: nothing can be chosen just now. */
  readonly isBusy: boolean;
  readonly mayCreate: boolean;
  readonly strings: LinkStrings;
  readonly onBug: (bug: unknown) => void;
  /** @param words what the agent has looked for */
  readonly onCreate: (words: string) => void;
  /** Null: the number is to be nobody's. */
  readonly onChoose: (customer: NamedCustomer | null) => void;
  readonly onClose: () => void;
}

/** The dialog to choose a number's customer in: those who hold the number, then whoever is searched for by name, number or e-mail. Escape closes it. */
export function CustomerSearch(props: CustomerSearchProps): React.ReactElement {
  const { head, links, isBusy, mayCreate, strings, onBug, onCreate, onChoose, onClose } = props;
  const styles = customerStyles(useTheme());
  const [words, setWords] = React.useState("");
  const find = React.useCallback((wanted: string) => (wanted === "" ? links.findHolders() : links.findCustomers(wanted)), [links]);
  const found = useFound(find, words, onBug);
  const box = React.useRef<HTMLDivElement>(null);
  const { customer } = head;

  return (
    <DialogFrame
      title={fill(strings.CustomerTitle, plainName(head.session.phoneNumber))}
      maxWidth={520}
      isBlocking={false}
      firstFocus="input"
      buttons={[
        ...(mayCreate
          ? [<DefaultButton key="create" text={strings.CustomerCreate} disabled={isBusy} onClick={() => onCreate(words)} />]
          : []),
        ...(customer
          ? [<DefaultButton key="unlink" text={strings.CustomerUnlink} disabled={isBusy} onClick={() => onChoose(null)} />]
          : []),
        <DefaultButton key="close" text={strings.Close} onClick={onClose} />,
      ]}
      onDismiss={onClose}
    >
      <div ref={box} className={styles.root} onKeyDown={(event) => moveInList(event, box.current)}>
        <TextField
          type="search"
          ariaLabel={strings.CustomerSearch}
          placeholder={strings.CustomerSearch}
          autoComplete="off"
          value={words}
          onChange={(_, text = "") => setWords(text)}
        />
        <SearchState found={found} isSearch={words.trim() !== ""} strings={strings} />
        {found.answer && (
          <CustomerList
            customers={found.answer.items}
            phoneNumber={head.session.phoneNumber}
            linked={customer}
            isBusy={isBusy}
            strings={strings}
            onChoose={onChoose}
          />
        )}
      </div>
    </DialogFrame>
  );
}
