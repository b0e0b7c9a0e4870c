import { readHostPage, writeHostPage } from "../../../shared/domain/hostPage";

it("says which host form, and which page the app shows", () => {
  expect(readHostPage(writeHostPage({ token: "k3j", page: "entitylist|account|||||" }))).toEqual({
    token: "k3j",
    page: "entitylist|account|||||",
  });
});

it("names the host form also where the platform says nothing of the page", () => {
  expect(readHostPage(writeHostPage({ token: "k3j", page: "" }))).toEqual({ token: "k3j", page: "" });
});

it("fits the column, whatever a page is called", () => {
  const text = writeHostPage({ token: "k3j", page: "x".repeat(1_000) });
  expect([text.length, readHostPage(text)?.token]).toEqual([400, "k3j"]);
});

it.each([[null], [""], ["account"], ["|entitylist"], ["not a token|entitylist"]])("is nothing on a form that hosts nothing: %j", (text) => {
  expect(readHostPage(text)).toBeNull();
});
