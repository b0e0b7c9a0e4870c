import { button, element } from "./element";
import type { Person } from "./personFacts";
import type { Finding, Severity } from "./finding";
import { reportText, SEVERITIES } from "./reportText";
import type { Texts } from "./texts/texts";
import { withValues } from "./textsOf";

/** What a report is shown with. */
export interface ReportTools {
  readonly texts: Texts;
  /** The clock (ms). */
  readonly now: () => number;
  /** Puts a text on the clipboard; rejects where the browser does not let it. */
  readonly copy: (text: string) => Promise<void>;
}

/**
 * Shows what was found of a person, what holds back first, and moves the focus to its heading.
 * @param place the element whose content it becomes
 */
export function showReport(place: HTMLElement, person: Person, findings: readonly Finding[], { texts, now, copy }: ReportTools): void {
  const heading = element("h2", { tabindex: "-1" }, element("bdi", {}, person.name || person.login));
  const said = element("p", { role: "status" });
  const text = reportText(person, findings, texts, now());
  const copyByHand = (): void => {
    place.querySelector("textarea")?.remove();
    const field = element("textarea", { readonly: "", rows: "12", "aria-label": texts.report, dir: "auto" });
    field.value = text;
    said.after(field);
    field.focus();
    field.select();
    said.textContent = texts.copyByHand;
  };
  const press = (): void => {
    said.textContent = "";
    copy(text).then(() => {
      said.textContent = texts.copied;
    }, copyByHand);
  };
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const summary = withValues(texts.summary, ...SEVERITIES.map((severity) => String(count(severity))));
  place.replaceChildren(
    heading,
    element("p", {}, count("holdsBack") === 0 ? `${texts.nothingHoldsBack} ${summary}` : summary),
    button(texts.copy, press),
    said,
    ...SEVERITIES.flatMap((severity) => section(severity, findings, texts)),
  );
  heading.focus();
}

function section(severity: Severity, findings: readonly Finding[], texts: Texts): readonly HTMLElement[] {
  const some = findings.filter((finding) => finding.severity === severity);
  if (some.length === 0) return [];
  const items = some.map((finding) => {
    const [says, todo] = texts.findings[finding.kind].map((sentence) => withValues(sentence ?? "", ...finding.values));
    return element(
      "li",
      { "data-kind": finding.kind },
      element("p", {}, says ?? ""),
      ...(todo === undefined ? [] : [element("p", { class: "todo" }, todo)]),
    );
  });
  return [element("section", { class: severity }, element("h3", {}, texts.severities[severity]), element("ul", {}, ...items))];
}
