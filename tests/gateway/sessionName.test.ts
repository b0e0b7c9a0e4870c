import { checkSms } from "../../gateway/contract/sms";
import { planWrites, sessionName } from "../../gateway/contract/writes";

it("tells sessions apart by contact and business number", () => {
  expect(sessionName("Jane Doe", "+15550999")).toBe("Jane Doe, +15550999");
});

it.each(["ليلى حداد", "דנה לוי", "Acme (ليلى)"])(
  "keeps the number's plus in front where the name of the contact runs from right to left: %s",
  (name) => {
    // The left-to-right mark, U+200E, is before the plus: a sign without a direction takes that of the line otherwise, and is drawn behind the number.
    expect(sessionName(name, "+15550999")).toBe(`${name}, \u200e+15550999`);
  },
);

it("leaves room for the whole number behind a long name", () => {
  expect(sessionName("ليلى ".repeat(60), "+15550999")).toMatch(/, \u200e\+15550999$/);
  expect(sessionName("ليلى ".repeat(60), "+15550999").length).toBeLessThanOrEqual(200);
});

it("is the customer's number where their record has no name", () => {
  const sms = { ...checkSms({ id: "SM1", from: "+15550100", to: "+15550999", body: "Hi" }), receivedAt: new Date() };
  const { writes } = planWrites("https://test.example/", sms, {}, { table: "contact", id: "c1", name: "" }, undefined, {
    derive: true,
    follows: true,
  });
  expect(writes.map(({ body }) => body)).toContainEqual(expect.objectContaining({ msgn_name: "+15550100, +15550999" }));
});
