import { escapeHtml, htmlPage } from "../../sandbox";
import { exampleContacts } from "./exampleContacts";

/** A phone to send texts from and to get the answers on. @param businessNumber the number that is written to at first, E.164 */
export function phonePage(businessNumber: string): string {
  const options = exampleContacts
    .map(({ number, name }, index) => {
      const label = name ? `${name}, ${number}` : `Unknown number ${number}`;
      return `<option value="${index}" data-number="${escapeHtml(number)}" data-name="${escapeHtml(name)}">${escapeHtml(label)}</option>`;
    })
    .join("");
  return htmlPage(
    "Phone",
    `<body class="phone-body">
<main class="phone" aria-labelledby="phone-title">
  <header class="phone-top">
    <h1 id="phone-title">Phone</h1>
    <label for="who">Whose phone</label>
    <select id="who">${options}<option value="">Another number…</option></select>
    <div class="pair">
      <div><label for="from">From number</label><input id="from" name="from" dir="ltr" inputmode="tel" autocomplete="off" required></div>
      <div><label for="name">Name (optional)</label><input id="name" name="name" dir="auto" autocomplete="off" maxlength="100"></div>
    </div>
    <label for="to">To business number</label>
    <input id="to" name="to" dir="ltr" inputmode="tel" autocomplete="off" required value="${escapeHtml(businessNumber)}">
  </header>
  <div id="others" class="others" role="group" aria-label="Other conversations" hidden></div>
  <div id="texts" class="texts" role="log" aria-live="off" aria-label="Texts" tabindex="0"><ol id="list"></ol></div>
  <p id="problem" class="problem" role="alert" hidden></p>
  <p id="status" class="visually-hidden" role="status"></p>
  <form id="compose" class="compose">
    <label class="visually-hidden" for="body">Text</label>
    <div>
      <textarea id="body" name="body" dir="auto" rows="2" maxlength="10000" placeholder="Text message" required></textarea>
      <label for="files">Picture or file</label>
      <input id="files" type="file" multiple>
    </div>
    <button class="button primary" type="submit">Send</button>
  </form>
</main>
</body>`,
    "phone",
  );
}
