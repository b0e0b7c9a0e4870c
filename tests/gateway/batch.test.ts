import { readBatch, writeChangeSet } from "../../gateway/contract/batch";

describe("the gateway's $batch", () => {
  it("is one change set with CRLF line ends and a Content-ID for each write", () => {
    const { contentType, body } = writeChangeSet([
      { method: "PATCH", url: "http://host/api/data/v9.2/accounts(1)", headers: { "If-None-Match": "*" }, body: { name: "Zoë\r\n--x" } },
      { method: "POST", url: "http://host/api/data/v9.2/accounts", body: {} },
    ]);
    const boundary = contentType.split("boundary=")[1] ?? "";
    expect(body.startsWith(`--${boundary}\r\nContent-Type: multipart/mixed; boundary=changeset_`)).toBe(true);
    expect(body.endsWith(`--${boundary}--\r\n`)).toBe(true);
    expect(body.replaceAll("\r\n", "")).not.toContain("\n");
    expect(body).toContain("Content-ID: 1\r\n\r\nPATCH http://host/api/data/v9.2/accounts(1) HTTP/1.1\r\n");
    expect(body).toContain('If-None-Match: *\r\n\r\n{"name":"Zoë\\r\\n--x"}\r\n');
    expect(body).toContain("Content-ID: 2\r\n");
  });

  it("reads the answers of change sets and of single operations in their order", () => {
    const body = [
      "--b1",
      "Content-Type: multipart/mixed; boundary=c1",
      "",
      "--c1",
      "Content-Type: application/http",
      "Content-ID: 1",
      "",
      "HTTP/1.1 204 No Content",
      "OData-EntityId: http://host/api/data/v9.2/accounts(1)",
      "",
      "",
      "--c1",
      "Content-Type: application/http",
      "Content-ID: 2",
      "",
      "HTTP/1.1 201 Created",
      "Content-Type: application/json",
      "",
      '{"a":"--b1"}',
      "--c1--",
      "--b1",
      "Content-Type: application/http",
      "",
      "HTTP/1.1 404 Not Found",
      "",
      "{}",
      "--b1--",
      "",
    ].join("\r\n");
    const answers = readBatch('multipart/mixed; boundary="b1"', body.replace('"--b1"', '"x"'));
    expect(answers.map(({ status }) => status)).toEqual([204, 201, 404]);
    expect(answers[0]?.headers["odata-entityid"]).toBe("http://host/api/data/v9.2/accounts(1)");
    expect(answers[1]?.body).toBe('{"a":"x"}');
  });

  it("is not fooled by a text that holds the boundary", () => {
    const body = '--b1\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{"a":"--b1"}\r\n--b1--\r\n';
    expect(readBatch("multipart/mixed; boundary=b1", body).map((answer) => answer.body)).toEqual(['{"a":"--b1"}']);
  });

  it("refuses a response that is not multipart", () => {
    expect(() => readBatch("application/json", "{}")).toThrow(/multipart/);
    expect(() => readBatch(null, "")).toThrow(/multipart/);
  });
});
