/** @jest-environment jsdom */
import { cleanup, render, screen } from "@testing-library/react";
import * as React from "react";
import { CustomerLink } from "../../CustomerLink/CustomerLink";
import type { CustomerLinkProps } from "../../CustomerLink/CustomerLink";
import { readThreadTexts } from "../ReplyBox/renderReply";

afterEach(cleanup);

/** Nobody is found, and nothing is linked. */
const links: CustomerLinkProps["links"] = {
  getSnapshot: () => SNAPSHOT,
  subscribe: () => () => undefined,
  findHolders: () => new Promise(() => undefined),
  findCustomers: () => new Promise(() => undefined),
  link: () => Promise.resolve(),
  create: () => Promise.resolve(),
  undo: () => Promise.resolve(),
  hold: () => undefined,
  closeNotice: () => undefined,
  destroy: () => undefined,
};
const SNAPSHOT = { notice: null, isBusy: false };

const draw = (begun: CustomerLinkProps["begun"]) =>
  render(
    <CustomerLink
      begun={begun}
      head={{ session: { phoneNumber: "+4930123456" }, customer: null } as unknown as CustomerLinkProps["head"]}
      links={links}
      mayCreate
      strings={readThreadTexts(1033) as unknown as CustomerLinkProps["strings"]}
      openNew={() => Promise.resolve(null)}
      onBug={(bug) => {
        throw bug;
      }}
    />,
  );

it("opens the search once for each press, not again where the conversation has gone and come back", () => {
  const begun = { what: "link" } as const;
  draw(begun);
  expect(screen.queryByRole("dialog")).not.toBeNull();
  cleanup();
  draw(begun);
  expect(screen.queryByRole("dialog")).toBeNull();
  cleanup();
  draw({ what: "link" });
  expect(screen.queryByRole("dialog")).not.toBeNull();
});
