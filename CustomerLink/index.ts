import * as React from "react";
import { openChannel } from "../shared/browser/channel";
import { CUSTOMER_LIBRARY, findLibrary, offerLibrary } from "../shared/browser/libraries";
import { watchBrowser } from "../shared/browser/watchBrowser";
import { createClient } from "../shared/dataverse/client";
import { createLinkGateway } from "../shared/dataverse/linkGateway";
import { createCustomerLinks } from "../shared/thread/customerLinks";
import type { CustomerLinks } from "../shared/thread/customerLinks";
import { CustomerLink } from "./CustomerLink";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";
import type { LinkingProps, LinkParts } from "./linkParts";
import { newContact } from "./newContact";

const PARTS: LinkParts = { Linking };

if (findLibrary(window, CUSTOMER_LIBRARY) === undefined) offerLibrary(window, CUSTOMER_LIBRARY, PARTS);

/** The links of one number for as long as they are shown. */
function Linking(props: LinkingProps): React.ReactElement | null {
  const { head, userId, onChanged } = props;
  const { contactNumberId, phoneNumber } = head.session;
  const changed = React.useRef(onChanged);
  changed.current = onChanged;
  const [links, setLinks] = React.useState<CustomerLinks | null>(null);
  React.useEffect(() => {
    const made = connectLinks(contactNumberId, phoneNumber, userId, () => changed.current());
    setLinks(made);
    return made.destroy;
  }, [contactNumberId, phoneNumber, userId]);
  return links && React.createElement(CustomerLink, { ...props, links, openNew: newContact(props.openForm) });
}

function connectLinks(contactNumberId: string, phoneNumber: string, userId: string, onChanged: () => void): CustomerLinks {
  const browser = watchBrowser(window, userId);
  const channel = openChannel(userId);
  const gateway = createLinkGateway(createClient((url, init) => fetch(url, init)));
  const links = createCustomerLinks({ contactNumberId, phoneNumber, gateway, browser, channel, onChanged });
  return {
    ...links,
    destroy() {
      links.destroy();
      channel.close();
    },
  };
}

/**
 * Saying whose a number is, as a library component of the Power Apps component framework: the platform loads its bundle when another control asks for it, and nobody
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
