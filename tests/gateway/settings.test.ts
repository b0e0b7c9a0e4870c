import http from "node:http";
import type { AddressInfo } from "node:net";
import { entraTokens } from "../../gateway/entra";
import { readSettings } from "../../gateway/settings";

const forSandbox = {
  DATAVERSE_URL: "http://localhost:3000",
  DATAVERSE_TOKEN: "gateway",
  PUBLIC_URL: "http://localhost:8080/sms",
  TWILIO_AUTH_TOKEN: "secret",
};
const forEntra = { AZURE_TENANT_ID: "t", AZURE_CLIENT_ID: "c", AZURE_CLIENT_SECRET: "s" };

describe("the gateway's settings", () => {
  it("point at the environment's Web API", () => {
    const { connection, port, host } = readSettings(forSandbox);
    expect(connection).toMatchObject({ root: "http://localhost:3000/api/data/v9.2/", token: "gateway" });
    expect([port, host]).toEqual([8080, "127.0.0.1"]);
  });

  it("are what they are by default where they are set to nothing", () => {
    expect(readSettings({ ...forSandbox, PORT: "", HOST: " " })).toMatchObject({ port: 8080, host: "127.0.0.1" });
  });

  it("receive without sending where the account is not named, and send once it is", () => {
    expect(readSettings(forSandbox)).toMatchObject({
      provider: { name: "twilio", accountSid: undefined },
      ...{ wakeSecret: undefined, pollMs: 5_000, sendsPerSecond: 1, parallelSends: 8 },
    });
    const accountSid = `AC${"0".repeat(32)}`;
    const all = { ...forSandbox, TWILIO_ACCOUNT_SID: accountSid, SENDS_PER_SECOND: "0.5", POLL_SECONDS: "2", PARALLEL_SENDS: "3" };
    expect(readSettings(all)).toMatchObject({ provider: { accountSid }, sendsPerSecond: 0.5, pollMs: 2_000, parallelSends: 3 });
  });

  it("take tokens from Entra ID where none is given", () => {
    const env = { ...forSandbox, DATAVERSE_TOKEN: undefined, ...forEntra, DATAVERSE_URL: "https://org.crm.dynamics.com/main.aspx" };
    const { connection } = readSettings(env);
    expect(connection.root).toBe("https://org.crm.dynamics.com/api/data/v9.2/");
    expect(typeof connection.token).toBe("function");
  });

  it.each([
    [{ DATAVERSE_URL: undefined }, /Set DATAVERSE_URL, for example DATAVERSE_URL=https:/],
    [{ DATAVERSE_URL: "org.crm.dynamics.com" }, /DATAVERSE_URL is "org\.crm\.dynamics\.com", which is no address/],
    [{ DATAVERSE_URL: "http://org.crm.dynamics.com" }, /https/],
    [{ PUBLIC_URL: " " }, /Set PUBLIC_URL/],
    [{ PUBLIC_URL: "http://localhost:8080/health" }, /another path: \/health/],
    [{ TWILIO_AUTH_TOKEN: undefined }, /Set TWILIO_AUTH_TOKEN/],
    [{ DATAVERSE_TOKEN: undefined }, /Set AZURE_TENANT_ID/],
    [{ DATAVERSE_TOKEN: " " }, /Set AZURE_TENANT_ID/],
    [{ PORT: "eighty" }, /PORT is "eighty"/],
    [{ PUBLIC_URL: "http://localhost:8080/dataverse" }, /another path: \/dataverse/],
    [{ TWILIO_ACCOUNT_SID: "SK1" }, /TWILIO_ACCOUNT_SID is "SK1".*AC and 32/],
    [{ TWILIO_API_URL: "http://api.example.com" }, /TWILIO_API_URL.*https/],
    [{ SMS_PROVIDER: "pigeon" }, /SMS_PROVIDER is "pigeon"\. Write twilio or azure/],
    [{ SMS_PROVIDER: "azure" }, /Set AZURE_COMMUNICATION_CONNECTION_STRING/],
    [{ SMS_PROVIDER: "azure", AZURE_COMMUNICATION_CONNECTION_STRING: "the-key" }, /endpoint=https:\/\/…;accesskey=…/],
    [{ SMS_PROVIDER: "azure", AZURE_COMMUNICATION_CONNECTION_STRING: "endpoint=http://a.example.com;accesskey=k" }, /https/],
    [
      { SMS_PROVIDER: "azure", AZURE_COMMUNICATION_CONNECTION_STRING: "endpoint=https://a.example.com/;accesskey=k" },
      /Set EVENT_GRID_SECRET/,
    ],
    [{ DATAVERSE_WEBHOOK_SECRET: "short" }, /DATAVERSE_WEBHOOK_SECRET has 5 characters/],
    [{ POLL_SECONDS: "0" }, /POLL_SECONDS is "0"/],
    [{ SENDS_PER_SECOND: "-1" }, /SENDS_PER_SECOND is "-1"/],
    [{ PARALLEL_SENDS: "1.5" }, /PARALLEL_SENDS is "1\.5"/],
  ])("are refused with what to write: %j", (changes, reason) => {
    expect(() => readSettings({ ...forSandbox, ...changes })).toThrow(reason);
  });
});

describe("tokens of Entra ID", () => {
  let asked: { readonly path: string; readonly form: Record<string, string> }[];
  let answer: { readonly status: number; readonly body: object };
  let server: http.Server;
  let authority: string;
  beforeAll(async () => {
    server = http.createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        asked.push({ path: request.url ?? "", form: Object.fromEntries(new URLSearchParams(body)) });
        response.writeHead(answer.status, { "Content-Type": "application/json" }).end(JSON.stringify(answer.body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    authority = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    asked = [];
    answer = { status: 200, body: { access_token: "t1", expires_in: 3600 } };
  });
  const tokens = () =>
    entraTokens({ tenantId: "my-tenant", clientId: "c", clientSecret: "s&=+", resource: "https://org.crm.dynamics.com", authority });

  it("are asked for with the client's credentials, once for many requests", async () => {
    const token = tokens();
    expect(await Promise.all([token(false), token(false), token(false)])).toEqual(["t1", "t1", "t1"]);
    expect(await token(false)).toBe("t1");
    expect(asked).toEqual([
      {
        path: "/my-tenant/oauth2/v2.0/token",
        form: { grant_type: "client_credentials", client_id: "c", client_secret: "s&=+", scope: "https://org.crm.dynamics.com/.default" },
      },
    ]);
  });

  it("are renewed when they run out in the next minutes, and when they were refused", async () => {
    const token = tokens();
    answer = { status: 200, body: { access_token: "short", expires_in: 200 } };
    await token(false);
    answer = { status: 200, body: { access_token: "long", expires_in: 3600 } };
    expect(await token(false)).toBe("long");
    answer = { status: 200, body: { access_token: "new", expires_in: 3600 } };
    expect(await token(true)).toBe("new");
    expect(await token(false)).toBe("new");
  });

  it("are asked for again after a refusal, which is told with its reason", async () => {
    const token = tokens();
    answer = { status: 401, body: { error: "invalid_client", error_description: "AADSTS7000215: Invalid client secret." } };
    const refused = token(false);
    await expect(refused).rejects.toMatchObject({ name: "GatewayError", status: 401 });
    await expect(refused).rejects.toThrow("AADSTS7000215");
    answer = { status: 200, body: { access_token: "t2", expires_in: 3600 } };
    expect(await token(false)).toBe("t2");
  });
});
