import * as React from "react";
import { IconButton, useTheme } from "@fluentui/react";
import type { IContextualMenuItem } from "@fluentui/react";
import type { ListOrder } from "../shared/domain/settings";
import { fill } from "../shared/ui/fill";
import { findStyles } from "./findStyles";
import { ArrowSort20Regular, Checkmark16Regular } from "../shared/ui/drawings";
import { Icon } from "../shared/ui/Icon";
import type { PanelStrings } from "./panelStrings";

/** What an {@link OrderButton} shows. */
export interface OrderButtonProps {
  readonly order: ListOrder;
  readonly strings: PanelStrings;
  readonly onChoose: (order: ListOrder) => void;
}

const ORDERS: readonly ListOrder[] = ["newest", "longest"];

/** What stands first in the list, and the menu to change that. */
export const OrderButton = React.memo(function OrderButton({ order, strings, onChoose }: OrderButtonProps): React.ReactElement {
  const styles = findStyles(useTheme());
  const name = fill(strings.Order, strings[`Order_${order}` as const]);
  const items = ORDERS.map((one): IContextualMenuItem => ({
    key: one,
    text: strings[`Order_${one}` as const],
    role: "menuitemradio",
    canCheck: true,
    checked: one === order,
    onClick: () => onChoose(one),
    // Fluent's own check mark needs its font of icons, which an app may not have.
    onRenderContent: () => (
      <>
        <span className={styles.check}>{one === order && <Icon drawing={Checkmark16Regular} />}</span>
        {strings[`Order_${one}` as const]}
      </>
    ),
  }));
  return (
    <IconButton
      ariaLabel={name}
      title={name}
      onRenderIcon={renderSort}
      onRenderMenuIcon={renderNothing}
      menuProps={{ items, ariaLabel: name, shouldFocusOnMount: true }}
    />
  );
});

function renderSort(): React.ReactElement {
  return <Icon drawing={ArrowSort20Regular} />;
}

function renderNothing(): null {
  return null;
}
