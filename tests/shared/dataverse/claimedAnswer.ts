/** What Dataverse answers a claim's change set with: the session's row where it was asked for one, and a session event without. */
export function claimedAnswer(row: unknown): string {
  const part = (id: number, ...lines: readonly string[]): readonly string[] => [
    "--changesetresponse_1",
    "Content-Type: application/http",
    "Content-Transfer-Encoding: binary",
    `Content-ID: ${id}`,
    "",
    ...lines,
  ];
  return [
    "--batchresponse_1",
    "Content-Type: multipart/mixed; boundary=changesetresponse_1",
    "",
    ...part(1, "HTTP/1.1 200 OK", "Content-Type: application/json; odata.metadata=minimal", "OData-Version: 4.0", "", JSON.stringify(row)),
    ...part(2, "HTTP/1.1 204 No Content", "OData-Version: 4.0", "", ""),
    "--changesetresponse_1--",
    "--batchresponse_1--",
    "",
  ].join("\r\n");
}
