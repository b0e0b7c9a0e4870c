import { fillPlaces, openPlace, placesIn } from "../../../shared/domain/templateText";

it("finds each place once, in order, however it is written, also one that the product does not know", () => {
  expect(placesIn("Hi {customer}, {Agent} here. { Customer }, order {order number}: {customer}")).toEqual([
    "customer",
    "agent",
    "order number",
  ]);
  expect(placesIn("No place: {} { } {a\nb}")).toEqual([]);
});

it("fills what is given, and leaves what is not", () => {
  expect(fillPlaces("Hi { Customer }, {agent} here, {order}", { customer: "Jane", agent: "", order: "17" })).toBe(
    "Hi Jane, {agent} here, 17",
  );
});

it("does not take what is put in for a place", () => {
  expect(fillPlaces("{customer} {agent}", { customer: "{agent}", agent: "$& Ana" })).toBe("{agent} $& Ana");
});

it("leaves a place alone that is named like something that every object has", () => {
  expect(fillPlaces("{constructor}", { customer: "Jane" })).toBe("{constructor}");
});

it("finds a place of the product's that is still open, as it is written", () => {
  expect(openPlace("Hi {Customer}")).toBe("{Customer}");
  // Braces of the agent's own are a text like any other.
  expect(openPlace("function() {return}")).toBeNull();
});

it.each([
  ["{customer}", "{customer}"],
  ["{ AGENT }, {customer}", "{ AGENT }"],
  ["{order} of {BusinessNumber}", "{BusinessNumber}"],
  ["{order}", null],
  ["customer", null],
  ["{customer", null],
  ["{}", null],
])("holds back %j until %j is filled", (text, place) => {
  expect(openPlace(text)).toBe(place);
});

it("finds no place in a text without braces", () => {
  expect([placesIn("Hello"), fillPlaces("Hello", { customer: "Jane" })]).toEqual([[], "Hello"]);
});
