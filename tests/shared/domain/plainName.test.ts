import { plainName } from "../../../shared/domain/plainName";
import { customerName } from "../../../shared/domain/session";
import { session } from "../sessions";

describe("plainName", () => {
  it("puts a name on one line", () => {
    expect(plainName("  Jane \n\t Doe ")).toBe("Jane Doe");
  });

  it.each(["\u200b", "\u200d \u2060", "\u00ad", "\u3000", "\u202e", "\u0301", "\u0300\u0489 \u20dd"])(
    "takes a name of nothing that can be seen for none: %j",
    (name) => {
      expect(plainName(name)).toBe("");
    },
  );

  it.each(["\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"])(
    "takes out of a name what would turn the reading direction of the words around it: %j",
    (mark) => expect(plainName(`Jane${mark} Doe`)).toBe("Jane Doe"),
  );

  it.each(["\u0000", "\u0007", "\u001b", "\u007f", "\u0085", "\u009f", "\ufffa"])(
    "takes control characters out of a name: %j",
    (character) => {
      expect(plainName(`Jane${character} Doe`)).toBe("Jane Doe");
    },
  );

  it("keeps letters, signs and joiners of every script", () => {
    expect(plainName("محمد 山田 👩‍👩‍👧")).toBe("محمد 山田 👩‍👩‍👧");
  });
});

describe("what a customer is called", () => {
  it("is the name, on one line and without anything that turns the reading direction", () => {
    expect(customerName(session({ contactName: "Jane\u202e\n\u0007 Doe" }))).toBe("Jane Doe");
  });

  it.each([null, "", "\u200b", "\u202e \u2060"])("is the number where there is no name that can be seen: %j", (contactName) => {
    expect(customerName(session({ contactName, phoneNumber: "+15550100" }))).toBe("+15550100");
  });
});
