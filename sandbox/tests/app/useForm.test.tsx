/** @jest-environment jsdom */
import { act, render, screen } from "@testing-library/react";
import * as React from "react";
import { useForm } from "../../app/form/useForm";
import type { RecordPage } from "../../app/navigation/address";
import { Router } from "../../app/navigation/router";
import { makeShell } from "../../app/shell";
import type { Shell } from "../../app/shell";
import { mainForm, relationships, tables } from "./cases";
import { otherId, rowId, rowServer, session } from "./fixtures";

const page = (entityId: string): RecordPage => ({ pageType: "entityrecord", entityName: "case", entityId });

function Opened({ shell, page: shown }: { readonly shell: Shell; readonly page: RecordPage }): React.ReactElement {
  const opening = useForm(shell, shown);
  return <output>{opening.status === "open" ? opening.form.id : opening.status}</output>;
}

const shown = () => screen.getByRole("status").textContent;
const settled = () => act(async () => await new Promise((resolve) => setTimeout(resolve, 0)));

async function open() {
  const { send } = rowServer({ caseid: rowId, statecode: 0 });
  const user = session({ tables, relationships, forms: [mainForm], send });
  const shell = makeShell(user, new Router(window, "app", { pageType: "dashboard" }));
  const { rerender } = render(<Opened key="1" shell={shell} page={page(rowId)} />);
  await settled();
  return { shell, rerender };
}

describe("the form of a page", () => {
  it("stays open when the page gets another address", async () => {
    const { shell, rerender } = await open();
    rerender(<Opened key="1" shell={shell} page={page(otherId)} />);
    await settled();
    expect(shown()).toBe(rowId);
  });

  it("is opened anew for a new key, which each visit has", async () => {
    const { shell, rerender } = await open();
    rerender(<Opened key="2" shell={shell} page={page(otherId)} />);
    expect(shown()).toBe("loading");
    await settled();
    expect(shown()).toBe(otherId);
  });
});
