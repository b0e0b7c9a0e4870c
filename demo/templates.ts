import type { Sandbox } from "../sandbox";
import { write } from "./write";

interface DemoTemplate {
  readonly name: string;
  /** Undefined: for customers of every language. */
  readonly language?: string;
  readonly body: string;
}

const templates: readonly DemoTemplate[] = [
  { name: "Greeting", language: "en", body: "Hello {customer}, this is {agent}. How can I help you?" },
  {
    name: "Technician on the way",
    language: "en",
    body: "Hello {customer}, our technician is on the way and will ring at your door within the hour.",
  },
  { name: "Ask for the model number", language: "en", body: "Could you send us the model number? It is on a label inside the door." },
  { name: "Call us", language: "en", body: "Please call us at {businessnumber}, or answer here. {agent}" },
  { name: "Begrüßung", language: "de", body: "Guten Tag {customer}, hier ist {agent}. Was kann ich für Sie tun?" },
  { name: "Opening hours", body: "Mo-Fr 8-18, Sa 9-13" },
];

/** Makes the templates of the demonstration, as the administrator. Those that are there stay as they are. @throws GatewayError */
export async function createTemplates(target: Pick<Sandbox, "connect">): Promise<void> {
  for (const { name, language, body } of templates) {
    await write(
      target.connect("mia"),
      `msgn_templates(msgn_name='${encodeURIComponent(name)}')`,
      { msgn_body: body, ...(language === undefined ? {} : { msgn_languagecode: language }) },
      { "If-None-Match": "*" },
    );
  }
}
