import { sessionName as gatewayName } from "../../../gateway/contract/writes";
import { sessionName } from "../../../shared/domain/sessionName";

it.each(["Jane Doe", "+15550100", "ليلى حداد", "דנה", "Long ".repeat(60), "Jo 👩‍👩‍👧"])(
  "names a session of %j as the gateway does",
  (customer) => {
    expect(sessionName(customer, "+15550999")).toBe(gatewayName(customer, "+15550999"));
  },
);
