import * as React from "react";
import { openChannel } from "../shared/browser/channel";
import { CUSTOMER_LIBRARY, findLibrary, offerLibrary } from "../shared/browser/libraries";
import { watchBrowser } from "../shared/browser/watchBrowser";
import { createClient } from "../shared/dataverse/client";
import { createGiveGateway } from "../shared/dataverse/giveGateway";
import { createLinkGateway } from "../shared/dataverse/linkGateway";
import { createCustomerLinks } from "../shared/thread/customerLinks";
import type { CustomerLinks } from "../shared/thread/customerLinks";
import { createGifts } from "../shared/thread/gifts";
import type { Gifts } from "../shared/thread/gifts";
import { CustomerLink } from "./CustomerLink";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";
import { GiveTo } from "./GiveTo";
import type { LinkingProps, LinkParts } from "./linkParts";
import { newContact } from "./newContact";

const PARTS: LinkParts = { Linking };

if (findLibrary(window, CUSTOMER_LIBRARY) === undefined) offerLibrary(window, CUSTOMER_LIBRARY, PARTS);

/** The links of one number, and what is given away of its conversation, for as long as they are shown. */
function Linking(props: LinkingProps): React.ReactElement | null {
  const { head, userId, onChanged } = props;
  const { contactNumberId, phoneNumber } = head.session;
  const changed = React.useRef(onChanged);
  changed.current = onChanged;
  const [made, setMade] = React.useState<Connected | null>(null);
  React.useEffect(() => {
    const connected = connect(contactNumberId, phoneNumber, userId, () => changed.current());
    setMade(connected);
    return connected.destroy;
  }, [contactNumberId, phoneNumber, userId]);
  if (!made) return null;
  const { links, gifts } = made;
  return React.createElement(
    React.Fragment,
    null,
    React.createElement(CustomerLink, { ...props, links, openNew: newContact(props.openForm) }),
    React.createElement(GiveTo, { ...props, gifts }),
  );
}

/** What works on one conversation. */
interface Connected {
  readonly links: CustomerLinks;
  readonly gifts: Gifts;
  readonly destroy: () => void;
}

function connect(contactNumberId: string, phoneNumber: string, userId: string, onChanged: () => void): Connected {
  const browser = watchBrowser(window, userId);
  const channel = openChannel(userId);
  const client = createClient((url, init) => fetch(url, init));
  const links = createCustomerLinks({ contactNumberId, phoneNumber, gateway: createLinkGateway(client), browser, channel, onChanged });
  const gifts = createGifts({ userId, gateway: createGiveGateway(client, userId, browser.now), browser, channel, onChanged });
  return {
    links,
    gifts,
    destroy() {
      links.destroy();
      gifts.destroy();
      channel.close();
    },
  };
}

/**
 * Saying whose a number is, and giving a conversation away, as a library component of the Power Apps component framework: the platform loads its bundle when another control asks for it, and nobody
 * renders the component itself.
 */
export class CustomerLibrary implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  init(): void {
    // The library needs nothing of the platform.
  }

  /** Nothing is shown where somebody has put it on a form. */
  updateView(): React.ReactElement {
    return React.createElement(React.Fragment);
  }

  /** The library writes no column. */
  getOutputs(): IOutputs {
    return {};
  }

  destroy(): void {
    // What the page has loaded stays with it.
  }
}
